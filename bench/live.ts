import { spawnService, untilReady } from '../demo/demonstration.ts'
import { benchMails } from './mails.ts'
import { acknowledgements, aRig, deliverAll, stopService, untilLetters } from './rig.ts'

const EVERY_MS = 500
const BURST = 100
const AHEAD = 500
const BEHIND = 20

interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** How much is measured: mails at two a second, and first mails after so long without any. */
export interface LiveExtent {
  readonly steady: number
  readonly firsts: number
  readonly idleMs: number
}

/** Milliseconds from a mail's delivery to its acknowledgement accepted by the submission server. */
export async function liveFigures(seed: string, { steady, firsts, idleMs }: LiveExtent) {
  return {
    steady: percentiles(await trickle(`${seed}s`, steady, 0)),
    afterIdle: percentiles(await trickle(`${seed}i`, firsts, 0, idleMs)),
    burstLastMs: await burst(`${seed}b`),
    behind: percentiles(await trickle(`${seed}a`, BEHIND, AHEAD)),
  }
}

async function trickle(
  seed: string,
  count: number,
  ahead: number,
  everyMs = EVERY_MS,
): Promise<readonly number[]> {
  await using rig = await aRig({ RECEPISSE_POLL_SECONDS: '60' })
  const service = spawnService(rig.folder, rig.environment)
  try {
    await untilReady(service, rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    await deliverAll(rig, await benchMails('form', ahead, `${seed}ahead`))
    const deliveredAt = new Map<string, number>()
    const mails = await benchMails('form', count, seed)
    for (const [index, mail] of mails.entries()) {
      if (everyMs > EVERY_MS) await new Promise((resolve) => setTimeout(resolve, everyMs))
      deliveredAt.set(`contact@structure-${seed}${index}.example`, performance.now())
      await deliverAll(rig, [mail])
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
    await untilLetters(rig, ahead + count)
    return acknowledgements(rig).flatMap((letter) => {
      const since = deliveredAt.get(letter.to)
      return since === undefined ? [] : [letter.at - since]
    })
  } finally {
    await stopService(service)
  }
}

async function burst(seed: string): Promise<number> {
  await using rig = await aRig()
  const service = spawnService(rig.folder, rig.environment)
  try {
    await untilReady(service, rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    const mails = await benchMails('form', BURST, seed)
    const startedAt = performance.now()
    await deliverAll(rig, mails)
    await untilLetters(rig, BURST)
    return Math.round(performance.now() - startedAt)
  } finally {
    await stopService(service)
  }
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
