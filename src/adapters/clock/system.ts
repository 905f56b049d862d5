import { type Clock, instantFromEpoch } from '../../base/instant.ts'

/** The machine's clock, the only place that reads it. `offsetMs` is for demonstrations and tests. */
export function systemClock(offsetMs = 0): Clock {
  return { now: () => instantFromEpoch(Date.now() + offsetMs) }
}
