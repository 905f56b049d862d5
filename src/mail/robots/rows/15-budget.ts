import { later } from '../../../base/instant.ts'
import { lastDeadline } from '../../../call/deadline.ts'
import type { AnswerDecision } from '../decision.ts'
import type { AnswerInput, Rule } from '../rule.ts'

const HOUR = 3_600_000

/** Too many at once, too old (first run, backlog), or long after the call: a person sends these together. */
export const budget: Rule = {
  id: '15-budget',
  test:
    'sending is stopped, received before the register was restored, over the budget per address or ' +
    'application and day or per hour of senders like this one (proven or not, by domain), received long ' +
    'ago, or long after the deadline',
  decide: (input) => held(exceeded(input)),
}

function exceeded({ call, known }: AnswerInput): string | null {
  const rules = call.acknowledgement
  if (known.breakerOpen) return '15-breaker'
  if (known.restoredAt !== null && known.receivedAt <= known.restoredAt) return '15-restored'
  if (known.sentToAddressLastDay >= rules.perAddressPerDay) return '15-budget-address'
  if (known.sentToApplicationLastDay >= rules.perApplicationPerDay) return '15-budget-application'
  if (known.sentLastHour >= rules.perHour) return '15-budget-hour'
  if (known.now > later(known.receivedAt, rules.backlogHours * HOUR)) return '15-backlog'
  const deadline = lastDeadline(call)
  if (deadline === null) return null
  const end = later(deadline, rules.daysAfterDeadline * 24 * HOUR)
  return known.now > end || known.receivedAt > end ? '15-outside-call' : null
}

function held(reason: string | null): AnswerDecision | null {
  return reason === null ? null : { send: false, held: true, reason }
}
