import { type Instant, wallClockOf } from '../base/instant.ts'

/** `2022-11-23 15:42:10`, in the call's zone. */
export function wallClockText(instant: Instant, zone: string): string {
  return wallClockOf(instant, zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}

/** « 23/11/2022 à 15:42:10 », in the call's zone. */
export function clockInWords(instant: Instant, zone: string): string {
  const [day = '', hour = ''] = wallClockText(instant, zone).split(' ')
  return `${day.split('-').reverse().join('/')} à ${hour}`
}
