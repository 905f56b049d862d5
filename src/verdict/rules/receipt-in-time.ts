import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import {
  deadlineAt,
  deadlinesOf,
  isInTime,
  isInTimeBy,
  isNearDeadline,
  isOpen,
  opening,
  readingsOf,
} from '../../call/deadline.ts'
import type { Finding } from '../finding.ts'
import type { Outage } from '../outage.ts'
import type { Case, Rule } from '../rule.ts'

/**
 * When the mail was received against the deadline (CRPA L112-13: the date of receipt counts). A person
 * decides where the authority's own clocks lie on both sides, where only a doubtful clock is near, and where
 * the call contradicts itself.
 */
export const receiptInTime: Rule = {
  id: 'receipt-in-time',
  check(looked) {
    const { call, latest, sectors } = looked
    const { receipt } = latest
    const deadline = deadlineAt(receipt.receivedAt, call, sectors)?.at ?? null
    const fact = { receivedAt: receipt.receivedAt, deadline, source: receipt.source }
    const early = tooEarly(receipt.receivedAt, call)
    if (receipt.ruled !== undefined)
      return [{ code: receipt.ruled === 'on_time' ? 'received-in-time' : 'received-late', ...fact }, ...early]
    const doubts = doubtsAbout(looked).map((reason) => ({
      code: 'receipt-contested' as const,
      ...fact,
      reason,
    }))
    const inTime = isInTime(receipt.receivedAt, call, sectors) || postedInTime(looked) === true
    return [{ code: inTime ? 'received-in-time' : 'received-late', ...fact }, ...doubts, ...early]
  },
}

type Doubt = (Finding & { code: 'receipt-contested' })['reason']

function doubtsAbout(looked: Case): readonly Doubt[] {
  const { call, latest, sectors, outages } = looked
  const { receipt } = latest
  const posted = postedInTime(looked)
  if (posted !== null)
    return posted === isInTime(receipt.receivedAt, call, sectors) || postCounts(call) === 'postmark'
      ? []
      : ['postmark_and_arrival_differ']
  const deadlines = deadlinesOf(call, sectors)
  const over = deadlines.filter((one) => !isOpen(receipt.receivedAt, one))
  const disputed = over.find((one) => one.contestedUntil !== null && receipt.receivedAt < one.contestedUntil)
  const doubts: Doubt[] = []
  if (disputed !== undefined)
    doubts.push(disputed.dayItself === 'contested' ? 'day_without_hour' : 'call_contradicts_itself')
  if (over.some(({ at }) => outages.some((outage) => spans(outage, at))))
    doubts.push('outage_overlaps_deadline')
  if (straddle(looked)) doubts.push('clocks_straddle')
  const doubtful = receipt.source === 'date' || receipt.source === 'file'
  if (doubtful && isNearDeadline(receipt.receivedAt, call, sectors)) doubts.push('fallback_clock_near')
  if (new Set(readingsOf(call, sectors).map((one) => isInTimeBy(receipt.receivedAt, one))).size === 2)
    doubts.push('sector_decides')
  return doubts
}

/** The authority's own clocks only: what others wrote into the mail can be forged. */
function straddle({ call, latest: { receipt }, sectors }: Case): boolean {
  if (receipt.source === 'staff') return false
  const own = receipt.clocks.filter((clock) => clock.source === 'boundary' || clock.source === 'internaldate')
  const sides = new Set(
    own.map(({ at }) => deadlinesOf(call, sectors).filter((one) => isOpen(at, one)).length),
  )
  return sides.size > 1
}

/** Before the time for applying begins: a fact for staff. */
function tooEarly(receivedAt: Instant, call: Call): readonly Finding[] {
  const opensAt = opening(receivedAt, call)
  return opensAt === null ? [] : [{ code: 'received-before-opening', receivedAt, opensAt }]
}

/**
 * A letter is in time when its postmark is of the prescribed day at the latest, an hour on it being unknown
 * (CRPA L112-1); whether a call may ask for its arrival instead is disputed, so unless it tells both readings
 * are kept. Null for a mail, and where arrival counts.
 */
function postedInTime({ call, latest: { receipt }, sectors }: Case): boolean | null {
  const { postmark } = receipt
  if (postmark === undefined || postCounts(call) === 'arrival') return null
  return readingsOf(call, sectors).some(
    (one) => one.length === 0 || one.some(({ lastDay }) => postmark <= lastDay),
  )
}

/** CRPA L112-1, 1°: of what leads to a contract with a price, the day of sending never counts. */
export function postCounts({ post, legal }: Call): 'postmark' | 'arrival' | 'disputed' {
  return post?.counts ?? (legal?.contract === true ? 'arrival' : 'disputed')
}

/**
 * An authority does not hold against an applicant what its own system may have caused (CE, 23 Sept 2021, n°
 * 449250).
 */
function spans(outage: Outage, deadline: Instant): boolean {
  return outage.from <= deadline && deadline <= outage.until
}
