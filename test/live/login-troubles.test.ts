import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { startCertificateAuthority } from '../rig/certificates.ts'
import { recepisse } from './command.ts'
import { until } from './processes.ts'
import { AT_ONCE_MS, bring, told, WITHIN_MS, wentOn } from './troubled-mailbox.ts'
import { startTroubledRig } from './troubled-rig.ts'

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
