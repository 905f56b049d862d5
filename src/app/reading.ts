import { scanningReader } from '../adapters/antivirus/scanning-reader.ts'
import { clockOffset } from '../adapters/clock/offset.ts'
import { type JobQueues, startWorker } from '../adapters/queue/bullmq.ts'
import type { Archive } from '../evidence/evidence.ts'
import { envelopeKey } from '../settings/envelope-key.ts'
import { antivirusOf } from '../settings/settings.ts'
import { signingKey } from '../settings/signing-key.ts'
import { assemble } from '../steps/assemble.ts'
import { conclude } from '../steps/conclude.ts'
import type { Handlers, QUEUES } from '../steps/jobs.ts'
import { measureClock } from '../steps/measure-clock.ts'
import { read } from '../steps/read.ts'
import { reconsider } from '../steps/reconsider.ts'
import { remind } from '../steps/remind.ts'
import { sweep } from '../steps/sweep.ts'
import { every } from './every.ts'
import type { Premises } from './premises.ts'
import { OF_THE_SERVICE } from './readers-at-hand.ts'
import { keepSealing } from './sealing.ts'
import { uponChange } from './upon-change.ts'
import { queueObserver, queuePlace, type World } from './world.ts'

/** Mails in hand at a time: some whose documents take long must leave room for the others. */
const CONCURRENCY = 8
const FIRST_SLOT = '1'
const CLOCK_EVERY_MS = 3_600_000
/** Reminders are due by the hour, not by a change. */
const SWEEP_AT_LEAST_MS = 10 * 60_000

/** Reads, assembles, concludes, sweeps; and draws the heads of the register. */
export async function startReading(
  world: World,
  {
    archive,
    jobs,
    premises,
  }: { readonly archive: Archive; readonly jobs: JobQueues; readonly premises: Premises },
  summarise: Handlers<'summarise'>['summarise'],
): Promise<AsyncDisposable> {
  const { settings, environment, calls, register, clock, observe } = world
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const troubles = queueObserver(observe)
  // That the whole service ended is nobody's doing: one death is forgiven to each mail in hand, and none
  // before it.
  if (settings.RECEPISSE_STARTED_AGAIN === 0) await register.forgiveAttempts()
  const readers = premises.readers(settings, {
    ...OF_THE_SERVICE,
    calls: settings.RECEPISSE_MAILBOX === undefined ? calls : null,
  })
  const antivirus = antivirusOf(settings)
  const reader = antivirus === null ? readers : scanningReader(readers, antivirus)
  const ports = {
    archive,
    register,
    jobs,
    reader,
    room: premises.room,
    company: premises.company,
    clock,
    observe,
    key: envelopeKey(settings, environment),
    signer: signingKey(settings, environment),
  }
  const handlers: Handlers<(typeof QUEUES)['reading'][number]> = {
    read: ({ fingerprint }) => read(ports, fingerprint, calls),
    assemble: ({ fingerprint }) => assemble(ports, fingerprint, calls),
    conclude: ({ fingerprint }) => conclude(ports, fingerprint, calls),
    reconsider: ({ fingerprint }) => reconsider(ports, fingerprint, calls),
    summarise,
    // At the start nobody has work in hand, so the first sweep takes everything.
    sweep: async ({ slot }) => {
      await remind(ports, calls)
      await sweep(ports, slot === FIRST_SLOT ? 0 : settings.RECEPISSE_QUIET_SECONDS * 1000)
    },
  }
  stack.use(startWorker(await queuePlace(world), 'reading', handlers, CONCURRENCY, troubles))
  stack.use(every(CLOCK_EVERY_MS, 'clock', observe, () => measureClock({ ...world, offset: clockOffset })))
  stack.use(keepSealing(world, ports.signer))
  // The timer is ours, not the queue's: a Redis that lost everything must not lose the sweep.
  let slot = 0
  stack.use(
    uponChange(
      { everyMs: settings.RECEPISSE_SWEEP_SECONDS * 1000, atLeastMs: SWEEP_AT_LEAST_MS },
      'sweep',
      world,
      async () => {
        slot += 1
        await jobs.add('sweep', { slot: `${slot}` })
        return !(await register.isInHand())
      },
    ),
  )
  return stack.move()
}
