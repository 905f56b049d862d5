import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, copyFile, mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../..')
const UNIT = join(ROOT, 'deploy/recepisse.service')
/** An account that exists nowhere and owns nothing. */
const ACCOUNT = 61_184

/** A unit file's lines of one key, in their order. */
export type Lines = (key: string) => readonly string[]

export async function unitFile(): Promise<Lines> {
  const lines = (await readFile(UNIT, 'utf8')).split('\n').filter((line) => /^\w+=/.test(line))
  return (key) => lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1))
}

/** A service as systemd would start it by the unit, and what it was told at NOTIFY_SOCKET. */
export interface StartedUnit extends AsyncDisposable {
  readonly service: ChildProcess
  readonly told: () => readonly string[]
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/**
 * Starts what the unit says in the environment that it says, with the settings of `etc` in place of
 * /etc/recepisse: as an account of its own before which the program is read-only, credentials copied, a
 * socket to be told at.
 */
export async function startUnit(etc: string, state: string): Promise<StartedUnit> {
  const unit = await unitFile()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-unit-'))
  const isRoot = userInfo().uid === 0
  const give = async (path: string) => {
    if (isRoot) await chown(path, ACCOUNT, ACCOUNT)
  }
  const credentials = join(folder, 'credentials')
  for (const path of [credentials, state]) await mkdir(path, { recursive: true, mode: 0o700 })
  const placed = (text: string) =>
    text
      .replaceAll('/etc/recepisse', etc)
      .replaceAll('/opt/recepisse', ROOT)
      .replaceAll('/var/lib/recepisse', state)
      .replaceAll('%d', credentials)
  for (const line of unit('LoadCredential')) {
    const [name = '', path = ''] = placed(line).split(':')
    await copyFile(path, join(credentials, name))
    await give(join(credentials, name))
  }
  for (const path of [folder, credentials, state]) await give(path)
  const socket = await toldAt(join(folder, 'notify'), give)
  const environment: Record<string, string> = { PATH: '/usr/local/bin:/usr/bin:/bin' }
  for (const line of unit('Environment'))
    for (const word of placed(line).split(/\s+/)) Object.assign(environment, parseEnv(word))
  // They override (systemd.exec(5)).
  for (const path of unit('EnvironmentFile'))
    Object.assign(environment, parseEnv(await readFile(placed(path), 'utf8')))
  const watchdog = { NOTIFY_SOCKET: socket.path, WATCHDOG_USEC: String(WATCHDOG_US) }
  const command = placed(unit('ExecStart')[0] ?? '').split(' ')
  const whole = isRoot
    ? ['/usr/bin/unshare', '--mount', '/bin/sh', '-c', READ_ONLY, ROOT, ...command]
    : command
  const service = spawn(whole[0] ?? '', whole.slice(1), {
    cwd: '/',
    env: { ...environment, ...watchdog },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [service.stdout, service.stderr]) stream.on('data', (data) => (said += data))
  const ended = once(service, 'exit').then(([code]) => code as number | null)
  return {
    service,
    ended,
    told: socket.told,
    said: () => said,
    async [Symbol.asyncDispose]() {
      if (service.exitCode === null) process.kill(-(service.pid ?? 0), 'SIGKILL')
      socket.teller.kill('SIGKILL')
    },
  }
}

/** Three notices a period: a second each. The unit’s own minute would be told of in twenty seconds. */
const WATCHDOG_US = 3_000_000

/** What ProtectSystem= and User= do, as far as it can be done without systemd. */
const READ_ONLY = `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd / &&
  exec setpriv --reuid=${ACCOUNT} --regid=${ACCOUNT} --clear-groups --no-new-privs "$@"`

/** Node speaks no datagrams to a Unix socket; Debian’s perl-base, which is always there, does. */
const LISTENER = `use IO::Socket::UNIX; use Socket; $| = 1;
my $s = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die $!;
print "listening\\n"; while (defined $s->recv(my $m, 4096)) { print "$m\\n" }`

/** A service manager’s socket at this path, and what it was told. */
export async function toldAt(path: string, give: (path: string) => Promise<void> = async () => undefined) {
  const teller = spawn('/usr/bin/perl', ['-e', LISTENER, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  teller.stdout.on('data', (data) => (told += data))
  await once(teller.stdout, 'data')
  await give(path)
  return { path, teller, told: () => told.split('\n') }
}
