import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PrivateDovecot, startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { openWorld, type World } from '../../src/app/world.ts'
import { later, millisecondsBetween } from '../../src/base/instant.ts'
import { lastDeadline } from '../../src/call/deadline.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { mailboxesOf } from '../../src/settings/mailboxes.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { type OwnedSenders, startOwnedSenders } from './owned-senders.ts'

const CALL = fileURLToPath(new URL('../../demo/call.yaml', import.meta.url))
const BEFORE_DEADLINE_MS = 3_600_000
const PASSWORD = 'le mot de passe de'

/** One of several authorities that one service works for, as its own world. */
export interface Authority {
  readonly id: string
  readonly login: string
  readonly dovecot: PrivateDovecot
  /** The line to its mailbox. */
  readonly imap: FaultProxy
  /** What a command of this mailbox alone runs by. */
  readonly environment: Readonly<Record<string, string>>
  readonly world: World
}

/** A service of several mailboxes, not started: settings, servers, and one submission server for all. */
export interface Authorities extends AsyncDisposable {
  readonly folder: string
  /** The service’s own settings. */
  readonly environment: Readonly<Record<string, string>>
  readonly submission: OwnedSenders
  readonly all: readonly Authority[]
}

/** `ids`: what the mailboxes are called. `environment`: the service’s database, Redis, pages. */
export async function severalAuthorities(
  ids: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Authorities> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-several-'))
  await chmod(folder, 0o711)
  const submission = stack.use(await startOwnedSenders(Object.fromEntries(ids.map(accountOf))))
  const now = systemClock().now()
  const deadline = lastDeadline(readCall(CALL).call) ?? now
  const service = {
    RECEPISSE_MAILBOXES: join(folder, 'mailboxes'),
    RECEPISSE_DATA: join(folder, 'data'),
    RECEPISSE_CLOCK_OFFSET_MS: String(millisecondsBetween(now, later(deadline, -BEFORE_DEADLINE_MS))),
    RECEPISSE_HEALTH_PORT: String(await freePort()),
    RECEPISSE_POLL_SECONDS: '5',
    RECEPISSE_SWEEP_SECONDS: '2',
    RECEPISSE_QUIET_SECONDS: '3',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(submission.port),
    SMTP_SECURITY: 'none',
    IMAP_HOST: '127.0.0.1',
    IMAP_SECURITY: 'none',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ...environment,
  }
  const servers: Pick<Authority, 'id' | 'login' | 'dovecot' | 'imap'>[] = []
  for (const id of ids) servers.push(await mailboxServer(stack, folder, id))
  const { mailboxes } = mailboxesOf(service)
  const all: Authority[] = []
  for (const server of servers) {
    const own = asWritten(mailboxes.find(({ id }) => id === server.id)?.environment ?? {})
    const world = stack.use(await openWorld('test', { ...own, LOG_LEVEL: 'warn' }))
    all.push({ ...server, environment: own, world })
  }
  const standing = stack.move()
  return {
    folder,
    environment: service,
    submission,
    all,
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
}

function asWritten(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function addressOf(id: string): string {
  return `ami@${id}.example`
}

function accountOf(id: string) {
  const account = { password: `${PASSWORD} ${id}`, owns: [addressOf(id), `retours@${id}.example`] }
  return [addressOf(id), account] as const
}

/** A mail server with one account, and the mailbox’s folder of settings. */
async function mailboxServer(stack: AsyncDisposableStack, folder: string, id: string) {
  const login = addressOf(id)
  const place = join(folder, `dovecot-${id}`)
  await mkdir(place)
  const dovecot = stack.use(await startDovecot(place, login))
  const imap = stack.use(await startFaultProxy({ host: '127.0.0.1', port: dovecot.port }))
  const own = join(folder, 'mailboxes', id)
  await mkdir(join(own, 'secrets'), { recursive: true })
  await writeFile(join(own, 'call.yaml'), await callOf(id))
  await writeFile(join(own, 'secrets/imap'), dovecot.password)
  await writeFile(join(own, 'secrets/smtp'), `${PASSWORD} ${id}`)
  const settings = {
    RECEPISSE_CALL: join(own, 'call.yaml'),
    RECEPISSE_CONSOLE_URL: `http://${id}.localhost`,
    IMAP_PORT: String(imap.port),
    IMAP_USER: login,
    IMAP_PASSWORD_FILE: join(own, 'secrets/imap'),
    SMTP_USER: login,
    SMTP_PASSWORD_FILE: join(own, 'secrets/smtp'),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(own, 'recepisse.env'), lines.join(''))
  return { id, login, dovecot, imap }
}

/** The demonstration’s call, as another authority’s. */
async function callOf(id: string): Promise<string> {
  const text = await readFile(CALL, 'utf8')
  return text
    .replaceAll('cirest.fr', `${id}.example`)
    .replaceAll('dayal@', 'ami@')
    .replaceAll('ami-retours@', 'retours@')
    .replace(/^id: .*/m, `id: appel-${id}`)
    .replace(/^registrationPrefix: .*/m, `registrationPrefix: ${id.slice(0, 2).toUpperCase()}22`)
    .replace(/perHour: \d+/, 'perHour: 1000')
    .replace(/backlogHours: \d+/, 'backlogHours: 1000')
}
