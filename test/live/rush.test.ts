import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aCall } from '../simulated/a-call.ts'
import { seeded } from './chance.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, expectRegisterHolds } from './observed.ts'
import { until } from './processes.ts'
import { startTroubledRig, type TroubledRig, untilDrained } from './troubled-rig.ts'

/** `npm run test:faults` asks for ten thousand. */
const MAILS = Number(process.env['RUSH_MAILS'] ?? 40)
/** `kill -9` of the whole service meanwhile; `npm run test:faults` asks for twenty. */
const KILLS = Number(process.env['RUSH_KILLS'] ?? 0)
const WITHIN_MS = 120_000 + MAILS * 400 + KILLS * 60_000

/** The most memory that each process of the service ever held, together, in MB. */
function peakMemory(rig: TroubledRig): number {
  const children = readFileSync(`/proc/${rig.service.pid}/task/${rig.service.pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
  const known = new Set(readdirSync('/proc'))
  const kilobytes = [String(rig.service.pid), ...children]
    .filter((pid) => known.has(pid))
    .map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0))
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024)
}

/** At random moments of what the mails take, as far as they are through by then. */
async function killMeanwhile(rig: TroubledRig): Promise<void> {
  const chance = seeded(Number(process.env['KILL_SEED'] ?? 7))
  for (let kill = 0; kill < KILLS; kill += 1) {
    const due = Math.floor(((kill + chance()) / KILLS) * MAILS * 0.9)
    await until(async () => {
      const { mails } = await rig.demonstration.world.register.vitals()
      const { unknown: _inHand, ...through } = mails
      return Object.values(through).reduce((sum, count) => sum + count, 0) >= due
    }, WITHIN_MS)
    await delay(chance() * 1_000)
    await rig.startAgain()
  }
}

it(
  `takes ${MAILS} mails at once, one of which is none, before the deadline`,
  async () => {
    await using rig = await startTroubledRig('rush', { disk: false })
    const { dovecot } = rig.demonstration
    const mails = aCall(11, Math.ceil(MAILS / 2)).slice(0, MAILS - 1)
    // Bytes without a header field, in the middle: a person must look at them, and nobody waits for them.
    const poison = Buffer.from('\r\nceci n’est pas un courriel\r\n')
    const startedAt = performance.now()
    for (const [index, mail] of mails.entries()) {
      if (index === Math.floor(mails.length / 2)) await dovecot.deliver(poison, mail.fileTime)
      await dovecot.deliver(mail.raw, mail.fileTime)
    }
    await killMeanwhile(rig)
    await untilDrained(rig, WITHIN_MS)
    const tookMs = performance.now() - startedAt
    const memory = peakMemory(rig)
    await expectBalance(rig.demonstration, mails.length + 1)
    await expectArchiveAgrees(rig.demonstration)
    const { letters, twins } = await expectLettersOnce(rig.demonstration)
    if (KILLS === 0) expect(twins).toBe(0)
    await expectRegisterHolds(rig.demonstration)
    const { mails: fates } = await rig.demonstration.world.register.vitals()
    expect(fates['quarantined']).toBe(1)
    process.stdout.write(
      `rush: ${MAILS} mails, ${letters} acknowledgements, all settled and sent ${Math.round(tookMs / 1000)} s after the first; at most ${memory} MB; ${KILLS} kills, ${twins} delivered twice, no row that its seals deny; fates ${JSON.stringify(fates)}\n`,
    )
  },
  WITHIN_MS + 60_000,
)
