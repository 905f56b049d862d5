import { Day, dayOf } from '../base/day.ts'
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
 * the last deposit, whichever tells all that came. Empty where nothing did. `deposits`: the oldest first.
 */
export function depositDays(deposits: readonly Deposits[], call: Call, now: Instant): readonly DepositDay[] {
  const { zone, opensAt } = call.deadline
  const [oldest, latest] = [deposits[0], deposits.at(-1)]
  if (oldest === undefined || latest === undefined) return []
  const first = dayOf(oldest.from, zone)
  const end = lastDeadline(call)
  const known = dayOf(end !== null && end < now ? end : now, zone)
  const last = dayOf(latest.from, zone)
  const until = known > last ? known : last
  const days: DepositDay[] = []
  const opened = opensAt === undefined ? first : earlier(opensAt.slice(0, 10), first)
  // Of a longer call the last days are told; what came before is in their total.
  const oldestTold = dayOf(startOfDay(until, zone, -DAYS_AT_MOST + 1), zone)
  let [day, total, at] = [opened > oldestTold ? opened : oldestTold, 0, 0]
  const begin = startOfDay(day, zone)
  for (let one = deposits[at]; one !== undefined && one.from < begin; one = deposits[at]) {
    total += one.count
    at += 1
  }
  while (day <= until) {
    // Compared as instants: asking for the day of each would cost a second of thousands.
    const next = startOfDay(day, zone, 1)
    let count = 0
    for (let one = deposits[at]; one !== undefined && one.from < next; one = deposits[at]) {
      count += one.count
      at += 1
    }
    total += count
    days.push({ day: Day.parse(day), count, total })
    day = dayOf(next, zone)
  }
  return days
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}

/** How many came in each hour of the deadline’s day, from midnight; null where none of that day came. */
export function hoursOfLastDay(deposits: readonly Deposits[], call: Call): readonly number[] | null {
  const { zone } = call.deadline
  const end = lastDeadline(call)
  if (end === null) return null
  const day = dayOf(end, zone)
  const [from, until] = [startOfDay(day, zone), startOfDay(day, zone, 1)]
  const ofDay = deposits.filter((one) => one.from >= from && one.from < until)
  if (ofDay.length === 0) return null
  const hours = Array.from({ length: 24 }, () => 0)
  for (const one of ofDay) {
    const { hour } = wallClockOf(one.from, zone)
    hours[hour] = (hours[hour] ?? 0) + one.count
  }
  return hours
}

/** How many came since an instant that is a whole ten minutes. */
export function receivedSince(deposits: readonly Deposits[], since: Instant): number {
  return deposits.filter(({ from }) => from >= since).reduce((sum, { count }) => sum + count, 0)
}
