import { once } from 'node:events'
import { createLog } from '../adapters/telemetry/log.ts'
import { asFailure, type Failure } from '../base/failure.ts'
import { type ProcessName, workBy } from '../settings/secrets.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import {
  BEAT,
  BEAT_EVERY_MS,
  EXIT_CONFIGURATION,
  FirstWord,
  METRICS,
  READY,
  type Refusal,
} from './between-processes.ts'
import type { Footing } from './footing.ts'

/**
 * Lives as one process of the service: starts, says so, and stops in good order at a signal or when its
 * parent is gone. What nobody handled ends the process: the parent starts a fresh one, and the register knows
 * what is unfinished. `stand`: what it works with, made of its settings.
 */
export async function live<Ground extends Footing>(
  name: ProcessName,
  stand: (settings: Settings, stack: AsyncDisposableStack) => Promise<Ground>,
  start: (ground: Ground) => Promise<AsyncDisposable>,
): Promise<void> {
  const stack = new AsyncDisposableStack()
  process.on('disconnect', () => process.exit(0))
  try {
    const [message] = await once(process, 'message')
    workBy(FirstWord.parse(message).environment)
    const ground = await stand(readSettings(), stack)
    stack.use(await start(ground))
    process.send?.(READY)
    setInterval(() => process.send?.(BEAT), BEAT_EVERY_MS).unref()
    process.on('message', (word) => {
      if (word === METRICS) answerWithMetrics(ground)
    })
  } catch (error) {
    await end(name, asFailure(error))
  }
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stack.disposeAsync().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

async function end(name: ProcessName, failure: Failure): Promise<never> {
  createLog(name, 'info')({ type: 'trouble', where: name, failure })
  if (failure.kind !== 'permanent') process.exit(1)
  const { code, message } = failure
  await new Promise((resolve) => process.send?.({ refused: { code, message } } satisfies Refusal, resolve))
  process.exit(EXIT_CONFIGURATION)
}

function answerWithMetrics({ metrics, observe }: Footing): void {
  metrics.snapshot().then(
    (snapshot) => process.send?.({ metrics: snapshot }),
    (error) => observe({ type: 'trouble', where: 'metrics', failure: asFailure(error) }),
  )
}
