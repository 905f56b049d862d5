import { execFile, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../demo/ports.ts'

const run = promisify(execFile)
const INSTALLED = '/usr/lib/postgresql'

/** A PostgreSQL server of our own, for tests and benchmarks: empty, on loopback, gone with its folder. */
export interface PostgresRig extends AsyncDisposable {
  /** A new empty database. */
  database(): Promise<string>
  /** Stops it as an operator would in a hurry, or as a power cut, and starts it again on the same port. */
  restart(how: 'fast' | 'immediate'): Promise<void>
  stop(how: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  /**
   * What a server becomes that is short of disk, or a standby: every transaction that begins may only read.
   */
  readOnly(yes: boolean): Promise<void>
}

/**
 * Starts it. PostgreSQL refuses to run as root, so it then runs as the user `postgres` that its package made.
 */
export async function startPostgres(): Promise<PostgresRig> {
  const programs = await programsFolder()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-pg-'))
  const data = join(folder, 'data')
  await mkdir(data)
  const isRoot = userInfo().uid === 0
  if (isRoot) for (const path of [folder, data]) await giveTo('postgres', path)
  const port = await freePort()
  async function as(program: string, ...parameters: string[]): Promise<void> {
    const command = [join(programs, program), ...parameters]
    const whole = isRoot
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
      : command
    await quiet(whole[0] ?? '', whole.slice(1))
  }
  await as('initdb', '-D', data, '-U', 'recepisse', '-A', 'trust', '--no-sync', '--locale=C.UTF-8')
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`
  const start = () => as('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options)
  const stop = (how: 'fast' | 'immediate') => as('pg_ctl', 'stop', '-w', '-m', how, '-D', data)
  await start()
  let count = 0
  return {
    async database() {
      count += 1
      const name = `d${process.pid}_${count}`
      await as('createdb', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'recepisse', name)
      return `postgres://recepisse@127.0.0.1:${port}/${name}`
    },
    start,
    stop,
    async readOnly(yes) {
      const where = ['-q', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'recepisse', '-d', 'postgres']
      const words = `alter system set default_transaction_read_only = ${yes ? 'on' : 'off'}`
      await as('psql', ...where, '-c', words, '-c', 'select pg_reload_conf()')
    },
    async restart(how) {
      await stop(how)
      await start()
    },
    async [Symbol.asyncDispose]() {
      await stop('immediate').catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Debian keeps each version in a folder of its own: the newest. */
async function programsFolder(): Promise<string> {
  const versions = await readdir(INSTALLED)
  const newest = versions.map(Number).sort((left, right) => right - left)[0]
  if (newest === undefined) throw new Error('PostgreSQL is not installed: apt-get install -y postgresql')
  return join(INSTALLED, String(newest), 'bin')
}

/** Hands a file or folder to a user of the system. */
export async function giveTo(user: string, path: string): Promise<void> {
  const id = async (kind: string) => Number((await run('id', [kind, user])).stdout)
  await chown(path, await id('-u'), await id('-g'))
}

/** pg_ctl leaves the server behind with its output open: nothing is read from it, so that it ends. */
async function quiet(program: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(program, parameters, { stdio: 'ignore', cwd: '/' })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${parameters[0] ?? program} ended with code ${code}`)),
    )
  })
}
