import type { QueueObserver, QueuePlace } from '../adapters/queue/bullmq.ts'
import type { RedisLocation } from '../adapters/queue/lines.ts'
import { type Database, type DatabaseLocation, openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import { SCHEMA_OF_SEVERAL } from '../adapters/sql/turn.ts'
import { Failure } from '../base/failure.ts'
import type { Calls } from '../call/calls.ts'
import type { Standing } from '../register/adoptions.ts'
import type { Register } from '../register/register.ts'
import { callsOf } from '../settings/call-file.ts'
import { type Environment, ownEnvironment } from '../settings/environment.ts'
import { dataPaths, type Settings } from '../settings/settings.ts'
import type { Observe } from '../steps/events.ts'
import { dyingAt } from './crash-points.ts'
import { type Footing, footingOf } from './footing.ts'

/** What a process needs that works at the register, built from the settings. */
export interface World extends Footing, AsyncDisposable {
  readonly calls: Calls
  readonly register: Register
}

/** Failures: permanent for settings and the call file, transient when the database cannot be reached. */
export async function openWorld(name: string, environment: Environment = ownEnvironment()): Promise<World> {
  const footing = footingOf(name, environment)
  const calls = callsOf(footing.settings)
  return worldOf(footing, calls, await openDatabase(databaseLocation(footing.settings)))
}

/**
 * The same for a process that lives on, and what stood before the calls' files were read: with anything
 * else, it is to begin anew.
 */
export async function openLastingWorld(
  footing: Footing,
): Promise<{ readonly world: World; readonly standing: Standing }> {
  const database = await openDatabase(databaseLocation(footing.settings))
  try {
    const standing = await createSqlRegister(database).standing()
    return { world: worldOf(footing, callsOf(footing.settings), database), standing }
  } catch (error) {
    await database.destroy()
    throw error
  }
}

function worldOf(footing: Footing, calls: Calls, database: Database): World {
  return {
    ...footing,
    calls,
    register: dyingAt(footing.settings, createSqlRegister(database)),
    [Symbol.asyncDispose]: () => database.destroy(),
  }
}

/**
 * Where the register is: PostgreSQL where its address is given, there in a schema of its own for each of
 * several mailboxes; else a SQLite file in the data folder.
 */
export function databaseLocation(settings: Settings): DatabaseLocation {
  const { DATABASE_URL: url, RECEPISSE_MAILBOX: mailbox } = settings
  if (url !== undefined)
    return { kind: 'postgres', url, schema: mailbox === undefined ? null : `${SCHEMA_OF_SEVERAL}${mailbox}` }
  return { kind: 'sqlite', path: dataPaths(settings).register }
}

/**
 * Where this register's jobs stand. Failure('permanent') outside « run », which hands its own Redis to its
 * processes.
 */
export async function queuePlace({ settings, register }: World): Promise<QueuePlace> {
  return { ...redisLocation(settings), registerId: await register.ownId() }
}

function redisLocation(settings: Settings): RedisLocation {
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
