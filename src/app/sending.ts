import { randomUUID } from 'node:crypto'
import { startWorker } from '../adapters/queue/bullmq.ts'
import { envelopeKey } from '../settings/envelope-key.ts'
import { deliver } from '../steps/deliver.ts'
import { type Dispatch, submittingThrough } from './dispatch.ts'
import { uponChange } from './upon-change.ts'
import { queueObserver, queuePlace, type World } from './world.ts'

/** Letters in hand at a time: the connections that the sender's pool keeps. */
const CONCURRENCY = 4
/** A claim of a machine that died is a letter in hand: there is nothing else to look for. */
const CLAIMS_AT_LEAST_MS = 10 * 60_000

/** Hands letters that are due to the sender: intent committed, handed over, result committed. */
export async function startSending(world: World, dispatch: Dispatch): Promise<AsyncDisposable> {
  const { settings, environment, register, clock, observe } = world
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const owner = `${settings.RECEPISSE_INSTANCE}#${randomUUID()}`
  const submit = submittingThrough(dispatch)
  const ports = {
    ...{ register, clock, observe, owner, submit },
    key: envelopeKey(settings, environment),
    breakerAt: settings.RECEPISSE_BREAKER_LETTERS,
  }
  stack.use(
    startWorker(
      await queuePlace(world),
      'sending',
      { deliver: ({ outboxId }) => deliver(ports, outboxId) },
      CONCURRENCY,
      queueObserver(observe),
    ),
  )
  // Intents of our earlier lives were cut short: their letters are due again, under the same Message-ID.
  stack.use(
    uponChange(
      { everyMs: settings.RECEPISSE_SWEEP_SECONDS * 1000, atLeastMs: CLAIMS_AT_LEAST_MS },
      'sending',
      world,
      async () => {
        await register.releaseClaims(owner, clock.now())
        return !(await register.isInHand())
      },
    ),
  )
  return stack.move()
}
