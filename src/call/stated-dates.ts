import { fold } from '../base/folding.ts'
import { type Instant, instantFromWallClock, wallClockOf } from '../base/instant.ts'
import { daysIn, monthsIn } from '../language/platform.ts'
import type { Call } from './call.ts'

/** Published texts are read in these, whatever language their letters have. */
const ALWAYS = ['fr-FR', 'en-GB']
/** A year that has every weekday, and a day of it. */
const A_MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY = 86_400_000

/** The dates that the call writes with a weekday that is not theirs, in words for whoever wrote the file. */
export function weekdayFaults(call: Call): readonly string[] {
  const locales = new Set([...ALWAYS, call.speech.letters.locale])
  return call.published.statedDates.flatMap((stated) => {
    const fault = weekdayFault(stated.text, [...locales])
    return fault === null ? [] : [`${stated.where}: ${fault}`]
  })
}

const WRITTEN = /^(\p{L}+),? (\d{1,2})(?:er|st|nd|rd|th|\.)? (?:de )?(\p{L}+)(?: de)?,? (\d{4})$/u

function weekdayFault(text: string, locales: readonly string[]): string | null {
  const [, weekday = '', day = '', month = '', year = ''] = WRITTEN.exec(fold(text)) ?? []
  const locale = locales.find((one) => monthsIn(one).includes(month))
  if (locale === undefined) return `« ${text} » is not a date such as « lundi 7 novembre 2022 »`
  const number = String(monthsIn(locale).indexOf(month) + 1).padStart(2, '0')
  const actual = weekdayOf(`${year}-${number}-${day.padStart(2, '0')}`, locale)
  return fold(actual) === weekday ? null : `« ${text} »: that day is a ${actual}`
}

function weekdayOf(date: string, locale: string): string {
  const noon: Instant = instantFromWallClock(`${date}T12:00`, 'UTC')
  const moment = A_MONDAY + (wallClockOf(noon, 'UTC').dayOfWeek - 1) * DAY
  const parts = daysIn(locale).formatToParts(new Date(moment))
  return parts.find(({ type }) => type === 'weekday')?.value ?? ''
}
