import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { spawnService, untilReady } from '../../demo/demonstration.ts'
import { startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { ADDRESS, flags, MAIL, PATH, SAID } from './a-beginning.ts'
import { recepisse } from './command.ts'
import { endGroup, until } from './processes.ts'

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
