import { isWorkingDay } from '../acknowledgement/working-days.ts'
import { type Instant, millisecondsBetween, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlinesOf } from '../call/deadline.ts'

const MINUTE_MS = 60_000
/** After the deadline what came in its last minute is read first. */
const AFTER_DEADLINE_MS = 5 * MINUTE_MS
/** A service that was down at that moment still tells it so long. */
const DEADLINE_TOLD_FOR_MS = 60 * MINUTE_MS
/** So long before and after the deadline no day is a day off. */
const NEAR_DEADLINE_MS = 48 * 60 * MINUTE_MS

/**
 * The digest that is due: right after the deadline, and at the hours of the call's file on working days, on
 * any day near the deadline. Named such as `20221123-0730`: a digest of a slot is written once, however often
 * it is asked for; one of an hour that was missed while the service was down is not sent late.
 */
export function dueSlot(now: Instant, call: Call): string | null {
  const { zone } = call.deadline
  const deadlines = deadlinesOf(call).map(({ at }) => ({ at, since: millisecondsBetween(at, now) }))
  const over = deadlines.find(
    ({ since }) => since >= AFTER_DEADLINE_MS && since < AFTER_DEADLINE_MS + DEADLINE_TOLD_FOR_MS,
  )
  if (over !== undefined) return `${day(over.at, zone)}-deadline`
  const time = wallClockOf(now, zone).toPlainTime().toString({ smallestUnit: 'minute' })
  if (!call.digest.at.includes(time)) return null
  const isNear = deadlines.some(({ since }) => Math.abs(since) < NEAR_DEADLINE_MS)
  const works = isWorkingDay(now, zone) || isNear
  return works ? `${day(now, zone)}-${time.replace(':', '')}` : null
}

function day(instant: Instant, zone: string): string {
  return wallClockOf(instant, zone).toPlainDate().toString().replaceAll('-', '')
}
