import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../demo/ports.ts'
import { environmentOf, type MailServer, untilGreets } from '../../demo/unpacked.ts'

const run = promisify(execFile)
const USER = 'ami'
const PASSWORD = 'cyrus-password'
const READY_WITHIN_MS = 20_000

/**
 * A private Cyrus IMAP (as root only: it gives its rights up to nobody), from packages unpacked below `root`.
 */
export async function startCyrus(
  root: string,
  folder: string,
): Promise<MailServer & { readonly lmtpPort: number }> {
  const [port, lmtpPort] = [await freePort(), await freePort()]
  for (const name of ['conf/socket', 'spool', 'run/proc', 'run/lock', 'sasl'])
    await mkdir(join(folder, name), { recursive: true })
  await chmod(folder, 0o755)
  const environment = environmentOf(root)
  await writeFile(join(folder, 'imapd.conf'), imapdOf(folder))
  await writeFile(join(folder, 'cyrus.conf'), cyrusOf(root, folder, port, lmtpPort))
  for (const user of ['cyrus', USER]) await setPassword(root, folder, user, environment)
  await run('chown', ['-R', 'nobody:nogroup', folder])
  const files = [
    '-C',
    join(folder, 'imapd.conf'),
    '-M',
    join(folder, 'cyrus.conf'),
    '-p',
    join(folder, 'run/pid'),
  ]
  const server = spawn(join(root, 'usr/sbin/cyrmaster'), ['-D', ...files], {
    env: environment,
    stdio: 'ignore',
  })
  await untilGreets(port, READY_WITHIN_MS).catch((error: unknown) => {
    server.kill('SIGTERM')
    throw error
  })
  await createInbox(port)
  return {
    port,
    lmtpPort,
    user: USER,
    password: PASSWORD,
    async [Symbol.asyncDispose]() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

function imapdOf(folder: string): string {
  return `configdirectory: ${folder}/conf
partition-default: ${folder}/spool
cyrus_user: nobody
cyrus_group: nogroup
admins: cyrus
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: ${folder}/sasl/db
sasl_mech_list: PLAIN
unixhierarchysep: yes
altnamespace: yes
idlesocket: ${folder}/run/idle
lmtpsocket: ${folder}/run/lmtp
proc_path: ${folder}/run/proc
mboxname_lockpath: ${folder}/run/lock
`
}

function cyrusOf(root: string, folder: string, port: number, lmtpPort: number): string {
  const program = (name: string) => `${root}/usr/lib/cyrus/bin/${name} -C ${folder}/imapd.conf`
  return `START {
  recover cmd="${program('ctl_cyrusdb')} -r"
}
SERVICES {
  imap cmd="${program('imapd')}" listen="127.0.0.1:${port}" prefork=1 maxchild=50
  lmtp cmd="${program('lmtpd')} -a" listen="127.0.0.1:${lmtpPort}" prefork=0
}
EVENTS {
}
DAEMON {
  idled cmd="${program('idled')}"
}
`
}

async function setPassword(
  root: string,
  folder: string,
  user: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const { stdout } = await run('hostname')
  const words = ['-p', '-c', '-f', join(folder, 'sasl/db'), '-u', stdout.trim(), user]
  const setting = run(join(root, 'usr/sbin/saslpasswd2'), words, { env: { ...environment } })
  setting.child.stdin?.end(PASSWORD)
  await setting
}

/** Mailboxes are made by the administrator (RFC 9051, 6.3.4). */
function createInbox(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = connect(port, '127.0.0.1')
    let said = ''
    connection.write(`a LOGIN cyrus ${PASSWORD}\r\nb CREATE user/${USER}\r\nc LOGOUT\r\n`)
    connection.on('data', (data) => {
      said += data
    })
    connection.on('error', reject)
    connection.on('close', () =>
      /^b OK/m.test(said) || /^b NO.*exists/m.test(said) ? resolve() : reject(new Error(`Cyrus: ${said}`)),
    )
  })
}
