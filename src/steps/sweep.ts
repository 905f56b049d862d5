import { Failure } from '../base/failure.ts'
import { type Clock, later } from '../base/instant.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { OutboxRegister } from '../register/outbox.ts'
import type { PipelineRegister } from '../register/pipeline.ts'
import type { SetAsidePipeline } from '../register/set-aside.ts'
import type { RegisterViews } from '../register/views.ts'
import { discard } from './discard.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { onward } from './onward.ts'

export interface SweepPorts {
  readonly archive: Archive
  readonly register: PipelineRegister &
    OutboxRegister &
    Pick<RegisterViews, 'breakers'> &
    Pick<SetAsidePipeline, 'toLookAgain'>
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
}

/** Letters looked at in one sweep: the oldest first, the next sweep takes the rest. */
const LETTERS = 200

/** Told at every sweep until a person looks: the digest may come hours later. */
function stopped(): Failure {
  return new Failure(
    'permanent',
    'sending-stopped',
    'too many letters left at once, none leaves by itself: find the ' +
      'cause, then run « recepisse resume --by NAME »',
  )
}

/**
 * Puts back what is unfinished, whatever became of its hint: a lost Redis, a killed worker, a full disk.
 * `quietMs`: what moved less than this long ago is somebody's work in hand.
 */
export async function sweep(ports: SweepPorts, quietMs: number): Promise<void> {
  const now = ports.clock.now()
  const mails = await ports.register.unfinished(later(now, -quietMs))
  for (const mail of mails) await onward(ports.jobs, mail.fingerprint, mail.progress)
  for (const fingerprint of await ports.register.toLookAgain())
    await ports.jobs.add('reconsider', { fingerprint }, 'backlog')
  for (const fingerprint of await ports.register.toDiscard()) await discard(ports, fingerprint)
  if ((await ports.register.breakers()).length > 0)
    ports.observe({ type: 'trouble', where: 'outbox', failure: stopped() })
  const letters = await ports.register.due(now, LETTERS)
  for (const outboxId of letters) await ports.jobs.add('deliver', { outboxId })
  await ports.register.forgetTrials(now)
  await ports.register.tend()
  if (mails.length + letters.length > 0)
    ports.observe({ type: 'swept', mails: mails.length, letters: letters.length })
}
