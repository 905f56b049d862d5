import { fold } from '../base/folding.ts'
import { MONTHS, WEEKDAYS } from '../base/french-calendar.ts'
import { type Instant, instantFromWallClock, wallClockOf } from '../base/instant.ts'
import type { Call } from './call.ts'

/** The dates that the call writes with a weekday that is not theirs, in words for whoever wrote the file. */
export function weekdayFaults(call: Call): readonly string[] {
  return call.published.statedDates.flatMap((stated) => {
    const fault = weekdayFault(stated.text)
    return fault === null ? [] : [`${stated.where}: ${fault}`]
  })
}

function weekdayFault(text: string): string | null {
  const match = /^(\p{L}+) (\d{1,2})(?:er)? (\p{L}+) (\d{4})$/u.exec(fold(text))
  const [, weekday = '', day = '', month = '', year = ''] = match ?? []
  const number = MONTHS.map(fold).indexOf(month) + 1
  if (match === null || number === 0) return `« ${text} » is not a date such as « lundi 7 novembre 2022 »`
  const actual = weekdayOf(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return actual === weekday ? null : `« ${text} »: that day is a ${actual}`
}

function weekdayOf(date: string): string {
  const noon: Instant = instantFromWallClock(`${date}T12:00`, 'UTC')
  return WEEKDAYS[wallClockOf(noon, 'UTC').dayOfWeek - 1] ?? ''
}
