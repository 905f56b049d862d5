import type { Day } from '../base/day.ts'
import { type Instant, wallClockOf } from '../base/instant.ts'
import type { Language } from './language.ts'
import { fill } from './message.ts'
import { daysIn, halvesIn, ordinalsIn, zonesIn } from './platform.ts'

/** A zone, and how the call names it. */
export interface Zone {
  readonly zone: string
  readonly zoneLabel: string
}

/** « mercredi 23 novembre 2022 » in the zone. */
export function dayIn(language: Language, instant: Instant, zone: string): string {
  const { year, month, day } = wallClockOf(instant, zone)
  const { weekday } = namesIn(language, year, month, day)
  return fill(language.time.day, { weekday, date: written(language, year, month, day) })
}

/** « 3 mai 2026 » */
export function dateIn(language: Language, date: Day): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return written(language, year, month, day)
}

/** « 15 h 42 » in the zone. */
export function hourIn(language: Language, instant: Instant, zone: string): string {
  const local = wallClockOf(instant, zone)
  return fill(language.time.hour, { ...hoursOf(language, local.hour), minute: two(local.minute) })
}

/**
 * « mercredi 23 novembre 2022 à 15 h 42 min 10 s, heure de La Réunion (UTC+4) »: to the second, as Received
 * lines give it.
 */
export function momentIn(language: Language, instant: Instant, zone: Zone): string {
  const local = wallClockOf(instant, zone.zone)
  return fill(language.time.moment, {
    ...hoursOf(language, local.hour),
    minute: two(local.minute),
    second: two(local.second),
    day: dayIn(language, instant, zone.zone),
    zone: zoneIn(language, instant, zone),
  })
}

/** « heure de La Réunion (UTC+4) » */
export function zoneIn(language: Language, instant: Instant, { zone, zoneLabel }: Zone): string {
  const offset = wallClockOf(instant, zone).offset.replace(/^([+-])0?(\d+):00$/, '$1$2')
  return fill(language.time.zone, {
    zone: zoneLabel,
    offset: `UTC${offset === '+0' ? '' : offset.replace('-', '−')}`,
  })
}

/** « Central European Time »: how a language names a zone that the call names in another. */
export function zoneNameIn({ locale }: Language, zone: string): string {
  // Of a year whose summers have an hour of their own, or both would be named by the one there was.
  const parts = zonesIn(`${locale} ${zone}`).formatToParts(new Date(Date.UTC(2024, 0, 1)))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

function written(language: Language, year: number, month: number, day: number): string {
  const { dayOfMonth, date } = language.time
  const form = ordinalsIn(language.locale).select(day)
  const of = { ...dayOfMonth, zero: undefined, many: undefined }[form] ?? dayOfMonth.other
  return fill(date, {
    day: fill(of, { day: String(day) }),
    month: namesIn(language, year, month, day).month,
    year: String(year),
  })
}

/** The weekday and the month as they stand within a date. */
function namesIn(
  { locale }: Language,
  year: number,
  month: number,
  day: number,
): { readonly weekday: string; readonly month: string } {
  const parts = daysIn(locale).formatToParts(new Date(Date.UTC(year, month - 1, day, 12)))
  const part = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? ''
  return { weekday: part('weekday'), month: part('month') }
}

/** `hour2` in two figures, `hour12` with the half of the day: « 4 pm ». */
function hoursOf({ locale }: Language, hour: number): Record<'hour' | 'hour2' | 'hour12', string> {
  const parts = halvesIn(locale).formatToParts(new Date(Date.UTC(2000, 0, 1, hour)))
  const half = parts.find(({ type }) => type === 'dayPeriod')?.value ?? ''
  return { hour: String(hour), hour2: two(hour), hour12: `${hour % 12 === 0 ? 12 : hour % 12}\u00A0${half}` }
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
