import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '../../base/failure.ts'

const READY_WITHIN_MS = 10_000
const PROGRAMS = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/usr/bin/valkey-server',
  '/usr/local/bin/valkey-server',
] as const
const SETPRIV = '/usr/bin/setpriv'

/** A redis-server of our own on a Unix socket. It keeps nothing on disk: the register is the truth. */
export interface PrivateRedis extends AsyncDisposable {
  readonly socket: string
  /** Settles when the server ends, whoever ended it. */
  readonly ended: Promise<void>
}

/**
 * Starts it in `folder` (short: a socket's path has at most 107 characters) and waits until it answers.
 * Failures: permanent when the program is not installed, with the command that mends it.
 */
export async function startPrivateRedis(folder: string): Promise<PrivateRedis> {
  const program = PROGRAMS.find((path) => existsSync(path))
  if (program === undefined) {
    throw new Failure(
      'permanent',
      'redis-missing',
      'no redis-server on this machine. Install it with: apt-get install -y redis-server (or set REDIS_URL)',
    )
  }
  const socket = join(folder, 'redis.sock')
  const settings = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--unixsocketperm',
    '700',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    folder,
  ]
  const server = spawnBoundToUs(program, settings)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await waitUntilReady(socket, server)
  return {
    socket,
    ended,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

/**
 * Dies with us, however we die: an orphan would hold memory for ever. Not in our group: a terminal’s Ctrl-C
 * is not for it, who is needed until the last work in hand is finished.
 */
function spawnBoundToUs(program: string, settings: readonly string[]): ChildProcess {
  if (!existsSync(SETPRIV)) return spawn(program, settings, { stdio: 'ignore' })
  return spawn(SETPRIV, ['--pdeathsig', 'KILL', program, ...settings], { stdio: 'ignore', detached: true })
}

async function waitUntilReady(socket: string, server: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  while (performance.now() < giveUpAt) {
    if (server.exitCode !== null)
      throw new Failure(
        'transient',
        'redis-did-not-start',
        `redis-server ended at once with code ${server.exitCode}`,
      )
    if (await answers(socket)) return
    await delay(20)
  }
  server.kill('SIGKILL')
  throw new Failure(
    'transient',
    'redis-did-not-start',
    `redis-server did not answer within ${READY_WITHIN_MS / 1000} s`,
  )
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => connection.write('PING\r\n'))
    connection.once('data', (data) => {
      connection.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    connection.once('error', () => resolve(false))
  })
}
