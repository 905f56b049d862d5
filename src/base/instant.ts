import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/**
 * A moment in UTC, written in the one form that sorts as it reads: `2022-11-23T12:00:00.000Z`.
 * Everything else (no milliseconds, an offset, an impossible month) is refused, so that comparing two
 * instants as text is comparing them in time.
 */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** Where the present comes from. Passed in everywhere, so that a call of 2022 can be lived again. */
export interface Clock {
  now(): Instant
}

/** Milliseconds since 1970 to an instant. Throws RangeError for NaN or out of range. */
export function instantFromEpoch(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString())
}

/** Milliseconds since 1970, in UTC. */
export function epochOf(instant: Instant): number {
  return Date.parse(instant)
}

/** `later(i, -60_000)` is a minute earlier. */
export function later(instant: Instant, milliseconds: number): Instant {
  return instantFromEpoch(epochOf(instant) + milliseconds)
}

/** Milliseconds from `start` to `end`; negative when `end` comes first. */
export function millisecondsBetween(start: Instant, end: Instant): number {
  return epochOf(end) - epochOf(start)
}

/**
 * A wall clock reading such as `2022-11-23T16:00` in an IANA zone. Throws for a misspelt zone, and for a
 * reading that the zone's clock change skips or shows twice.
 */
export function instantFromWallClock(wallClock: string, zone: string): Instant {
  const zoned = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'reject' })
  return instantFromEpoch(zoned.epochMilliseconds)
}

/** The first moment of a day of the calendar, such as `2025-03-31`, so many days later, in an IANA zone. */
export function startOfDay(day: string, zone: string, daysLater = 0): Instant {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(zone)
  return instantFromEpoch(start.epochMilliseconds)
}

/** The wall clock in a zone, for showing an instant to people. */
export function wallClockOf(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}

/** True when `zone` is a zone of the time zone database. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * True when a wall clock reading is one instant in its zone: no change of the clock skips it or shows it
 * twice.
 */
export function isOneInstant(wallClock: string, zone: string): boolean {
  try {
    instantFromWallClock(wallClock, zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** True when `text` is a date and time of the calendar, such as `2022-11-23T16:00`. */
export function isWallClock(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
