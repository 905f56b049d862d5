import { composeJoining } from '../acknowledgement/joining.ts'
import { languageWritten } from '../acknowledgement/translation.ts'
import { OutboxId } from '../base/ids.ts'
import { type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { lastDeadline } from '../call/deadline.ts'
import { comparableAddress } from '../mail/hosts.ts'
import type { Conclusion, ConclusionFacts } from '../register/pipeline.ts'

const HOUR_MS = 3_600_000

/**
 * The letter to the address first acknowledged when a mail from another one joined: once for each such
 * address, for its first mail, when it joins. Pure.
 */
export function joiningOf(facts: ConclusionFacts, call: Call, now: Instant): Conclusion['joining'] {
  const { record, firstLetter, submissions } = facts
  const { fingerprint, number, fate } = record
  const to = firstLetter?.to[0]
  const submission = submissions.at(-1)
  if (number === null || fate !== 'supplement' || submission === undefined) return null
  if (firstLetter === null || to === undefined || !isNews(facts) || mustStay(facts, call, now)) return null
  const address = comparableAddress(submission.sender ?? '')
  const isKnown = submissions.slice(0, -1).some(({ sender }) => comparableAddress(sender ?? '') === address)
  if (isKnown || address === comparableAddress(to)) return null
  const { messageId, references } = firstLetter
  const letter = composeJoining({
    call,
    number,
    submission,
    to,
    original: { subject: '', messageId, references },
    writtenIn: languageWritten(submissions[0]?.documents ?? []),
  })
  return { id: OutboxId.parse(`joining-${fingerprint}`), letter }
}

/**
 * Concluded again for another reason it is not: what has its acknowledgement as a supplement was told of
 * then.
 */
function isNews({ alreadyAnswered, ground }: ConclusionFacts): boolean {
  return !alreadyAnswered || ground === 'joined-by-staff'
}

/** As for answers: nothing leaves while it should not, nor long after the call. */
function mustStay(facts: ConclusionFacts, call: Call, now: Instant): boolean {
  const { receivedAt } = facts.record.read.receipt
  const deadline = lastDeadline(call)
  const isOver =
    deadline !== null && now > later(deadline, call.acknowledgement.daysAfterDeadline * 24 * HOUR_MS)
  const wasRestored = facts.restoredAt !== null && receivedAt <= facts.restoredAt
  return facts.breakerOpen || facts.onlyInJunk || wasRestored || isOver
}
