/**
 * Takes: the settings; signals; the ends of its processes. Leaves: one process for each kind of work, a
 * redis-server of its own when REDIS_URL is not set, /healthz, /readyz and /metrics. Trusts: its processes to
 * say when they are ready and to end when it is gone. May not: touch mail; each process gets only its own
 * secrets. On failure: an ended process is started again with back-off, and one that is silent is ended; one
 * that refuses its configuration ends the service. Settings: REDIS_URL, RECEPISSE_DATA,
 * RECEPISSE_HEALTH_PORT.
 */

import { temporaryFolder } from '../src/adapters/disk/temporary.ts'
import { type PrivateRedis, startPrivateRedis } from '../src/adapters/queue/private-redis.ts'
import { wallFor } from '../src/adapters/readers/wall.ts'
import { createLog } from '../src/adapters/telemetry/log.ts'
import { serveHealth } from '../src/app/health.ts'
import { type KeptProcess, keepProcess } from '../src/app/kept-process.ts'
import { takeMailboxes } from '../src/app/mailboxes.ts'
import { asFailure, Failure } from '../src/base/failure.ts'
import { PROCESSES, type ProcessName } from '../src/settings/secrets.ts'
import type { Settings } from '../src/settings/settings.ts'
import type { Observe } from '../src/steps/events.ts'

/**
 * The running service. `ready` settles when every process works, and fails when one refuses its
 * configuration.
 */
export interface Service extends AsyncDisposable {
  readonly ready: Promise<void>
  /** Settles when the service can go no further. */
  readonly failed: Promise<Failure>
  /** All of its processes work, or are being started. */
  isMoving(): boolean
}

export async function startService(
  settings: Settings,
  names: readonly ProcessName[] = PROCESSES,
): Promise<Service> {
  const observe = createLog('run', settings.LOG_LEVEL)
  const stack = new AsyncDisposableStack()
  const wall = settings.RECEPISSE_READERS === undefined ? wallFor(settings.RECEPISSE_WALL) : 'reading room'
  const mailboxes = takeMailboxes(stack, observe)
  const folder = stack.use(await temporaryFolder()).path
  const facts = { wall, ...(mailboxes.leftOut === null ? {} : { leftOut: mailboxes.leftOut }) }
  const ending = new AbortController()
  const redis = settings.REDIS_URL === undefined ? await keepRedis(stack, folder, observe) : undefined
  const failed = Promise.withResolvers<Failure>()
  // A console that nobody asked for is no process at all.
  const wanted = names.filter((name) => name !== 'console' || settings.RECEPISSE_CONSOLE_PORT !== undefined)
  const told = {
    ...(redis === undefined ? {} : { RECEPISSE_REDIS_SOCKET: redis }),
    ...(wanted.includes('sender') ? { RECEPISSE_SENDS: 'yes' } : {}),
  }
  const children = wanted.map((name) =>
    keepProcess(name, () => mailboxes.toldTo(name, folder, told), {
      observe,
      giveUp: failed.resolve,
      ending: ending.signal,
    }),
  )
  stack.defer(() => stopInOrder(children))
  if (settings.RECEPISSE_HEALTH_PORT !== undefined)
    stack.use(await serveHealth(settings.RECEPISSE_HEALTH_PORT, children, facts))
  // First of all that is done at the end: a signal to the whole group ends processes before they are told to.
  stack.defer(() => ending.abort())
  const refused = failed.promise.then((failure) => {
    throw failure
  })
  const ready = Promise.race([
    Promise.all(children.map((child) => child.ready)).then(() => undefined),
    refused,
  ])
  ready.catch(() => undefined)
  const isMoving = () => children.every((child) => child.isMoving())
  return { ready, failed: failed.promise, isMoving, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** Who asks before who is asked: what is in hand is finished, and nothing new begun. */
const STOPPING: readonly (readonly string[])[] = [['mailbox', 'console'], ['office'], ['sender']]

async function stopInOrder(children: readonly KeptProcess[]): Promise<void> {
  for (const names of STOPPING)
    await Promise.all(children.filter(({ name }) => names.includes(name)).map((child) => child.stop()))
}

/** A redis-server of our own, started again on the same socket when it ends. */
async function keepRedis(stack: AsyncDisposableStack, folder: string, observe: Observe): Promise<string> {
  // One that is just starting is waited for before it is ended: nothing else would end it.
  let server: Promise<PrivateRedis> = startPrivateRedis(folder)
  let stopping = false
  function watch({ ended }: PrivateRedis): void {
    ended
      .then(async () => {
        if (stopping) return
        observe({
          type: 'trouble',
          where: 'redis',
          failure: new Failure(
            'transient',
            'redis-ended',
            'the program’s own redis-server ended; starting it again, nothing is lost',
          ),
        })
        server = startPrivateRedis(folder)
        watch(await server)
      })
      .catch((error) => observe({ type: 'trouble', where: 'redis', failure: asFailure(error) }))
  }
  const { socket } = await server
  watch(await server)
  stack.defer(async () => {
    stopping = true
    await (await server.catch(() => null))?.[Symbol.asyncDispose]()
  })
  return socket
}
