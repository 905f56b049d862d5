import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
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
  await expectSeenAndSilent(demonstration)
})

/** Metrics count what the register holds; neither they nor the log hold a name, an address or a subject. */
async function expectSeenAndSilent({ folder, environment, world }: Demonstration): Promise<void> {
  const page = await fetch(`http://127.0.0.1:${environment['RECEPISSE_HEALTH_PORT']}/metrics`)
  const metrics = await page.text()
  const mails = await world.register.mails(null)
  const applications = mails.filter((mail) => mail.fate === 'application').length
  expect(metrics).toContain(`recepisse_mails{fate="application"} ${applications}`)
  expect(metrics).toMatch(/^recepisse_letters\{state="sent"\} [1-9]/m)
  expect(metrics).toMatch(/^recepisse_job_seconds_count\{job="read"\} [1-9]/m)
  expect(metrics).toMatch(/^recepisse_folder_silent_seconds\{folder="INBOX"\} /m)
  for (const file of ['alerts.yaml', 'dashboard.json']) {
    const text = await readFile(new URL(`../../config/monitoring/${file}`, import.meta.url), 'utf8')
    const named = [...text.matchAll(/\brecepisse_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, ''))
    expect(new Set(named).size).toBeGreaterThan(8)
    expect(named.filter((name) => !metrics.includes(`# TYPE ${name} `))).toEqual([])
  }
  const written = `${metrics}${await readFile(join(folder, 'service.log'), 'utf8')}`.toLowerCase()
  const records = await Promise.all(mails.map((mail) => world.register.mail(mail.fingerprint)))
  const private_ = [
    ...mails.flatMap((mail) => [mail.applicant?.name, mail.applicant?.email, mail.applicant?.representative]),
    ...records.flatMap((record) => [record?.read?.sender, record?.read?.mail?.subject]),
  ].filter((text) => text != null && text.length > 3)
  expect(private_.length).toBeGreaterThan(40)
  expect(private_.filter((text) => written.includes(text?.toLowerCase() ?? ''))).toEqual([])
}
