import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { spawnService, untilReady } from '../../demo/demonstration.ts'
import { startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { later, wallClockOf } from '../../src/base/instant.ts'
import { recepisse } from './command.ts'
import { endGroup, until } from './processes.ts'

const DAY_MS = 24 * 3_600_000
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const ADDRESS = 'ateliers@collectivite.example'

const inAMonth = wallClockOf(later(systemClock().now(), 30 * DAY_MS), 'Europe/Paris')
const SAID = {
  title: 'Appel à projets « Ateliers d’hiver »',
  'short-title': 'AAP Ateliers d’hiver',
  authority: 'La communauté de communes du Val-Sec',
  service: 'Service Culture',
  agent: 'Agent chargé de l’appel',
  role: 'chargé de mission',
  'postal-address': '1 place de la Mairie, 28999 Val-Sec',
  phone: '01 99 00 00 00',
  address: ADDRESS,
  deadline: inAMonth.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  zone: 'Europe/Paris',
  sectors: 'Le théâtre, La danse',
  court: 'le tribunal administratif d’Orléans',
  officer: 'dpo@val-sec.example',
  'imap-host': '127.0.0.1',
  'smtp-host': '127.0.0.1',
}
const flags = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([name, value]) => `--${name}=${value}`)

const MAIL = [
  'Return-Path: <contact@candidat.example>',
  'From: Compagnie des Essais <contact@candidat.example>',
  `To: ${ADDRESS}`,
  'Subject: AAP Ateliers d’hiver : notre candidature',
  'Message-ID: <une@candidat.example>',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Bonjour,',
  'Veuillez trouver notre candidature à l’appel à projets « AAP Ateliers d’hiver », formulaire de candidature ci-dessous.',
  'Nom de la structure : Compagnie des Essais',
  'Filière : Le théâtre',
  '',
].join('\r\n')

it('a stranger gets from an empty folder to the first acknowledgement in a mailbox of their own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-init-'))
  await using dovecot = await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-init-imap-')), ADDRESS)
  await using sink = await startSmtpSink(join(folder, 'letters'), 0, 'une phrase')
  // What init does not ask: these servers speak no TLS, on ports of their own.
  const servers = {
    PATH,
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: 'none',
    SMTP_PORT: String(sink.port),
    SMTP_SECURITY: 'none',
  }
  const first = await recepisse(servers, 'init', folder, ...flags(SAID))
  expect(first.said).toMatch(/ok {4}call: .*call\.yaml: deadline/)
  expect(first.said).toMatch(/FAIL {2}mailbox: .*IMAP_PASSWORD_FILE/)
  expect(first.status).toBe(1)
  const settings = join(folder, 'recepisse.env')
  expect((await stat(join(folder, 'secrets', 'imap'))).mode & 0o077).toBe(0)
  await writeFile(join(folder, 'secrets', 'imap'), `${dovecot.password}\n`)
  await writeFile(join(folder, 'secrets', 'smtp'), 'une phrase\n')
  expect(await recepisse(servers, 'check', '--settings', settings)).toMatchObject({ status: 0 })

  const port = await freePort()
  const environment = { ...servers, RECEPISSE_HEALTH_PORT: String(port) }
  const service = spawnService(folder, environment, ['--settings', settings])
  try {
    await untilReady(service, String(port))
    await dovecot.deliver(Buffer.from(MAIL), systemClock().now())
    await until(async () => sink.letters.length > 0)
    expect(sink.letters.map((letter) => letter.to)).toEqual([['contact@candidat.example']])
    expect(sink.letters[0]?.raw.toString()).toMatch(/AAH\d\d-/)
  } finally {
    await endGroup(service)
  }
})

it('names everything it needs, and writes over nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-init-'))
  const { deadline: _, ...most } = SAID
  const lacking = await recepisse({ PATH }, 'init', folder, ...flags({ ...most, zone: 'Europe/Pariss' }))
  expect(lacking.status).toBe(2)
  expect(lacking.said).toMatch(/--deadline: The deadline in local time[\s\S]*--zone: Its time zone/)
  await writeFile(join(folder, 'call.yaml'), 'mine')
  const refused = await recepisse({ PATH }, 'init', folder, ...flags(SAID))
  expect(refused).toMatchObject({ status: 2, said: expect.stringContaining('is there already') })
  expect(await readFile(join(folder, 'call.yaml'), 'utf8')).toBe('mine')
})
