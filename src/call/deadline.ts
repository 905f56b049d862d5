import {
  type Instant,
  instantFromWallClock,
  later,
  millisecondsBetween,
  startOfDay,
  wallClockOf,
} from '../base/instant.ts'
import type { Call } from './call.ts'
import type { PublishedDeadline } from './published-deadline.ts'

type Dated = Pick<Call, 'deadline'>

/**
 * The deadline as an instant: the wall clock of the call in its zone; of a day without an hour its first moment, or,
 * where the day itself is in time, its end.
 */
export function deadlineOf({ deadline }: Dated): Instant {
  const { wallClock, zone } = deadline
  return wallClock === undefined ? edgeOfDay(deadline) : instantFromWallClock(wallClock, zone)
}

/** As loaded, a deadline without an hour has a day (consistency.ts). */
function edgeOfDay({ day = '', dayItself, zone }: PublishedDeadline): Instant {
  return startOfDay(day, zone, dayItself === 'in' ? 1 : 0)
}

/** Strictly before for « avant », up to and including for « au plus tard »; of a day without an hour, before its edge. */
export function isInTime(receivedAt: Instant, call: Dated): boolean {
  const deadline = deadlineOf(call)
  return call.deadline.inclusive === true ? receivedAt <= deadline : receivedAt < deadline
}

/** The hour that the call published, or null where it published a day alone: nobody is told an hour then. */
export function publishedHour(call: Dated): Instant | null {
  return call.deadline.wallClock === undefined ? null : deadlineOf(call)
}

/** The last day on which one could hand in, in the call's zone (CRPA L112-1: « la date prescrite »). */
export function lastDay(call: Dated): string {
  const { day, dayItself, zone } = call.deadline
  const end = deadlineOf(call)
  if (day !== undefined && dayItself !== 'out') return day
  return dayOf(day === undefined ? end : later(end, -1), zone)
}

function dayOf(instant: Instant, zone: string): string {
  return wallClockOf(instant, zone).toPlainDate().toString()
}

/** The end of the period in which a person decides: the call contradicts itself, or does not tell whether its last day counts. */
export function contestedUntil({ deadline }: Dated): Instant | null {
  const { contestedUntil: until, day, dayItself, zone } = deadline
  if (until !== undefined) return instantFromWallClock(until, zone)
  return day !== undefined && dayItself === 'contested' ? startOfDay(day, zone, 1) : null
}

/** True when `instant` is so near the deadline that a doubtful clock cannot decide. */
export function isNearDeadline(instant: Instant, call: Dated): boolean {
  const reach = call.deadline.doubtfulClockHours * 3_600_000
  return Math.abs(millisecondsBetween(deadlineOf(call), instant)) <= reach
}

/** The deadline as one text, for telling whether it was changed: the same facts, the same text. */
export function deadlineText({ deadline }: Dated): string {
  const { wallClock, day, dayItself, zone, inclusive, contestedUntil: until } = deadline
  const end = wallClock === undefined ? { day, dayItself, zone } : { wallClock, zone, inclusive }
  return JSON.stringify({ ...end, contestedUntil: until ?? null })
}

/** The day until which its applications are kept, of so many years after the deadline. */
export function keptUntil(call: Dated, years: number): string {
  return wallClockOf(deadlineOf(call), call.deadline.zone).toPlainDate().add({ years }).toString()
}
