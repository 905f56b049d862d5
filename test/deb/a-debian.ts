import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { until } from '../live/processes.ts'

/** A Debian of its own, started by its own systemd, on this machine’s network. */
export interface Debian extends AsyncDisposable {
  readonly root: string
  /** Runs a command there as root; `said` is what it printed, on either stream. */
  run(...words: string[]): Promise<Told>
  /** The command that runs another one there as root. */
  entering(...words: string[]): Promise<readonly string[]>
  /** Runs lines of a shell there as root, in a folder there. */
  shell(lines: string): Promise<Told>
}

export interface Told {
  readonly status: number
  readonly said: string
}

const run = promisify(execFile)
const BOOT = resolve(import.meta.dirname, 'boot.sh')
const MIRROR = process.env['DEBIAN_MIRROR'] ?? 'http://deb.debian.org/debian'
/** Bare roots are kept there between runs. */
const KEPT = '/var/tmp/recepisse-deb'
const SEVERAL_MB = 64 * 1024 ** 2
/** Units that reach outside of the root, want devices, or a port of this machine. */
const NOT_HERE = [
  ...['systemd-sysctl.service', 'systemd-udevd.service', 'console-getty.service', 'getty@.service'],
  'redis-server.service',
]

export const SUITES = ['bookworm', 'trixie'] as const
export type Suite = (typeof SUITES)[number]

/** A bare Debian (debootstrap’s smallest, and systemd), as a copy of its own, and started. Needs root. */
export async function startDebian(suite: Suite): Promise<Debian> {
  const folder = await mkdtemp(join('/var/tmp', 'recepisse-debian-'))
  const root = join(folder, 'root')
  await run('cp', ['-a', '--reflink=auto', await bareRoot(suite), root])
  const group = join(await unifiedGroups(), folder.slice(folder.lastIndexOf('/') + 1))
  const booted = spawn('sh', [BOOT, root, group], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [booted.stdout, booted.stderr]) stream.on('data', (data) => (said += data))
  const debian = commandsIn(() => firstProcess(booted))
  const stop = async () => {
    if (booted.exitCode === null && booted.signalCode === null) {
      const ended = new Promise((resolve) => booted.once('exit', resolve))
      process.kill(-(booted.pid ?? 0), 'SIGKILL')
      await ended
    }
    await rm(folder, { recursive: true, force: true })
    // Its systemd made others in it; they are empty when the last process is gone.
    await until(async () => {
      await run('find', [group, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';']).catch(() => null)
      return !existsSync(group)
    })
  }
  try {
    await until(async () => {
      if (booted.exitCode !== null) throw new Error(said)
      const told = await debian.run('systemctl', 'is-system-running').catch(() => null)
      return /^(running|degraded)$/m.test(told?.said ?? '')
    }, 60_000)
  } catch (error) {
    await stop()
    throw new Error(`the Debian did not start: ${said}`, { cause: error })
  }
  return { root, ...debian, [Symbol.asyncDispose]: stop }
}

function commandsIn(first: () => Promise<string>): Pick<Debian, 'run' | 'shell' | 'entering'> {
  const entering = async (...words: string[]) => {
    const spaces = ['--mount', '--pid', '--ipc', '--uts', '--cgroup', '--root', '--wd']
    const environment = ['HOME=/root', 'LANG=C.UTF-8', 'TERM=dumb', 'DEBIAN_FRONTEND=noninteractive', PATH]
    return ['nsenter', '--target', await first(), ...spaces, 'env', '-i', ...environment, ...words]
  }
  const inside = async (...words: string[]): Promise<Told> => {
    const [program = '', ...parameters] = await entering(...words)
    return await new Promise((resolve) => {
      execFile(program, parameters, { maxBuffer: SEVERAL_MB }, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code ?? 1), said: `${stdout}${stderr}` }),
      )
    })
  }
  return { run: inside, entering, shell: (lines) => inside('sh', '-euc', `cd /root\n${lines}`) }
}

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What is process 1 inside: the child of the one that made the namespaces. */
async function firstProcess(booted: ChildProcess): Promise<string> {
  const path = `/proc/${booted.pid}/task/${booted.pid}/children`
  const [child] = (await readFile(path, 'utf8')).trim().split(' ')
  if (child === undefined || child === '') throw new Error('nothing was started')
  return child
}

/** Where groups of the second kind are, alone or beside those of the first. */
async function unifiedGroups(): Promise<string> {
  const both = '/sys/fs/cgroup/unified'
  return existsSync(both) ? both : '/sys/fs/cgroup'
}

async function bareRoot(suite: Suite): Promise<string> {
  const base = join(KEPT, suite)
  if (existsSync(base)) return base
  await mkdir(KEPT, { recursive: true })
  const making = await mkdtemp(`${base}-`)
  await chmod(making, 0o755)
  const words = ['--variant=minbase', '--include=systemd-sysv,ca-certificates', suite, making, MIRROR]
  await run('debootstrap', words, { maxBuffer: SEVERAL_MB })
  // This machine’s way to its package sources holds there too.
  for (const name of await readdir('/etc/apt/apt.conf.d'))
    if (name.startsWith('9'))
      await copyFile(join('/etc/apt/apt.conf.d', name), join(making, 'etc/apt/apt.conf.d', name))
  await copyFile('/etc/ssl/certs/ca-certificates.crt', join(making, 'etc/ssl/certs/ca-certificates.crt'))
  await copyFile('/etc/resolv.conf', join(making, 'etc/resolv.conf'))
  for (const name of NOT_HERE) await symlink('/dev/null', join(making, 'etc/systemd/system', name))
  await writeFile(join(making, 'etc/machine-id'), '')
  await run('chroot', [making, 'apt-get', 'update'])
  await rm(base, { recursive: true, force: true })
  await run('mv', [making, base])
  return base
}
