import { systemClock } from '../adapters/clock/system.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { createMetrics, type Metrics } from '../adapters/telemetry/metrics.ts'
import { trustAuthorities } from '../adapters/tls/certificates.ts'
import type { Clock } from '../base/instant.ts'
import type { Environment } from '../settings/environment.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import type { Observe } from '../steps/events.ts'

/** What work for a mailbox stands on: its settings, the time, and whom it tells. */
export interface Footing {
  readonly settings: Settings
  /** Where its secrets are looked for, each time one is needed. */
  readonly environment: Environment
  readonly clock: Clock
  readonly observe: Observe
  readonly metrics: Metrics
}

const trusted = new Set<string | undefined>()

/** The system’s store is read once for all mailboxes. */
function trustOnce(authorities: string | undefined): void {
  if (!trusted.has(authorities)) trustAuthorities(authorities)
  trusted.add(authorities)
}

/** What a process stands on that works by these settings: they, its clock, its log and its numbers. */
export function footingOf(process: string, environment: Environment): Footing {
  const settings = readSettings(environment)
  const { RECEPISSE_MAILBOX: mailbox = null } = settings
  trustOnce(settings.RECEPISSE_CA)
  const log = createLog(process, settings.LOG_LEVEL, mailbox)
  const metrics = createMetrics(process, mailbox)
  return {
    settings,
    environment,
    clock: systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS),
    observe: (event) => {
      log(event)
      metrics.note(event)
    },
    metrics,
  }
}
