import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  spawnService,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { recepisse } from './command.ts'
import { expectLettersOnce } from './observed.ts'
import { endGroup } from './processes.ts'

const CALL = resolve(import.meta.dirname, '../../demo/call.yaml')

async function settled(
  demonstration: Demonstration,
  environment: Readonly<Record<string, string>>,
  mails: number,
): Promise<void> {
  const service = spawnService(demonstration.folder, environment)
  await untilSettled(demonstration.world, mails, 60_000, () => undefined)
  await endGroup(service)
}

it('a changed deadline or rule takes effect when a person adopts it, and nobody is told twice', async () => {
  const call = demonstrationCall()
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-adopt-')),
    { service: false },
  )
  const samples = (await sampleMails(call)).filter(({ file }) => /^(02|04|18|19)/.test(file))
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await settled(demonstration, demonstration.environment, samples.length)
  const { letters } = await expectLettersOnce(demonstration)
  const byName = async (name: string) =>
    (await demonstration.world.register.applications(call.id)).find((one) =>
      one.applicant.name?.startsWith(name),
    )
  expect((await byName('Pile'))?.verdict.timeliness).toBe('contested')

  // Today's program on yesterday's evidence: the same verdicts.
  expect((await recepisse(demonstration.environment, 'replay', '--register')).said).toBe(
    '0 mails would change\n',
  )

  // An hour later.
  const path = join(demonstration.folder, 'call.yaml')
  const text = await readFile(CALL, 'utf8')
  const later = text.replace('wallClock: "2022-11-23T16:00"', 'wallClock: "2022-11-23T17:00"')
  await writeFile(path, later)
  const changed = { ...demonstration.environment, RECEPISSE_CALL: path }
  const refused = await recepisse(changed, 'run')
  expect(refused.status).toBe(2)
  const shown = await recepisse(changed, 'deadline')
  expect(shown.said).toContain('1 mails change')
  expect(shown.said).toContain('contested → on_time')
  expect((await byName('Pile'))?.verdict.timeliness).toBe('contested')
  expect((await recepisse(changed, 'deadline', '--adopt')).status).toBe(2)
  expect(
    (await recepisse(changed, 'deadline', '--adopt', '--by', 'Agent', '--reason', 'rectificatif publié'))
      .status,
  ).toBe(0)
  await settled(demonstration, changed, samples.length)
  expect((await byName('Pile'))?.verdict.timeliness).toBe('on_time')

  // No presentation is asked for any more.
  await writeFile(path, later.replace(/ {2}- id: presentation\n( {4}.*\n)+/, ''))
  const replayed = await recepisse(
    changed,
    'replay',
    '--register',
    '--adopt',
    '--by',
    'Agent',
    '--reason',
    'pièce abandonnée',
  )
  expect(replayed.said).toContain('requirement presentation')
  await settled(demonstration, changed, samples.length)
  expect((await recepisse(changed, 'replay', '--register')).said).toBe('0 mails would change\n')
  expect((await expectLettersOnce(demonstration)).letters).toBe(letters)
})
