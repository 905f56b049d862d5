import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Failure } from '../src/base/failure.ts'
import { epochOf, type Instant } from '../src/base/instant.ts'
import { freePort, greets } from './ports.ts'

/**
 * A private Dovecot with one account, for demonstrations, tests and benchmarks: a real server, on loopback.
 */
export interface PrivateDovecot extends AsyncDisposable {
  readonly port: number
  readonly user: string
  readonly password: string
  /**
   * Puts a mail into the mailbox as a mail server does (Maildir: written to tmp, renamed into new). Its
   * INTERNALDATE is `at`.
   */
  deliver(raw: Uint8Array, at: Instant, folder?: string): Promise<void>
  /**
   * Further lines of its configuration in place of earlier ones, and another password, from the next
   * connection on.
   */
  configure(lines: string, password?: string): Promise<void>
  /** What an administrator does: every session ends with BYE. */
  kick(): Promise<void>
}

const run = promisify(execFile)
const DOVECOT = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'] as const
const READY_WITHIN_MS = 15_000
/** Dovecot never opens a mailbox as root: when we are root, mail belongs to nobody. */
const NOBODY = 65_534

/**
 * Starts it with its files below `folder`. Failure('permanent', 'demonstration') with the command that
 * mends it.
 */
export async function startDovecot(
  folder: string,
  user = 'ami@collectivite.example',
  port?: number,
): Promise<PrivateDovecot> {
  const program = DOVECOT.find((path) => existsSync(path))
  if (program === undefined)
    throw new Failure(
      'permanent',
      'demonstration',
      'no dovecot on this machine. Install it with: apt-get install -y dovecot-imapd',
    )
  const account = { user, password: randomUUID(), port: port ?? (await freePort()) }
  const owner = userInfo().uid === 0 ? NOBODY : userInfo().uid
  const maildir = join(folder, 'mail', 'Maildir')
  await mkdir(join(folder, 'run'), { recursive: true })
  await makeMaildir(folder, maildir, owner)
  const kept = join(folder, 'password')
  const known = existsSync(kept) ? (await readFile(kept, 'utf8')).trim() : account.password
  await writeFile(kept, known)
  const configuration = join(folder, 'dovecot.conf')
  const configure = (password: string, more: string) =>
    writeFile(configuration, `${configurationOf(folder, { ...account, password }, owner)}${more}\n`)
  await configure(known, '')
  const server = spawn(program, ['-F', '-c', configuration], { stdio: 'ignore' })
  await waitUntilReady(account.port, server, join(folder, 'dovecot.log'))
  return {
    ...account,
    password: known,
    deliver: (raw, at, path) =>
      deliver(path === undefined ? maildir : join(maildir, `.${path}`), raw, at, owner),
    async configure(more, password = known) {
      await configure(password, more)
      await run('doveadm', ['-c', configuration, 'reload'])
    },
    async kick() {
      await run('doveadm', ['-c', configuration, 'kick', account.user])
    },
    async [Symbol.asyncDispose]() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

async function makeMaildir(folder: string, maildir: string, owner: number): Promise<void> {
  for (const path of [folder, join(folder, 'run')]) await chmod(path, 0o755)
  for (const path of [
    join(folder, 'mail'),
    maildir,
    ...['tmp', 'new', 'cur'].map((name) => join(maildir, name)),
  ]) {
    await mkdir(path, { recursive: true })
    if (userInfo().uid === 0) await chown(path, owner, owner)
  }
}

async function deliver(maildir: string, raw: Uint8Array, at: Instant, owner: number): Promise<void> {
  const name = `${Math.floor(epochOf(at) / 1000)}.${randomUUID()}.mx`
  const temporary = join(maildir, 'tmp', name)
  await writeFile(temporary, raw)
  const seconds = epochOf(at) / 1000
  await utimes(temporary, seconds, seconds)
  if (userInfo().uid === 0) await chown(temporary, owner, owner)
  await rename(temporary, join(maildir, 'new', name))
}

function configurationOf(
  folder: string,
  account: { user: string; password: string; port: number },
  owner: number,
): string {
  const own =
    userInfo().uid === 0
      ? ''
      : `default_internal_user = ${userInfo().username}\ndefault_internal_group = ` +
        `${userInfo().gid}\ndefault_login_user = ${userInfo().username}\n`
  return `base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'run')}
log_path = ${join(folder, 'dovecot.log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${join(folder, 'mail', 'Maildir')}
${own}passdb {
  driver = static
  args = user=${account.user} password=${account.password}
}
userdb {
  driver = static
  args = uid=${owner} gid=${owner} home=${join(folder, 'mail')}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${account.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
  mailbox Envoyes {
    auto = create
    special_use = \\Sent
  }
  mailbox "Quarantaine du filtre" {
    special_use = \\Junk
  }
}
`
}

async function waitUntilReady(port: number, server: ChildProcess, log: string): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  while (performance.now() < giveUpAt && server.exitCode === null) {
    if (await greets(port)) return
    await delay(30)
  }
  server.kill('SIGKILL')
  const said = await readFile(log, 'utf8').catch(() => '')
  throw new Failure(
    'transient',
    'demonstration',
    `the private Dovecot did not start: ${said.trim().split('\n').at(-1) ?? ''}`,
  )
}
