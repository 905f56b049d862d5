import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  spawnService,
  standing,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { EXPECTED } from '../demo/expected.ts'
import { seeded } from './chance.ts'
import {
  expectArchiveAgrees,
  expectBalance,
  expectLettersOnce,
  expectRegisterHolds,
  observed,
} from './observed.ts'
import { endGroup } from './processes.ts'

/** `npm run test:faults` asks for thirty. */
const KILLS = Number(process.env['KILLS'] ?? 12)
/** Six seconds on a quiet machine for each kill; a busy one needs more. */
const WITHIN_MS = 240_000 + KILLS * 30_000
/** The submission server takes its time to say yes, so that some kills fall between its 250 and our commit. */
const SMTP_ANSWERS_AFTER_MS = 60

const call = demonstrationCall()

async function withDemonstration(
  work: (demonstration: Demonstration, mails: number) => Promise<void>,
): Promise<void> {
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-kill-')),
    { service: false, smtpAnswersAfterMs: SMTP_ANSWERS_AFTER_MS },
  )
  const samples = await sampleMails(call)
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await work(demonstration, samples.length)
}

async function finish(
  demonstration: Demonstration,
  mails: number,
): Promise<{ letters: number; twins: number; tookMs: number }> {
  const startedAt = performance.now()
  const service = spawnService(demonstration.folder, demonstration.environment)
  let tookMs = 0
  try {
    await untilSettled(demonstration.world, mails, 120_000, () => undefined)
    tookMs = performance.now() - startedAt
  } finally {
    await endGroup(service)
  }
  expect(await observed(demonstration)).toEqual(EXPECTED)
  await expectBalance(demonstration, mails)
  await expectArchiveAgrees(demonstration)
  await expectRegisterHolds(demonstration)
  return { ...(await expectLettersOnce(demonstration)), tookMs }
}

/** How long the service takes from its start to its last letter when nobody disturbs it, in milliseconds. */
async function undisturbedRun(): Promise<number> {
  let tookMs = 0
  await withDemonstration(async (demonstration, mails) => {
    tookMs = (await finish(demonstration, mails)).tookMs
  })
  return tookMs
}

it(
  `loses nothing and answers once through ${KILLS} kill -9 of the whole process group at random moments`,
  async () => {
    const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 2 ** 31)
    const chance = seeded(seed)
    const undisturbed = await undisturbedRun()
    let kills = 0
    let twins = 0
    let letters = 0
    while (kills < KILLS) {
      await withDemonstration(async (demonstration, mails) => {
        let unfinished = true
        while (kills < KILLS && unfinished) {
          const service = spawnService(demonstration.folder, demonstration.environment)
          await delay(chance() * undisturbed)
          await endGroup(service)
          kills += 1
          const now = await standing(demonstration.world)
          unfinished = now.received < mails || now.due > 0
        }
        const result = await finish(demonstration, mails)
        twins += result.twins
        letters += result.letters
      })
    }
    process.stdout.write(
      `kill -9: seed ${seed}, ${kills} kills, ${letters} letters due, ${twins} delivered twice under one Message-ID\n`,
    )
  },
  WITHIN_MS,
)
