import { systemClock } from '../adapters/clock/system.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { createMetrics, type Metrics } from '../adapters/telemetry/metrics.ts'
import { trustAuthorities } from '../adapters/tls/certificates.ts'
import type { Clock } from '../base/instant.ts'
import type { Settings } from '../settings/settings.ts'
import type { Observe } from '../steps/events.ts'

/** What every process of the service stands on: its settings, the time, and whom it tells. */
export interface Footing {
  readonly settings: Settings
  readonly clock: Clock
  readonly observe: Observe
  readonly metrics: Metrics
}

/** What every process stands on: its settings, its clock, its log and its numbers. */
export function footingOf(process: string, settings: Settings): Footing {
  trustAuthorities(settings.RECEPISSE_CA)
  const log = createLog(process, settings.LOG_LEVEL)
  const metrics = createMetrics(process)
  return {
    settings,
    clock: systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS),
    observe: (event) => {
      log(event)
      metrics.note(event)
    },
    metrics,
  }
}
