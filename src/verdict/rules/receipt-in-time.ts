import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import { contestedUntil, deadlineOf, isInTime, isNearDeadline } from '../../call/deadline.ts'
import type { Receipt } from '../../mail/receipt.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/**
 * When the mail was received against the deadline (CRPA L112-13: the date of receipt counts). A person decides
 * where the authority's own clocks lie on both sides, where only a doubtful clock is near, and where the call
 * contradicts itself.
 */
export const receiptInTime: Rule = {
  id: 'receipt-in-time',
  check({ call, latest }) {
    const { receipt } = latest
    const fact = { receivedAt: receipt.receivedAt, deadline: deadlineOf(call), source: receipt.source }
    const doubts: Finding[] = doubtsAbout(receipt, call).map((reason) => ({
      code: 'receipt-contested',
      ...fact,
      reason,
    }))
    const inTime = isInTime(receipt.receivedAt, call)
    return [{ code: inTime ? 'received-in-time' : 'received-late', ...fact }, ...doubts]
  },
}

type Doubt = 'call_contradicts_itself' | 'clocks_straddle' | 'fallback_clock_near'

function doubtsAbout(receipt: Receipt, call: Call): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (!isInTime(receipt.receivedAt, call) && isBefore(receipt.receivedAt, contestedUntil(call)))
    doubts.push('call_contradicts_itself')
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
