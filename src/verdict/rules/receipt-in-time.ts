import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import { contestedUntil, deadlineOf, isInTime, isNearDeadline, lastDay } from '../../call/deadline.ts'
import type { Receipt } from '../../mail/receipt.ts'
import type { Finding } from '../finding.ts'
import type { Outage } from '../outage.ts'
import type { Rule } from '../rule.ts'

/**
 * When the mail was received against the deadline (CRPA L112-13: the date of receipt counts). A person decides
 * where the authority's own clocks lie on both sides, where only a doubtful clock is near, and where the call
 * contradicts itself.
 */
export const receiptInTime: Rule = {
  id: 'receipt-in-time',
  check({ call, latest, outages }) {
    const { receipt } = latest
    const fact = { receivedAt: receipt.receivedAt, deadline: deadlineOf(call), source: receipt.source }
    if (receipt.ruled !== undefined)
      return [{ code: receipt.ruled === 'on_time' ? 'received-in-time' : 'received-late', ...fact }]
    const doubts: Finding[] = doubtsAbout(receipt, call, outages).map((reason) => ({
      code: 'receipt-contested',
      ...fact,
      reason,
    }))
    const inTime = isInTime(receipt.receivedAt, call) || postedInTime(receipt, call) === true
    return [{ code: inTime ? 'received-in-time' : 'received-late', ...fact }, ...doubts]
  },
}

type Doubt = (Finding & { code: 'receipt-contested' })['reason']

function doubtsAbout(receipt: Receipt, call: Call, outages: readonly Outage[]): readonly Doubt[] {
  const posted = postedInTime(receipt, call)
  if (posted !== null)
    return posted === isInTime(receipt.receivedAt, call) || postCounts(call) === 'postmark'
      ? []
      : ['postmark_and_arrival_differ']
  const doubts: Doubt[] = []
  if (!isInTime(receipt.receivedAt, call) && isBefore(receipt.receivedAt, contestedUntil(call)))
    doubts.push(call.deadline.dayItself === 'contested' ? 'day_without_hour' : 'call_contradicts_itself')
  if (!isInTime(receipt.receivedAt, call) && outages.some((outage) => spans(outage, deadlineOf(call))))
    doubts.push('outage_overlaps_deadline')
  if (straddle(receipt, call)) doubts.push('clocks_straddle')
  const doubtful = receipt.source === 'date' || receipt.source === 'file'
  if (doubtful && isNearDeadline(receipt.receivedAt, call)) doubts.push('fallback_clock_near')
  return doubts
}

function isBefore(instant: Instant, end: Instant | null): boolean {
  return end !== null && instant < end
}

/** The authority's own clocks only: what others wrote into the mail can be forged. */
function straddle(receipt: Receipt, call: Call): boolean {
  if (receipt.source === 'staff') return false
  const own = receipt.clocks.filter((clock) => clock.source === 'boundary' || clock.source === 'internaldate')
  const sides = new Set(own.map((clock) => isInTime(clock.at, call)))
  return sides.size === 2
}

/**
 * A letter is in time when its postmark is of the prescribed day at the latest, an hour on it being unknown (CRPA
 * L112-1); whether a call may ask for its arrival instead is disputed, so unless it tells both readings are kept.
 * Null for a mail, and where arrival counts.
 */
function postedInTime(receipt: Receipt, call: Call): boolean | null {
  if (receipt.postmark === undefined || postCounts(call) === 'arrival') return null
  return receipt.postmark <= lastDay(call)
}

/** CRPA L112-1, 1°: of what leads to a contract with a price, the day of sending never counts. */
function postCounts({ post, legal }: Call): 'postmark' | 'arrival' | 'disputed' {
  return post?.counts ?? (legal?.contract === true ? 'arrival' : 'disputed')
}

/** An authority does not hold against an applicant what its own system may have caused (CE, 23 Sept 2021, n° 449250). */
function spans(outage: Outage, deadline: Instant): boolean {
  return outage.from <= deadline && deadline <= outage.until
}
