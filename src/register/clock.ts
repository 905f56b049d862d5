import type { Instant } from '../base/instant.ts'

/** How far ahead of true time the machine's clock was found to be; `offsetMs` null when nobody could say. */
export interface ClockReading {
  readonly at: Instant
  readonly offsetMs: number | null
}

/** The measurements of our own clock: a deposit office that keeps time must be able to say how well. */
export interface ClockRegister {
  recordClock(offsetMs: number | null, at: Instant): Promise<void>
  lastClock(): Promise<ClockReading | null>
}

/** More than this is an alarm: the receipt times of mail servers have seconds. */
export const LARGEST_OFFSET_MS = 1_000

/** Whether a clock is too far off to date mails by; null is a clock that nobody could compare. */
export function isWrong(offsetMs: number | null): boolean {
  return offsetMs !== null && Math.abs(offsetMs) > LARGEST_OFFSET_MS
}
