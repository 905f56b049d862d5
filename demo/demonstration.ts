import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type SavedMail, savedMails } from '../src/adapters/archive/saved-mails.ts'
import { systemClock } from '../src/adapters/clock/system.ts'
import { createMailParser } from '../src/adapters/mime/parse.ts'
import { numberedIn, reachOf } from '../src/app/reach.ts'
import { openWorld, type World } from '../src/app/world.ts'
import { Failure } from '../src/base/failure.ts'
import { epochOf, type Instant, later, millisecondsBetween } from '../src/base/instant.ts'
import type { Call } from '../src/call/call.ts'
import { lastDeadline } from '../src/call/deadline.ts'
import type { Sighting } from '../src/evidence/evidence.ts'
import type { Mailbox } from '../src/evidence/mailbox.ts'
import { receiptOf } from '../src/mail/receipt-time.ts'
import { type BalanceSheet, balanceOf } from '../src/register/balance.ts'
import { readCall } from '../src/settings/call-file.ts'
import { type PrivateDovecot, startDovecot } from './dovecot.ts'
import { startMx } from './mx.ts'
import { freePort } from './ports.ts'
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts'

/** Everything a demonstration runs on: real servers on loopback, the service in processes of its own. */
export interface Demonstration extends AsyncDisposable {
  readonly folder: string
  readonly letters: string
  readonly dovecot: PrivateDovecot
  readonly sink: SmtpSink
  readonly mxPort: number
  readonly world: World
  /** What the service runs with: for starting it again by hand. */
  readonly environment: Readonly<Record<string, string>>
}

const MAILS = fileURLToPath(new URL('./mails', import.meta.url))
const CALL = fileURLToPath(new URL('./call.yaml', import.meta.url))
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
/** The demonstration's clock starts so long before the call's deadline: one sees it pass. */
const BEFORE_DEADLINE_MS = 10_000
const READY_WITHIN_MS = 120_000

/** The call that the sample mails answer. */
export function demonstrationCall(): Call {
  return readCall(CALL).call
}

/** Starts the servers and, unless told not to, the service. `folder` holds all it writes. */
export async function startDemonstration(
  call: Call,
  folder: string,
  options: {
    readonly service: boolean
    readonly smtpAnswersAfterMs?: number
    /** Settings in place of the demonstration's own: another call's file, another database. */
    readonly environment?: Readonly<Record<string, string>>
  },
): Promise<Demonstration> {
  // Whatever was started is ended again when something after it does not start.
  await using stack = new AsyncDisposableStack()
  const letters = join(folder, 'letters')
  await mkdir(join(folder, 'dovecot'), { recursive: true })
  // Dovecot's user passes through; only we can list.
  await chmod(folder, 0o711)
  const now = systemClock().now()
  const offset = millisecondsBetween(now, later(lastDeadline(call) ?? now, -BEFORE_DEADLINE_MS))
  const dovecot = stack.use(await startDovecot(join(folder, 'dovecot')))
  const sink = stack.use(await startSmtpSink(letters, options.smtpAnswersAfterMs))
  const mx = stack.use(
    await startMx(`mx.${call.mailbox.address.split('@')[1] ?? ''}`, systemClock(offset), dovecot.deliver),
  )
  const environment = {
    ...environmentOf(folder, dovecot, sink, offset, await freePort()),
    ...options.environment,
  }
  if (options.service) await startService(stack, folder, environment)
  const world = stack.use(await openWorld('demo', { ...environment, LOG_LEVEL: 'warn' }))
  return {
    folder,
    letters,
    dovecot,
    sink,
    mxPort: mx.port,
    world,
    environment,
    [Symbol.asyncDispose]: keeping(stack.move()),
  }
}

function keeping(stack: AsyncDisposableStack): () => Promise<void> {
  return () => stack.disposeAsync()
}

function environmentOf(
  folder: string,
  dovecot: PrivateDovecot,
  sink: SmtpSink,
  offset: number,
  healthPort: number,
): Record<string, string> {
  return {
    RECEPISSE_CALL: CALL,
    RECEPISSE_DATA: join(folder, 'data'),
    RECEPISSE_CLOCK_OFFSET_MS: String(offset),
    RECEPISSE_HEALTH_PORT: String(healthPort),
    RECEPISSE_POLL_SECONDS: '5',
    RECEPISSE_SWEEP_SECONDS: '2',
    RECEPISSE_QUIET_SECONDS: '3',
    LOG_LEVEL: 'info',
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: 'none',
    IMAP_USER: dovecot.user,
    IMAP_PASSWORD: dovecot.password,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(sink.port),
    SMTP_SECURITY: 'none',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  }
}

/** `recepisse run`, as an operator starts it; its log goes to service.log. */
async function startService(
  stack: AsyncDisposableStack,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const service = spawnService(folder, environment)
  stack.defer(async () => {
    if (service.exitCode !== null || service.signalCode !== null) return
    const ended = new Promise((resolve) => service.once('exit', resolve))
    service.kill('SIGTERM')
    await ended
  })
  await untilReady(service, environment['RECEPISSE_HEALTH_PORT'] ?? '')
}

/**
 * In a process group of its own, so that a test can end all of it at once. `before`: what starts it, if not
 * we.
 */
export function spawnService(
  folder: string,
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  before: readonly string[] = [],
): ChildProcess {
  const log = openSync(join(folder, 'service.log'), 'a')
  const [command = '', ...program] = [...before, process.execPath, MAIN, 'run', ...options]
  return spawn(command, program, {
    env: { ...environment },
    stdio: ['ignore', log, log],
    detached: true,
  })
}

export async function untilReady(service: ChildProcess, healthPort: string): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  while (performance.now() < giveUpAt && service.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`).catch(() => null)
    if (answer?.ok === true) return
    await delay(50)
  }
  throw new Failure(
    'transient',
    'demonstration',
    'the service did not become ready: see service.log in the demonstration’s folder',
  )
}

/** The sample mails in the order in which the border server took them, with that time. */
export async function sampleMails(call: Call): Promise<readonly (SavedMail & { readonly at: Instant })[]> {
  const parser = createMailParser()
  const mails = await Promise.all(
    (await savedMails([MAILS])).map(async (saved) => {
      const { mail } = await parser.parse(saved.raw)
      return {
        ...saved,
        at: receiptOf(
          mail,
          { internalDate: null, fileTime: saved.fileTime, observedAt: saved.fileTime },
          call,
        ).receivedAt,
      }
    }),
  )
  return mails.sort((left, right) => epochOf(left.at) - epochOf(right.at))
}

/** How far the service has come. `settled`: nothing is in hand any more. */
export interface Standing {
  readonly received: number
  readonly settled: number
  readonly due: number
  readonly sent: number
}

export async function standing(world: World): Promise<Standing> {
  // In this order: what is seen is in the register, what is settled has its letter. The other way round a
  // mail that comes in between would count as received and not as due.
  const received = (await world.register.sightings(world.settings.IMAP_USER ?? '')).length
  const mails = await world.register.mails(null)
  const letters = await world.register.letters()
  return {
    received,
    settled: mails.filter((mail) => mail.progress === 'settled' || mail.progress === 'quarantined').length,
    due:
      letters.filter((letter) => letter.state === 'due' || letter.state === 'intended').length +
      mails.filter((mail) => mail.progress !== 'settled' && mail.progress !== 'quarantined').length,
    sent: letters.filter((letter) => letter.state === 'sent').length,
  }
}

/** The mailbox as it is now against the register. */
export async function balanceNow({
  world,
  environment,
}: Pick<Demonstration, 'world' | 'environment'>): Promise<BalanceSheet> {
  const reach = reachOf({ ...world, environment }, numberedIn(world.register))
  using mailbox = await reach.connect()
  const live = await sightingsIn(mailbox, world.settings.IMAP_FOLDERS)
  return balanceOf(live, await world.register.sightings(reach.account))
}

/** Where each mail of these folders lies now. */
export async function sightingsIn(mailbox: Mailbox, folders: readonly string[]): Promise<Sighting[]> {
  const live: Sighting[] = []
  for (const path of folders) {
    const { account, folder, uidValidity, uids } = await mailbox.open(path)
    for (const uid of await uids()) live.push({ account, folder, uidValidity, uid })
  }
  return live
}

/** Waits until `mails` were seen and nothing is in hand any more. */
export async function untilSettled(
  world: World,
  mails: number,
  within: number,
  show: (standing: Standing) => void,
): Promise<void> {
  const giveUpAt = performance.now() + within
  while (performance.now() < giveUpAt) {
    const now = await standing(world)
    show(now)
    if (now.received >= mails && now.due === 0) return
    await delay(150)
  }
  throw new Failure(
    'transient',
    'demonstration',
    `not everything was done within ${within / 1000} s: see service.log in the demonstration’s folder`,
  )
}
