import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aCall } from '../simulated/a-call.ts'
import { aNestedMail } from './a-mail.ts'
import { seeded } from './chance.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, expectRegisterHolds } from './observed.ts'
import { FAULTS, type Fault, jumpedClock } from './soak-faults.ts'
import { startTroubledRig, type TroubledRig, untilDrained } from './troubled-rig.ts'

/** `npm run test:faults` asks for half an hour. */
const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 180)
/** Mails a second: what half an hour brings is a call that went well. */
const PACE_MS = 900
const TWICE = 0.05
const DRAINED_WITHIN_MS = 60_000 + SECONDS * 200
const CLOCK_JUMP: Fault = {
  name: 'clock-jump',
  holdMs: 4_000,
  begin: (rig, chance) => rig.startAgain(jumpedClock(rig, chance)),
  end: async () => {},
}

/** Mails come in at an even pace until the time is over; some come twice, as when another client uploads them again. */
async function bringMails(
  rig: TroubledRig,
  seed: number,
  chance: () => number,
  endAt: number,
): Promise<number> {
  const mails = aCall(seed, Math.ceil(SECONDS / 2))
  let brought = 0
  for (const mail of mails) {
    if (performance.now() > endAt) break
    for (let times = chance() < TWICE ? 2 : 1; times > 0; times -= 1) {
      await rig.demonstration.dovecot.deliver(mail.raw, mail.fileTime)
      brought += 1
    }
    await delay(PACE_MS)
  }
  await rig.demonstration.dovecot.deliver(
    aNestedMail('profond@structure.example', 60),
    mails[0]?.fileTime ?? rig.demonstration.world.clock.now(),
  )
  return brought + 1
}

/** One fault after the other, in an order that the seed gives; all of them before any comes again. */
async function troubleIt(
  rig: TroubledRig,
  chance: () => number,
  endAt: number,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let next: Fault[] = []
  await delay(3_000)
  while (performance.now() < endAt) {
    if (next.length === 0) next = [...FAULTS, CLOCK_JUMP].sort(() => chance() - 0.5)
    const fault = next.pop()
    if (fault === undefined || (fault.name === 'disk-full' && rig.disk === null)) continue
    await fault.begin(rig, chance)
    await delay(fault.holdMs * (0.3 + 0.7 * chance()))
    await fault.end(rig)
    counts.set(fault.name, (counts.get(fault.name) ?? 0) + 1)
    await delay(500 + chance() * 2_000)
  }
  return counts
}

it(
  `loses nothing, explains everything and answers once through ${SECONDS} s of faults`,
  async () => {
    const seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 2 ** 31)
    const chance = seeded(seed)
    await using rig = await startTroubledRig('soak', { disk: true })
    const { world } = rig.demonstration
    const endAt = performance.now() + SECONDS * 1000
    const [mails, faults] = await Promise.all([
      bringMails(rig, seed, seeded(seed + 1), endAt),
      troubleIt(rig, chance, endAt),
    ])
    // An hour later: letters that were put off for long are due.
    const offset = Number(rig.demonstration.environment['RECEPISSE_CLOCK_OFFSET_MS']) + 3_600_000
    await rig.startAgain({ RECEPISSE_CLOCK_OFFSET_MS: String(offset) })
    const startedAt = performance.now()
    await untilDrained(rig, DRAINED_WITHIN_MS)
    const drainedMs = performance.now() - startedAt
    await expectBalance(rig.demonstration, mails)
    await expectArchiveAgrees(rig.demonstration)
    await expectRegisterHolds(rig.demonstration, { clockJumped: true })
    const { letters, twins } = await expectLettersOnce(rig.demonstration)
    const fates = (await world.register.vitals()).mails
    // Whatever befell the service, it is never a mail's own fault: only the one that is made to be is set aside.
    expect(fates['quarantined'] ?? 0).toBeLessThanOrEqual(1)
    const list = [...faults].sort().map(([name, count]) => `${name} ${count}`)
    const total = [...faults.values()].reduce((sum, count) => sum + count, 0)
    process.stdout.write(
      `soak: seed ${seed}, ${SECONDS} s, ${mails} mails, 0 lost, 0 unexplained, fates ${JSON.stringify(fates)}, ${letters} acknowledgements, ${twins} delivered twice under one Message-ID; ${total} faults (${list.join(', ')})${rig.disk === null ? '; no disk-full: nobody may mount a disk here' : ''}; drained in ${Math.round(drainedMs / 1000)} s\n`,
    )
  },
  (SECONDS + 120) * 1000 + DRAINED_WITHIN_MS,
)
