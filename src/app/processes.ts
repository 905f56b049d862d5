import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { openFront } from '../adapters/http/front.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { type ProcessNumbers, processNumbers } from '../adapters/telemetry/process-numbers.ts'
import { asFailure, type Failure } from '../base/failure.ts'
import type { ProcessName } from '../settings/secrets.ts'
import {
  BEAT,
  BEAT_EVERY_MS,
  EXIT_CONFIGURATION,
  FirstWord,
  METRICS,
  READY,
  type Refusal,
} from './between-processes.ts'
import { type Footing, footingOf } from './footing.ts'
import { type Beginning, KeptMailbox } from './kept-mailbox.ts'
import { Premises } from './premises.ts'

/**
 * Lives as one process of the service: starts, says so, and stops in good order at a signal or when its
 * parent is gone. What nobody handled ends the process: the parent starts a fresh one, and the register knows
 * what is unfinished. With one mailbox, what keeps it from working ends the process too; with several, each
 * is begun again by itself.
 */
export async function live<Ground extends Footing>(name: ProcessName, how: Beginning<Ground>): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  const stack = new AsyncDisposableStack()
  try {
    const [message] = await once(process, 'message')
    const { mailboxes } = FirstWord.parse(message)
    const own = processNumbers(name)
    const numbers =
      mailboxes.length === 1 && mailboxes[0]?.id === null
        ? await ofOne(name, mailboxes[0].environment, how, stack)
        : await ofSeveral(name, mailboxes, how, own, stack)
    process.send?.(READY)
    setInterval(() => process.send?.(BEAT), BEAT_EVERY_MS).unref()
    process.on('message', (word) => {
      if (word === METRICS) answerWith(name, async () => [...(await own.snapshot()), ...(await numbers())])
    })
  } catch (error) {
    await end(name, asFailure(error))
  }
}

/** What the work of a process counts. */
type Numbers = () => Promise<object[]>

async function ofOne<Ground extends Footing>(
  name: ProcessName,
  environment: FirstWord['mailboxes'][number]['environment'],
  how: Beginning<Ground>,
  stack: AsyncDisposableStack,
): Promise<Numbers> {
  const premises = stack.use(new Premises(null))
  const ground = await how.stand(footingOf(name, environment), stack, beginAnew)
  stack.use(await how.start(ground, premises))
  stopAtSignal(stack)
  return () => ground.metrics.snapshot()
}

/** One that takes long to begin keeps the others waiting no longer than so. */
const BEGUN_WITHIN_MS = 10_000

async function ofSeveral<Ground extends Footing>(
  name: ProcessName,
  mailboxes: FirstWord['mailboxes'],
  how: Beginning<Ground>,
  own: ProcessNumbers,
  stack: AsyncDisposableStack,
): Promise<Numbers> {
  const premises = stack.use(new Premises(name === 'console' ? openFront() : null))
  const kept = mailboxes.map(
    ({ id, environment }) => new KeptMailbox(name, id ?? '', environment, how, premises),
  )
  stack.defer(async () => {
    await Promise.all(kept.map((one) => one[Symbol.asyncDispose]()))
  })
  // They work already, some of them: a signal finishes what they have in hand.
  stopAtSignal(stack)
  own.show(() => kept.map((one) => ({ mailbox: one.id, works: one.isWorking })))
  await Promise.race([
    Promise.all(kept.map((one) => one.begun)),
    delay(BEGUN_WITHIN_MS, undefined, { ref: false }),
  ])
  return async () => (await Promise.all(kept.map((one) => one.numbers()))).flat()
}

/** Its parent starts this process again, with what is true then. */
function beginAnew(): void {
  process.kill(process.pid, 'SIGTERM')
}

function stopAtSignal(stack: AsyncDisposableStack): void {
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

function answerWith(name: ProcessName, numbers: Numbers): void {
  numbers().then(
    (metrics) => process.send?.({ metrics }),
    (error) => createLog(name, 'info')({ type: 'trouble', where: 'metrics', failure: asFailure(error) }),
  )
}
