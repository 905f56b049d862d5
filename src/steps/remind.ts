import { composeReminder } from '../acknowledgement/reminder.ts'
import { OutboxId } from '../base/ids.ts'
import { type Clock, type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { type Deadline, deadlineAt, deadlinesOf, isOpen } from '../call/deadline.ts'
import type { OutboxRegister, ToRemind } from '../register/outbox.ts'
import type { Jobs } from './jobs.ts'

export interface RemindPorts {
  readonly register: OutboxRegister
  readonly jobs: Jobs
  readonly clock: Clock
}

const HOUR_MS = 3_600_000
/** Paced, so that reminders neither open the breaker nor stand before acknowledgements. */
const PACE = { letters: 10, milliseconds: 10 * 60_000 } as const

/**
 * Writes each incomplete application one reminder, when the call's file asks for it: so many hours before the
 * deadline, only while pieces can still be sent, only to senders that a program may answer. Twice is once.
 */
export async function remind(ports: RemindPorts, calls: Calls): Promise<void> {
  const now = ports.clock.now()
  for (const call of calls.filter((one) => deadlinesOf(one).some((deadline) => isSoon(deadline, one, now)))) {
    const left = PACE.letters - (await ports.register.remindersSince(later(now, -PACE.milliseconds)))
    if (left <= 0) return
    const isDue = (one: ToRemind): boolean => isDueBefore(one, call, now)
    for (const one of await ports.register.toRemind(call.id, isDue, left))
      await remindOf(ports, call, one, now)
  }
}

/** So many hours before that deadline, and not after it. */
function isSoon(deadline: Deadline, { acknowledgement }: Call, now: Instant): boolean {
  const hours = acknowledgement.reminderHoursBefore
  return hours !== undefined && isOpen(now, deadline) && now >= later(deadline.at, -hours * HOUR_MS)
}

/** Each by the deadline that it falls under: its wave's, its sector's. */
function isDueBefore({ submission, verdict }: ToRemind, call: Call, now: Instant): boolean {
  const deadline = deadlineAt(submission.receipt.receivedAt, call, verdict.sectors)
  return deadline !== null && isSoon(deadline, call, now)
}

async function remindOf(ports: RemindPorts, call: Call, one: ToRemind, now: Instant): Promise<void> {
  const { number, fingerprint, letter, submission, verdict } = one
  const [to] = letter.to
  // What is missing is told to nobody of whom nothing is proven.
  if (to === undefined || submission.proof === 'unproven') return
  const id = OutboxId.parse(`reminder-${number}`)
  const original = { subject: '', messageId: letter.messageId, references: letter.references }
  const reminder = composeReminder({ call, number, submission, verdict, to, original })
  const item = { id, kind: 'reminder' as const, letter: reminder, automatic: true, number, fingerprint }
  if (await ports.register.addLetter(item, now)) await ports.jobs.add('deliver', { outboxId: id })
}
