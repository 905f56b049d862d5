import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  demonstrationCall,
  sampleMails,
  startDemonstration,
  untilSettled,
} from '../../src/app/demonstration.ts'
import { EXPECTED } from '../demo/expected.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, observed } from './observed.ts'

it('gives the demonstration’s mails the fates, verdicts and answers of a careful clerk', async () => {
  const call = demonstrationCall()
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-golden-')),
    { service: true },
  )
  const samples = await sampleMails(call)
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await untilSettled(demonstration.world, samples.length, 60_000, () => undefined)
  expect(await observed(demonstration)).toEqual(EXPECTED)
  await expectBalance(demonstration, samples.length)
  await expectArchiveAgrees(demonstration)
  expect((await expectLettersOnce(demonstration)).twins).toBe(0)
})
