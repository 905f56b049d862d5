/**
 * Takes: the settings; signals; the ends of its processes.
 * Leaves: one process for each kind of work, a redis-server of its own when REDIS_URL is not set, /healthz, /readyz and /metrics.
 * Trusts: its processes to say when they are ready and to end when it is gone.
 * May not: touch mail; each process gets only its own secrets.
 * On failure: an ended process is started again with back-off; one that refuses its configuration ends the service.
 * Settings: REDIS_URL, RECEPISSE_DATA, RECEPISSE_HEALTH_PORT.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED } from '../src/adapters/compiled/cache.ts'
import { lockFile } from '../src/adapters/lock/file.ts'
import { type PrivateRedis, startPrivateRedis } from '../src/adapters/queue/private-redis.ts'
import { createLog } from '../src/adapters/telemetry/log.ts'
import { EXIT_CONFIGURATION, READY } from '../src/app/between-processes.ts'
import { metricsOf, serveHealth, type WatchedProcess } from '../src/app/health.ts'
import { asFailure, Failure } from '../src/base/failure.ts'
import { loadCallsOf } from '../src/settings/call-file.ts'
import { environmentFor, PROCESSES, type ProcessName } from '../src/settings/secrets.ts'
import { dataPaths, type Settings } from '../src/settings/settings.ts'
import type { Observe } from '../src/steps/events.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** These processes wait more than they work: measured together when idle, 376 MB instead of 503. */
const SMALL = ['--max-semi-space-size=2', '--optimize-for-size'] as const
/** The pipeline works: with a young generation so small it spends a third of its time in collecting. */
const WORKING = ['--max-semi-space-size=16'] as const
/** A process that lived so long was well: the next back-off starts afresh. */
const WELL_AFTER_MS = 60_000
/** Longer than a letter takes to be sent: what is in hand is finished. */
const STOP_WITHIN_MS = 25_000

/** The running service. `ready` settles when every process works, and fails when one refuses its configuration. */
export interface Service extends AsyncDisposable {
  readonly ready: Promise<void>
  /** Settles when the service can go no further. */
  readonly failed: Promise<Failure>
}

export async function startService(
  settings: Settings,
  names: readonly ProcessName[] = PROCESSES,
): Promise<Service> {
  const observe = createLog('run', settings.LOG_LEVEL)
  const stack = new AsyncDisposableStack()
  loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER)
  stack.use(lockFile(dataPaths(settings).lock))
  const socket = settings.REDIS_URL === undefined ? await keepRedis(stack, observe) : undefined
  const failed = Promise.withResolvers<Failure>()
  // A console that nobody asked for is no process at all.
  const wanted = names.filter((name) => name !== 'console' || settings.RECEPISSE_CONSOLE_PORT !== undefined)
  const children = wanted.map((name) => keepProcess(name, settings, socket, observe, failed.resolve))
  stack.defer(async () => {
    await Promise.all(children.map((child) => child.stop()))
  })
  if (settings.RECEPISSE_HEALTH_PORT !== undefined)
    stack.use(await serveHealth(settings.RECEPISSE_HEALTH_PORT, children))
  const refused = failed.promise.then((failure) => {
    throw failure
  })
  const ready = Promise.race([
    Promise.all(children.map((child) => child.ready)).then(() => undefined),
    refused,
  ])
  ready.catch(() => undefined)
  return { ready, failed: failed.promise, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** A redis-server of our own, started again on the same socket when it ends. */
async function keepRedis(stack: AsyncDisposableStack, observe: Observe): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  let server: PrivateRedis = await startPrivateRedis(folder)
  let stopping = false
  function watch(): void {
    server.ended
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
        server = await startPrivateRedis(folder)
        watch()
      })
      .catch((error) => observe({ type: 'trouble', where: 'redis', failure: asFailure(error) }))
  }
  watch()
  stack.defer(async () => {
    stopping = true
    await server[Symbol.asyncDispose]()
  })
  return server.socket
}

interface KeptProcess extends WatchedProcess {
  readonly ready: Promise<void>
  stop(): Promise<void>
}

function keepProcess(
  name: ProcessName,
  settings: Settings,
  socket: string | undefined,
  observe: Observe,
  giveUp: (failure: Failure) => void,
): KeptProcess {
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const state = {
    stopping: false,
    isReady: false,
    wait: FIRST_WAIT_MS,
    startedAgain: -1,
    child: null as ChildProcess | null,
    timer: null as NodeJS.Timeout | null,
  }
  function start(): void {
    const startedAt = performance.now()
    const child = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), [], {
      env: {
        ...environmentOf(name, settings, socket),
        ...COMPILED,
        RECEPISSE_STARTED_AGAIN: String(++state.startedAgain),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: name === 'pipeline' ? [...WORKING] : [...SMALL],
    })
    state.child = child
    child.once('message', (message) => {
      if (message !== READY) return
      state.isReady = true
      ready.resolve()
    })
    child.once('exit', (code, signal) => {
      state.isReady = false
      if (state.stopping) return ended.resolve()
      if (code === EXIT_CONFIGURATION)
        return giveUp(
          new Failure(
            'permanent',
            'configuration',
            `the ${name} process refuses its configuration: see the line above`,
          ),
        )
      observe({
        type: 'trouble',
        where: name,
        failure: new Failure(
          'transient',
          'process-ended',
          `the ${name} process ended (${signal ?? code}); starting it again`,
        ),
      })
      if (performance.now() - startedAt > WELL_AFTER_MS) state.wait = FIRST_WAIT_MS
      state.timer = setTimeout(start, state.wait)
      state.wait = Math.min(state.wait * 2, LONGEST_WAIT_MS)
    })
  }
  start()
  return {
    name,
    ready: ready.promise,
    isReady: () => state.isReady,
    metrics: () => (state.child === null ? Promise.resolve([]) : metricsOf(state.child)),
    stop: () => stopProcess(state, ended.promise),
  }
}

async function stopProcess(
  state: { stopping: boolean; child: ChildProcess | null; timer: NodeJS.Timeout | null },
  ended: Promise<void>,
): Promise<void> {
  state.stopping = true
  if (state.timer !== null) clearTimeout(state.timer)
  const { child } = state
  if (child === null || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(timer)
}

function environmentOf(
  name: ProcessName,
  settings: Settings,
  socket: string | undefined,
): Record<string, string> {
  const environment = environmentFor(name, settings)
  return socket === undefined ? environment : { ...environment, RECEPISSE_REDIS_SOCKET: socket }
}
