import { type Instant, wallClockOf } from '../base/instant.ts'

/** `2022-11-23 15:42:10`, in the call's zone. */
export function wallClockText(instant: Instant, zone: string): string {
  return wallClockOf(instant, zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}
