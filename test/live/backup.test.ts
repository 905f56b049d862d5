import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  demonstrationCall,
  sampleMails,
  spawnService,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import type { SmtpSink } from '../../demo/smtp-sink.ts'
import { openWorld } from '../../src/app/world.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { recepisse } from './command.ts'
import { expectBalance } from './observed.ts'
import { endGroup } from './processes.ts'

/** Some samples come after the restoration, and those are answered as ever. */
function expectNoneTwice(sink: SmtpSink): void {
  const ids = sink.letters.map((letter) => /^Message-ID: (\S+)/im.exec(letter.raw.toString('latin1'))?.[1])
  expect(ids.length).toBe(new Set(ids).size)
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
    const second = await recepisse(environment, 'backup', '--out', out)
    expect(second.said).toMatch(/register, key and \d+ mails are copied/)
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
    await using world = await openWorld('backup test', readSettings(elsewhere))
    await untilSettled(world, samples.length, 60_000, () => undefined)
    await expectBalance({ ...demonstration, world, environment: elsewhere }, samples.length)
    const held = (await world.register.mails(null)).filter(
      (mail) => mail.decision?.send === false && mail.decision.reason === '15-restored',
    )
    expect(held.length).toBeGreaterThan(3)
    expectNoneTwice(sink)
    const after = sink.letters.length
    // A person finds that one had no answer: it leaves, once.
    const number = held.at(-1)?.number ?? ''
    const words = ['release', number, '--by', 'Agent A', '--reason', 'rien dans les messages envoyés']
    expect(await recepisse(elsewhere, ...words)).toMatchObject({ status: 0 })
    await untilSettled(world, samples.length, 60_000, () => undefined)
    expectNoneTwice(sink)
    expect(sink.letters.length).toBe(after + 1)
  } finally {
    await endGroup(again)
  }
})
