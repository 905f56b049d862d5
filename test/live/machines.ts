import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Demonstration, startDemonstration } from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import { type Database, openDatabase } from '../../src/adapters/sql/connect.ts'
import type { Call } from '../../src/call/call.ts'
import { aStore } from '../adapters/a-store.ts'
import { startPostgres } from '../rig/postgres.ts'
import { startRedis } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** What several machines share: a PostgreSQL, a Redis, a bucket, a mailbox, a submission server. */
export interface Shared extends AsyncDisposable {
  readonly demonstration: Demonstration
  readonly database: Database
  readonly databaseUrl: string
}

/** Starts all of it, and no machine. `prefix`: of the folder that holds it. */
export async function startShared(call: Call, prefix: string): Promise<Shared> {
  await using stack = new AsyncDisposableStack()
  const server = stack.use(await startPostgres())
  const store = stack.use(await aStore())
  const databaseUrl = await server.database()
  const redisPort = await freePort()
  const redis = startRedis(redisPort)
  stack.defer(() => {
    redis.kill('SIGKILL')
  })
  const demonstration = stack.use(
    await startDemonstration(call, await mkdtemp(join(tmpdir(), prefix)), {
      service: false,
      environment: {
        DATABASE_URL: databaseUrl,
        REDIS_URL: `redis://127.0.0.1:${redisPort}`,
        RECEPISSE_INSTANCE: 'temoin',
        RECEPISSE_ARCHIVE: store.location.url,
        RECEPISSE_KEY: 'a key of sixteen characters or more',
        S3_KEY_ID: store.location.keyId,
        S3_SECRET: store.location.secret,
      },
    }),
  )
  const database = await openDatabase({ kind: 'postgres', url: databaseUrl, schema: null })
  stack.defer(() => database.destroy())
  const moved = stack.move()
  return { demonstration, database, databaseUrl, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}

/**
 * Starts a machine under a name, in a data folder of its own, its log in service.log there. `program`: the
 * folder of another program than this one.
 */
export async function startMachine(
  name: string,
  { folder, environment }: Demonstration,
  more: Readonly<Record<string, string>> = {},
  program = ROOT,
): Promise<ChildProcess> {
  const own = join(folder, name)
  await mkdir(own, { recursive: true })
  const log = openSync(join(own, 'service.log'), 'a')
  return spawn(process.execPath, [join(program, 'src/cli/main.ts'), 'run'], {
    env: {
      ...environment,
      RECEPISSE_INSTANCE: name,
      RECEPISSE_DATA: join(own, 'data'),
      RECEPISSE_HEALTH_PORT: String(await freePort()),
      ...more,
    },
    stdio: ['ignore', log, log],
    detached: true,
  })
}
