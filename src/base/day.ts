import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Instant, wallClockOf } from './instant.ts'

/** A day of the calendar, of no zone: `2026-03-31`. Such days sort as they read. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

/** The same day so many years later; of the 29th of February, the 28th where there is none. */
export function yearsLater(day: Day, years: number): Day {
  return Day.parse(Temporal.PlainDate.from(day).add({ years }).toString())
}

/** The day that an instant falls on in a zone. */
export function dayOf(instant: Instant, zone: string): Day {
  return Day.parse(wallClockOf(instant, zone).toPlainDate().toString())
}
