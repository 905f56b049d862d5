import { type Day, dayOf } from '../base/day.ts'
import { type Instant, startOfDay, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { lastDeadline } from '../call/deadline.ts'
import type { Deposits } from '../register/desk.ts'

/** How many applications came on a day of the call’s zone, and until its end. */
export interface DepositDay {
  readonly day: Day
  readonly count: number
  readonly total: number
}

/** A call that nobody closes goes on for years. */
const DAYS_AT_MOST = 1_000

/**
 * Day by day from the opening, or from the first deposit where none is known, until today, the deadline or
 * the last deposit, whichever tells all that came. Empty where nothing did.
 */
export function depositDays(deposits: readonly Deposits[], call: Call, now: Instant): readonly DepositDay[] {
  const { zone, opensAt } = call.deadline
  const counts = new Map<Day, number>()
  for (const { from, count } of deposits) {
    const day = dayOf(from, zone)
    counts.set(day, (counts.get(day) ?? 0) + count)
  }
  const came = [...counts.keys()].toSorted()
  const [first, last] = [came[0], came.at(-1)]
  if (first === undefined || last === undefined) return []
  const opened = opensAt === undefined ? first : opensAt.slice(0, 10)
  const end = lastDeadline(call)
  const until = [last, dayOf(end !== null && end < now ? end : now, zone)].toSorted().at(-1) ?? last
  const days: DepositDay[] = []
  let total = 0
  for (let day = [opened, first].toSorted()[0] ?? first; day <= until && days.length < DAYS_AT_MOST; ) {
    const at = startOfDay(day, zone)
    const count = counts.get(dayOf(at, zone)) ?? 0
    total += count
    days.push({ day: dayOf(at, zone), count, total })
    day = dayOf(startOfDay(day, zone, 1), zone)
  }
  return days
}

/** How many came in each hour of the deadline’s day, from midnight; null where none of that day came. */
export function hoursOfLastDay(deposits: readonly Deposits[], call: Call): readonly number[] | null {
  const { zone } = call.deadline
  const end = lastDeadline(call)
  if (end === null) return null
  const ofDay = deposits.filter(({ from }) => dayOf(from, zone) === dayOf(end, zone))
  if (ofDay.length === 0) return null
  const hours = Array.from({ length: 24 }, () => 0)
  for (const { from, count } of ofDay) {
    const { hour } = wallClockOf(from, zone)
    hours[hour] = (hours[hour] ?? 0) + count
  }
  return hours
}

/** How many came since an instant that is a whole ten minutes. */
export function receivedSince(deposits: readonly Deposits[], since: Instant): number {
  return deposits.filter(({ from }) => from >= since).reduce((sum, { count }) => sum + count, 0)
}
