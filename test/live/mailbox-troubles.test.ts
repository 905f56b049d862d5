import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startCertificateAuthority } from '../../src/adapters/rig/certificates.ts'
import { startImpatientImap } from '../../src/adapters/rig/impatient-imap.ts'
import { startSmtpSink } from '../../src/adapters/rig/smtp-sink.ts'
import { demonstrationCall } from '../../src/app/demonstration.ts'
import { recepisse } from './command.ts'
import { expectBalance, expectLettersOnce } from './observed.ts'
import { until } from './processes.ts'
import { startTroubledRig, type TroubledRig, untilDrained } from './troubled-rig.ts'
import { applicationOf, mailOf } from './zoo.ts'

const WITHIN_MS = 60_000
/** What an operator who waits half a minute would call at once. */
const AT_ONCE_MS = 15_000
const MAILBOX = demonstrationCall().mailbox.address

/** An application comes into the mailbox, whatever the service can do. */
async function bring(rig: TroubledRig, name: string): Promise<void> {
  const { dovecot, world } = rig.demonstration
  const sender = `contact@${name.toLowerCase()}.example`
  await dovecot.deliver(mailOf(applicationOf(sender, MAILBOX, `Usine ${name}`)), world.clock.now())
}

async function told(rig: TroubledRig, code: string): Promise<number> {
  const log = await readFile(join(rig.demonstration.folder, 'service.log'), 'utf8')
  return log.split(`"code":"${code}"`).length - 1
}

/** Nobody started the service again, and each mail has its fate and each application its one letter. */
async function wentOn(rig: TroubledRig, mails: number): Promise<void> {
  const { pid } = rig.service
  await until(
    async () =>
      (await rig.demonstration.world.register.sightings(rig.demonstration.dovecot.user)).length >= mails,
    WITHIN_MS,
  )
  await untilDrained(rig, WITHIN_MS)
  expect(rig.service).toMatchObject({ pid, exitCode: null, signalCode: null })
  expect(await told(rig, 'process-ended')).toBe(0)
  await expectBalance(rig.demonstration, mails)
  expect(await expectLettersOnce(rig.demonstration)).toEqual({ letters: mails, twins: 0 })
}

it('a certificate that is out of date, or for another name, is told at once; the service goes on when it is renewed', async () => {
  await using rig = await startTroubledRig('certificate', { disk: false })
  const { dovecot, environment } = rig.demonstration
  const authority = await startCertificateAuthority(await mkdtemp(join(tmpdir(), 'recepisse-ca-')))
  const use = async (host: string, fromDays: number, untilDays: number) => {
    const { certificate, key } = await authority.issue(host, fromDays, untilDays)
    await dovecot.configure(`ssl = yes\nssl_cert = <${certificate}\nssl_key = <${key}`)
  }
  const secure = {
    IMAP_HOST: 'localhost',
    IMAP_SECURITY: 'starttls',
    NODE_EXTRA_CA_CERTS: authority.rootFile,
  }
  const check = () => recepisse({ ...environment, IMAP_PORT: String(rig.imap.port), ...secure }, 'check')
  await use('localhost', -2, 2)
  await rig.startAgain(secure)
  await bring(rig, 'Une')
  await wentOn(rig, 1)
  let mails = 1
  for (const [host, fromDays, untilDays] of [
    ['localhost', -20, -1],
    ['imap.autre.example', -2, 2],
  ] as const) {
    const before = await told(rig, 'imap-certificate')
    await use(host, fromDays, untilDays)
    await dovecot.kick()
    await until(async () => (await told(rig, 'imap-certificate')) > before, AT_ONCE_MS)
    expect((await check()).said).toMatch(/FAIL {2}mailbox: the mail server’s certificate .+\(.*CERT.*\)/)
    await bring(rig, `Renouvellement${mails}`)
    await use('localhost', -2, 2)
    mails += 1
    await wentOn(rig, mails)
  }
  expect((await check()).said).toContain('ok    mailbox')
})

it('sessions that the server ends with BYE, in the waiting and in the middle of a mail, cost nothing', async () => {
  await using rig = await startTroubledRig('bye', { disk: false })
  const { dovecot, world } = rig.demonstration
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  await dovecot.kick()
  await until(async () => (await told(rig, 'imap-unreachable')) > 0, AT_ONCE_MS)
  await bring(rig, 'Attente')
  await wentOn(rig, 2)
  const before = await told(rig, 'imap-unreachable')
  rig.imap.line('slow')
  // Three seconds of a slow line: the kick comes while it is read.
  const sender = 'contact@lourde.example'
  const heavy = applicationOf(sender, MAILBOX, 'Usine Lourde')
  await dovecot.deliver(
    mailOf({ ...heavy, file: `${heavy.file}${'x'.repeat(70)}\n`.repeat(3_000) }),
    world.clock.now(),
  )
  const seenBefore = rig.imap.carried()
  await until(async () => rig.imap.carried() > seenBefore + 20_000)
  await dovecot.kick()
  await until(async () => (await told(rig, 'imap-unreachable')) > before, WITHIN_MS)
  rig.imap.line('pass')
  await wentOn(rig, 3)
})

it('a full mailbox refuses copies of letters: the letters have left once, it is told, and the copies follow when there is room', async () => {
  await using rig = await startTroubledRig('quota', { disk: false })
  const { dovecot, world } = rig.demonstration
  await dovecot.configure(
    'mail_plugins = $mail_plugins quota\nplugin {\n  quota = count:User\n  quota_vsizes = yes\n  quota_rule = *:messages=1\n}',
  )
  await rig.startAgain({ IMAP_SENT_FOLDER: '\\Sent' })
  await bring(rig, 'Pleine')
  await bring(rig, 'Comble')
  await until(async () => (await told(rig, 'imap-over-quota')) > 0, WITHIN_MS)
  await wentOn(rig, 2)
  expect(await world.register.toCopy(10)).toHaveLength(2)
  // The intake goes on meanwhile.
  await bring(rig, 'Suivante')
  await wentOn(rig, 3)
  await dovecot.configure('')
  await until(async () => (await world.register.toCopy(10)).length === 0, WITHIN_MS)
  await wentOn(rig, 3)
})

it('a server that asks for patience is told as such, asked ever more seldom, and watched again when it lets us in', async () => {
  await using rig = await startTroubledRig('patience', { disk: false })
  await using impatient = await startImpatientImap()
  const { dovecot } = rig.demonstration
  await rig.startAgain({ IMAP_JUNK: 'none' })
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  let mails = 1
  for (const [command, answer] of [
    ['LOGIN', 'NO [LIMIT] Too many simultaneous connections'],
    ['LOGIN', 'NO [UNAVAILABLE] Temporary authentication failure'],
    ['LOGIN', 'BAD Request is throttled. Suggested Backoff Time: 1000 milliseconds'],
    ['EXAMINE', 'NO [INUSE] Mailbox in use'],
    ['EXAMINE', 'NO [THROTTLED] Slow down'],
  ] as const) {
    const [before, from] = [await told(rig, 'imap-throttled'), impatient.connections.length]
    impatient.refuse(command, answer)
    rig.imap.towards(impatient.port)
    await dovecot.kick()
    const times = mails === 1 ? 4 : 1
    await until(async () => (await told(rig, 'imap-throttled')) >= before + times, WITHIN_MS)
    const [first = 0, , , fourth = Number.POSITIVE_INFINITY] = impatient.connections.slice(from)
    // Each wait is twice the one before, give or take half of it.
    expect(fourth - first).toBeGreaterThan(3_000)
    await bring(rig, `Patience${mails}`)
    rig.imap.towards(dovecot.port)
    mails += 1
    await wentOn(rig, mails)
  }
  expect(await told(rig, 'imap-login-refused')).toBe(0)
})

it('one connection too many for a real server is told as such, and made when there is room for it', async () => {
  await using rig = await startTroubledRig('limit', { disk: false })
  const { dovecot } = rig.demonstration
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  await dovecot.configure('protocol imap {\n  mail_max_userip_connections = 1\n}')
  // The inbox and the junk folder have a connection each. Both at the same instant are let in: then once more.
  for (let round = 0; round < 5 && (await told(rig, 'imap-throttled')) === 0; round += 1) {
    await dovecot.kick()
    await until(async () => (await told(rig, 'imap-throttled')) > 0, 5_000).catch(() => undefined)
  }
  expect(await told(rig, 'imap-throttled')).toBeGreaterThan(0)
  await bring(rig, 'Limite')
  await dovecot.configure('')
  await wentOn(rig, 2)
})

it('a password that was changed is told; the new one in the secret’s file is taken up without a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-password-'))
  await using rig = await startTroubledRig('password', { disk: false })
  await using sink = await startSmtpSink(folder, 0, 'submission-1')
  const { dovecot } = rig.demonstration
  const [imap, smtp] = [join(folder, 'imap'), join(folder, 'smtp')]
  await writeFile(imap, dovecot.password)
  await writeFile(smtp, 'submission-1\n')
  await rig.startAgain({
    IMAP_PASSWORD: '',
    IMAP_PASSWORD_FILE: imap,
    SMTP_PORT: String(sink.port),
    SMTP_USER: dovecot.user,
    SMTP_PASSWORD_FILE: smtp,
  })
  await bring(rig, 'Avant')
  await until(async () => sink.letters.length === 1, WITHIN_MS)
  await dovecot.configure('', 'another')
  await dovecot.kick()
  await until(async () => (await told(rig, 'imap-login-refused')) > 0, AT_ONCE_MS)
  await bring(rig, 'Pendant')
  await writeFile(imap, 'another\n')
  await until(async () => sink.letters.length === 2, WITHIN_MS)
  sink.password = 'submission-2'
  // Connections that were let in before may stand: the next one is not.
  sink.hangUp()
  await bring(rig, 'Refusee')
  await until(async () => (await told(rig, 'smtp-login-refused')) > 0, WITHIN_MS)
  await writeFile(smtp, 'submission-2\n')
  await until(async () => sink.letters.length === 3, WITHIN_MS)
  const ids = sink.letters.map(({ raw }) => /^Message-ID:\s+(\S+)/im.exec(raw.toString('latin1'))?.[1])
  expect(new Set(ids).size).toBe(3)
  const letters = rig.demonstration.world.register.letters
  await until(async () =>
    (await letters()).every(({ state, uncertain }) => state === 'sent' && uncertain === 0),
  )
  expect(await told(rig, 'process-ended')).toBe(0)
})
