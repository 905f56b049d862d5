import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../demo/ports.ts'
import { environmentOf, untilGreets } from '../../demo/unpacked.ts'
import { Failure } from '../../src/base/failure.ts'
import { giveTo } from './postgres.ts'
import { converse } from './smtp-dialogue.ts'

const READY_WITHIN_MS = 30_000
/**
 * Users and a group that every Debian has and nothing else of ours runs as: Postfix wants owners of its own.
 */
const [OWNER, POSTDROP, NOBODY] = ['irc', 'list', 65_534] as const
const QUEUES = 'active bounce corrupt defer deferred flush hold incoming private saved trace'.split(' ')

/**
 * A private Postfix (as root only), from packages unpacked below `root`: takes mail and letters, delivers,
 * bounces, delays.
 */
export interface PrivatePostfix extends AsyncDisposable {
  readonly port: number
  /**
   * What it answers to RCPT for an address, such as « 450 4.7.1 Greylisted », from now on; null: it takes it.
   */
  answer(address: string, answer: string | null): void
  /** A mail from a host of the Internet, as the border server gets it. */
  bring(from: string, to: string, raw: Uint8Array): Promise<void>
  /** What it wrote of its work. */
  log(): Promise<string>
}

/**
 * `mailboxes`: Maildirs by address; whoever else is in their domains does not exist, and is told so by a
 * notice after the letter was taken. Mail for `silent`, a domain, finds nobody who answers: it waits, and
 * Postfix tells of the delay.
 */
export async function startPostfix(
  root: string,
  folder: string,
  { host, mailboxes, silent }: { host: string; mailboxes: Readonly<Record<string, string>>; silent: string },
): Promise<PrivatePostfix> {
  if (userInfo().uid !== 0) throw new Failure('permanent', 'demonstration', 'Postfix starts as root only')
  await using stack = new AsyncDisposableStack()
  const port = await freePort()
  const answers = stack.use(await startAnswers())
  await makeFolders(folder)
  await writeFile(
    join(folder, 'conf/main.cf'),
    mainOf(root, folder, { host, mailboxes, silent, answers: answers.port, dead: await freePort() }),
  )
  await writeFile(join(folder, 'conf/master.cf'), masterOf(port))
  const server = spawn(join(root, 'usr/lib/postfix/sbin/master'), ['-c', join(folder, 'conf'), '-d'], {
    env: { ...environmentOf(root), MAIL_CONFIG: join(folder, 'conf') },
    stdio: 'ignore',
    detached: true,
  })
  stack.defer(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  })
  await untilGreets(port, READY_WITHIN_MS)
  const standing = stack.move()
  return {
    port,
    answer: answers.answer,
    bring: (from, to, raw) =>
      converse(port, [
        'EHLO relais',
        'XCLIENT ADDR=203.0.113.9 NAME=mail.structure.example',
        'EHLO mail.structure.example',
        `MAIL FROM:<${from}>`,
        `RCPT TO:<${to}>`,
        'DATA',
        raw,
        'QUIT',
      ]),
    log: () => readFile(join(folder, 'log'), 'utf8'),
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
}

async function makeFolders(folder: string): Promise<void> {
  for (const name of ['conf', 'queue/pid', 'queue/public', 'queue/maildrop', 'data'])
    await mkdir(join(folder, name), { recursive: true })
  for (const path of [folder, join(folder, 'queue')]) await chmod(path, 0o755)
  await giveTo(OWNER, join(folder, 'data'))
  for (const name of QUEUES) {
    await mkdir(join(folder, 'queue', name), { mode: 0o700 })
    await giveTo(OWNER, join(folder, 'queue', name))
  }
  for (const name of ['public', 'maildrop']) await giveTo(OWNER, join(folder, 'queue', name))
}

interface Wanted {
  readonly host: string
  readonly mailboxes: Readonly<Record<string, string>>
  readonly silent: string
  readonly answers: number
  readonly dead: number
}

function mainOf(root: string, folder: string, { host, mailboxes, silent, answers, dead }: Wanted): string {
  const domains = new Set(Object.keys(mailboxes).map((address) => address.split('@')[1]))
  const maildirs = Object.entries(mailboxes).map(([address, path]) => `{ ${address} = ${path.slice(1)}/ }`)
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
daemon_directory = ${root}/usr/lib/postfix/sbin
command_directory = ${root}/usr/sbin
maillog_file = ${folder}/log
maillog_file_prefixes = /
mail_owner = ${OWNER}
setgid_group = ${POSTDROP}
import_environment = MAIL_CONFIG TZ=UTC LANG=C LD_LIBRARY_PATH=${environmentOf(root)['LD_LIBRARY_PATH']}
myhostname = ${host}
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
recipient_delimiter = +
smtpd_authorized_xclient_hosts = 127.0.0.1
smtpd_reject_unlisted_recipient = no
smtpd_recipient_restrictions = check_recipient_access tcp:127.0.0.1:${answers}, permit_mynetworks, reject_unauth_destination
virtual_mailbox_domains = ${[...domains].join(' ')}
virtual_mailbox_base = /
virtual_mailbox_maps = inline:{ ${maildirs.join(', ')} }
virtual_uid_maps = static:${NOBODY}
virtual_gid_maps = static:${NOBODY}
transport_maps = inline:{ { ${silent} = smtp:[127.0.0.1]:${dead} } }
delay_warning_time = 1s
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 4s
`
}

/** Services of Postfix that this work needs, none in a chroot (master(5)). */
function masterOf(port: number): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`
}

/** Postfix asks here what to say of a recipient (tcp_table(5)): « get ADDRESS ». */
async function startAnswers(): Promise<
  AsyncDisposable & { readonly port: number; answer: PrivatePostfix['answer'] }
> {
  const answers = new Map<string, string>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const found = answers.get(decodeURIComponent(data.toString().trim().replace(/^get /, '')))
      socket.write(found === undefined ? '500 none\n' : `200 ${found.replaceAll(' ', '%20')}\n`)
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    answer(address, answer) {
      if (answer === null) answers.delete(address)
      else answers.set(address, answer)
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
