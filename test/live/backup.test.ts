import { appendFile, chmod, cp, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import {
  demonstrationCall,
  sampleMails,
  spawnService,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import type { SmtpSink } from '../../demo/smtp-sink.ts'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { keptMails } from '../../src/adapters/sql/snapshot.ts'
import { openWorld } from '../../src/app/world.ts'
import { recepisse } from './command.ts'
import { expectBalance, toApplicants } from './observed.ts'
import { endGroup } from './processes.ts'

/** Some samples come after the restoration, and those are answered as ever. */
function expectNoneTwice(sink: SmtpSink): void {
  const ids = sink.letters.map((letter) => letter.messageId)
  expect(ids.length).toBe(new Set(ids).size)
}

/** One copy, of no mail that it does not name, with the call and no secret. */
async function expectAlone(out: string): Promise<void> {
  const files = (await readdir(out, { recursive: true })).sort()
  expect(files.filter((name) => name.endsWith('.db'))).toHaveLength(1)
  expect(files.filter((name) => name.startsWith('scratch-'))).toEqual([])
  expect(files.filter((name) => /^calls\/.*call\.yaml$/.test(name))).toHaveLength(1)
  expect(files.filter((name) => name.startsWith('secrets'))).toEqual([])
  const path = join(out, files.find((name) => name.endsWith('.db')) ?? '')
  const database = await openDatabase({ kind: 'sqlite', path })
  const named = await keptMails(database).finally(() => database.destroy())
  const mails = files.filter((name) => name.endsWith('.eml')).map((name) => basename(name, '.eml'))
  expect(mails.length).toBeGreaterThan(0)
  expect(named).toEqual(expect.arrayContaining(mails))
  const settings = await readFile(join(out, 'settings.env'), 'utf8')
  expect(settings).toMatch(/^IMAP_USER=/m)
  expect(settings).toMatch(/^# a secret, not in here: IMAP_PASSWORD$/m)
}

it('a backup taken while the service runs, restored on another machine, goes on and acknowledges nobody twice', async () => {
  const call = demonstrationCall()
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-backup-')),
    { service: false },
  )
  const { environment, dovecot, sink, folder } = demonstration
  const samples = await sampleMails(call)
  const out = join(folder, 'backup')
  const service = spawnService(folder, environment)
  try {
    for (const sample of samples.slice(0, 12)) await dovecot.deliver(sample.raw, sample.at)
    // In the middle of the work, and again when it is done: the second takes only what is new.
    expect((await recepisse(environment, 'backup', '--out', out)).status).toBe(0)
    await untilSettled(demonstration.world, 12, 60_000, () => undefined)
    const words = ['backup', '--out', out, '--keep', '1', '--verify']
    const second = await recepisse(environment, ...words)
    expect(second.said).toMatch(/register, key and \d+ mails are copied/)
    expect(second.said).toMatch(
      /copied, not IMAP_PASSWORD\nrestored and compared: \d+ entries, \d+ rows, 0 f/,
    )
    expect(second.said).toMatch(/0 faults\n1 older copies and \d+ mails/)
    expect(second.status).toBe(0)
    await expectAlone(out)
    const altered = join(folder, 'altered')
    await cp(out, altered, { recursive: true })
    const mail = (await readdir(altered, { recursive: true })).find((name) => name.endsWith('.eml')) ?? ''
    await chmod(join(altered, mail), 0o600)
    await appendFile(join(altered, mail), 'x')
    const third = await recepisse(environment, 'backup', '--out', altered, '--verify', '--secrets')
    expect(third, 'an altered mail').toMatchObject({
      status: 1,
      said: expect.stringContaining('not what was received'),
    })
    expect(await readFile(join(altered, 'secrets/IMAP_PASSWORD'), 'utf8')).toBe(dovecot.password)
    for (const sample of samples.slice(12, 18)) await dovecot.deliver(sample.raw, sample.at)
    await untilSettled(demonstration.world, 18, 60_000, () => undefined)
  } finally {
    await endGroup(service)
  }
  for (const sample of samples.slice(18)) await dovecot.deliver(sample.raw, sample.at)

  const elsewhere = { ...environment, RECEPISSE_DATA: join(folder, 'elsewhere') }
  expect((await recepisse(environment, 'restore', '--from', out)).said).toContain('holds a register already')
  const restored = await recepisse(elsewhere, 'restore', '--from', out)
  expect(restored).toMatchObject({ status: 0 })
  const again = spawnService(folder, elsewhere)
  try {
    await using world = await openWorld('backup test', elsewhere)
    await untilSettled(world, samples.length, 60_000, () => undefined)
    await expectBalance({ ...demonstration, world, environment: elsewhere }, samples.length)
    const held = (await world.register.mails(null)).filter(
      (mail) => mail.decision?.send === false && mail.decision.reason === '15-restored',
    )
    expect(held.length).toBeGreaterThan(3)
    expectNoneTwice(sink)
    const after = toApplicants(sink).length
    // A person finds that one had no answer: it leaves, once.
    const number = held.at(-1)?.number ?? ''
    const words = ['release', number, '--by', 'Agent A', '--reason', 'rien dans les messages envoyés']
    expect(await recepisse(elsewhere, ...words)).toMatchObject({ status: 0 })
    await untilSettled(world, samples.length, 60_000, () => undefined)
    expectNoneTwice(sink)
    expect(toApplicants(sink).length).toBe(after + 1)
  } finally {
    await endGroup(again)
  }
})
