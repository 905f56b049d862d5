import { type Instant, instantFromEpoch, wallClockOf } from '../base/instant.ts'

type Day = ReturnType<typeof wallClockOf>

/** Public holidays on a fixed date (C. trav. L3133-1), month and day. */
const FIXED = ['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25']
/** Abolition of slavery (C. trav. L3422-2), by zone. */
const OF_THE_ZONE: Readonly<Record<string, string>> = {
  'Indian/Reunion': '12-20',
  'Indian/Mayotte': '4-27',
  'America/Martinique': '5-22',
  'America/Guadeloupe': '5-27',
  'America/Cayenne': '6-10',
}
/** Days from Easter Sunday: Monday, Ascension, Whit Monday. */
const FROM_EASTER = [1, 39, 50]

/**
 * The end of the delay of so many working days: the last instant of the last day, in the zone. The day of
 * receipt does not count (CRPA R112-11-2: one day for the registration notice, ten for the acknowledgement).
 */
export function workingDaysLater(from: Instant, days: number, zone: string): Instant {
  let day = wallClockOf(from, zone)
  let left = days
  while (left > 0) {
    day = day.add({ days: 1 })
    if (isWorking(day, zone)) left -= 1
  }
  return instantFromEpoch(day.startOfDay().add({ days: 1 }).epochMilliseconds - 1)
}

/** Neither a Saturday, a Sunday nor a public holiday, in the zone. */
export function isWorkingDay(instant: Instant, zone: string): boolean {
  return isWorking(wallClockOf(instant, zone), zone)
}

function isWorking(day: Day, zone: string): boolean {
  if (day.dayOfWeek > 5) return false
  const written = `${day.month}-${day.day}`
  return (
    !FIXED.includes(written) && OF_THE_ZONE[zone] !== written && !FROM_EASTER.includes(daysFromEaster(day))
  )
}

function daysFromEaster(day: Day): number {
  const { month, date } = easter(day.year)
  const sunday = day.with({ month, day: date }).startOfDay()
  return Math.round((day.startOfDay().epochMilliseconds - sunday.epochMilliseconds) / 86_400_000)
}

/** Easter Sunday of the Gregorian calendar (the anonymous computation of 1876). */
function easter(year: number): { readonly month: number; readonly date: number } {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const leap = Math.floor(century / 4)
  const moon =
    (19 * golden + century - leap - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const sum = moon + weekday - 7 * shift + 114
  return { month: Math.floor(sum / 31), date: (sum % 31) + 1 }
}
