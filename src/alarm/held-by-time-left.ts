import { workingDaysLater } from '../acknowledgement/working-days.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Vitals } from '../register/vitals.ts'

/**
 * Held acknowledgements by the legal time left (CRPA R112-11-2: one working day to register, ten to
 * acknowledge).
 */
export function heldByTimeLeft({ held }: Vitals, calls: readonly Call[], now: Instant) {
  const counts = { within_a_day: 0, within_ten_days: 0, overdue: 0 }
  for (const mail of held) {
    const zone = calls.find((call) => call.id === mail.callId)?.deadline.zone
    if (zone === undefined) continue
    if (now <= workingDaysLater(mail.receivedAt, 1, zone)) counts.within_a_day += 1
    else if (now <= workingDaysLater(mail.receivedAt, 10, zone)) counts.within_ten_days += 1
    else counts.overdue += 1
  }
  return counts
}
