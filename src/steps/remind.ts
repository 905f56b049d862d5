import { composeReminder } from '../acknowledgement/reminder.ts'
import { OutboxId } from '../base/ids.ts'
import { type Clock, type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { deadlineOf, isInTime } from '../call/deadline.ts'
import type { OutboxRegister, ToRemind } from '../register/register.ts'
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
  for (const call of calls.filter((one) => isTime(one, now))) {
    const left = PACE.letters - (await ports.register.remindersSince(later(now, -PACE.milliseconds)))
    if (left <= 0) return
    for (const one of await ports.register.toRemind(call.id, left)) await remindOf(ports, call, one, now)
  }
}

function isTime(call: Call, now: Instant): boolean {
  const hours = call.acknowledgement.reminderHoursBefore
  return hours !== undefined && isInTime(now, call) && now >= later(deadlineOf(call), -hours * HOUR_MS)
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
