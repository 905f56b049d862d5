import { once } from 'node:events'
import { createLog } from '../adapters/telemetry/log.ts'
import { asFailure } from '../base/failure.ts'
import type { Calls } from '../call/calls.ts'
import { deadlineText } from '../call/deadline.ts'
import { type ProcessName, workBy } from '../settings/secrets.ts'
import { readSettings } from '../settings/settings.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import { BEAT, BEAT_EVERY_MS, EXIT_CONFIGURATION, FirstWord, METRICS, READY } from './between-processes.ts'
import { every } from './every.ts'
import { openWorld, type World } from './world.ts'

/**
 * Lives as one process of the service: starts, says so, and stops in good order at a signal or when its
 * parent is gone. What nobody handled ends the process: the parent starts a fresh one, and the register knows
 * what is unfinished.
 */
export async function live(
  name: ProcessName,
  start: (world: World) => Promise<AsyncDisposable>,
): Promise<void> {
  const stack = new AsyncDisposableStack()
  process.on('disconnect', () => process.exit(0))
  try {
    const calls = await toldByParent()
    const world = stack.use(await openWorld(name, readSettings(), calls))
    await refuseChangedDeadlines(world, world.calls)
    stack.use(await start(world))
    stack.use(watchForAdoption(world, await world.register.adoptedCallVersions()))
    process.send?.(READY)
    setInterval(() => process.send?.(BEAT), BEAT_EVERY_MS).unref()
    process.on('message', (message) => {
      if (message === METRICS) answerWithMetrics(world)
    })
  } catch (error) {
    const failure = asFailure(error)
    createLog(name, 'info')({ type: 'trouble', where: name, failure })
    process.exit(failure.kind === 'permanent' ? EXIT_CONFIGURATION : 1)
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

/**
 * The parent’s first word: settings and secrets, which stand in no environment that others can read, and the
 * calls, whose file the parent has read and checked.
 */
async function toldByParent(): Promise<Calls> {
  const [message] = await once(process, 'message')
  const { environment, calls } = FirstWord.parse(message)
  workBy(environment)
  return calls
}

const LOOK_FOR_ADOPTION_MS = 2_000

/**
 * A deadline or a call's file adopted while this process lives with another one: it stops in good order, and
 * its parent starts it again with the files as they stand.
 */
function watchForAdoption({ register, calls, observe }: World, versions: number): Disposable {
  return every(LOOK_FOR_ADOPTION_MS, 'deadline', observe, async () => {
    if ((await register.adoptedCallVersions()) !== versions) process.kill(process.pid, 'SIGTERM')
    for (const call of calls) {
      const adopted = await register.adoptedDeadline(call.id)
      if (adopted !== null && adopted.body !== deadlineText(call)) process.kill(process.pid, 'SIGTERM')
    }
  })
}

function answerWithMetrics(world: World): void {
  world.metrics.snapshot().then(
    (metrics) => process.send?.({ metrics }),
    (error) => world.observe({ type: 'trouble', where: 'metrics', failure: asFailure(error) }),
  )
}
