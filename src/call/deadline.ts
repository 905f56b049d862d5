import { type Instant, instantFromWallClock, millisecondsBetween, wallClockOf } from '../base/instant.ts'
import type { Call } from './call.ts'

/** The deadline as an instant: the wall clock of the call in its zone. */
export function deadlineOf(call: Call): Instant {
  return instantFromWallClock(call.deadline.wallClock, call.deadline.zone)
}

/** Strictly before for « avant », up to and including for « au plus tard ». */
export function isInTime(receivedAt: Instant, call: Call): boolean {
  const deadline = deadlineOf(call)
  return call.deadline.inclusive ? receivedAt <= deadline : receivedAt < deadline
}

/** The end of the period in which the call contradicts itself, or null when it does not. */
export function contestedUntil(call: Call): Instant | null {
  const until = call.deadline.contestedUntil
  return until === undefined ? null : instantFromWallClock(until, call.deadline.zone)
}

/** True when `instant` is so near the deadline that a doubtful clock cannot decide. */
export function isNearDeadline(instant: Instant, call: Call): boolean {
  const reach = call.deadline.doubtfulClockHours * 3_600_000
  return Math.abs(millisecondsBetween(deadlineOf(call), instant)) <= reach
}

/** The deadline as one text, for telling whether it was changed: the same facts, the same text. */
export function deadlineText(call: Call): string {
  const { wallClock, zone, inclusive, contestedUntil } = call.deadline
  return JSON.stringify({ wallClock, zone, inclusive, contestedUntil: contestedUntil ?? null })
}

/** The day until which its applications are kept, of so many years after the deadline. */
export function keptUntil(call: Call, years: number): string {
  return wallClockOf(deadlineOf(call), call.deadline.zone).toPlainDate().add({ years }).toString()
}
