import { systemClock } from '../adapters/clock/system.ts'
import type { QueueObserver, RedisLocation } from '../adapters/queue/bullmq.ts'
import { type DatabaseLocation, openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { createMetrics, type Metrics } from '../adapters/telemetry/metrics.ts'
import { trustAuthorities } from '../adapters/tls/certificates.ts'
import { Failure } from '../base/failure.ts'
import type { Clock } from '../base/instant.ts'
import type { Calls } from '../call/calls.ts'
import type { Register } from '../register/register.ts'
import { callsOf } from '../settings/call-file.ts'
import { dataPaths, readSettings, type Settings } from '../settings/settings.ts'
import type { Observe } from '../steps/events.ts'
import { dyingAt } from './crash-points.ts'

/** What every process of the service needs, built from the settings. */
export interface World extends AsyncDisposable {
  readonly settings: Settings
  readonly calls: Calls
  readonly clock: Clock
  readonly observe: Observe
  readonly metrics: Metrics
  readonly register: Register
}

/** Failures: permanent for settings and the call file, transient when the database cannot be reached. */
export async function openWorld(
  process: string,
  settings: Settings = readSettings(),
  calls: Calls = callsOf(settings),
): Promise<World> {
  trustAuthorities(settings.RECEPISSE_CA)
  const database = await openDatabase(databaseLocation(settings))
  const log = createLog(process, settings.LOG_LEVEL)
  const metrics = createMetrics(process)
  return {
    settings,
    calls,
    clock: systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS),
    observe: (event) => {
      log(event)
      metrics.note(event)
    },
    metrics,
    register: dyingAt(settings, createSqlRegister(database)),
    [Symbol.asyncDispose]: () => database.destroy(),
  }
}

export function databaseLocation(settings: Settings): DatabaseLocation {
  if (settings.DATABASE_URL !== undefined) return { kind: 'postgres', url: settings.DATABASE_URL }
  return { kind: 'sqlite', path: dataPaths(settings).register }
}

/** Failure('permanent') outside « run », which hands its own Redis to its processes. */
export function redisLocation(settings: Settings): RedisLocation {
  if (settings.REDIS_URL !== undefined) return { url: settings.REDIS_URL }
  if (settings.RECEPISSE_REDIS_SOCKET !== undefined) return { socket: settings.RECEPISSE_REDIS_SOCKET }
  throw new Failure(
    'permanent',
    'settings',
    'this process needs REDIS_URL; « recepisse run » starts a Redis of its own when it is not set',
  )
}

const TROUBLE_TOLD_EVERY_MS = 60_000

/** The queue's troubles, told as the steps tell theirs. */
export function queueObserver(observe: Observe): QueueObserver {
  let toldAt = Number.NEGATIVE_INFINITY
  return {
    jobFailed: (name, failure) => observe({ type: 'trouble', where: name, failure }),
    jobDone: (job, milliseconds) => observe({ type: 'job-done', job, milliseconds }),
    connectionTroubled: (error) => {
      // Each connection of each queue complains at each attempt: one line a minute says as much.
      if (performance.now() < toldAt + TROUBLE_TOLD_EVERY_MS) return
      toldAt = performance.now()
      observe({
        type: 'trouble',
        where: 'queue',
        failure: new Failure('transient', 'redis-connection', 'the connection to Redis is troubled', {
          cause: error,
        }),
      })
    },
  }
}
