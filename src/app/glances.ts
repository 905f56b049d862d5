import { setTimeout as delay } from 'node:timers/promises'
import { askAt, type Measure, openHatch } from '../adapters/hatch/hatch.ts'
import { asFailure } from '../base/failure.ts'
import { GlanceAnswer, GlanceRequest, type LookAt } from '../evidence/glance.ts'
import { isFolderMissing } from '../evidence/mailbox.ts'
import type { Settings } from '../settings/settings.ts'
import type { Hands } from './hands.ts'
import type { Reach } from './reach.ts'
import { socketOf } from './sockets.ts'

/** A person waits for it: a mail server that is slower is away. */
const LOOK_WITHIN_MS = 20_000
const ANSWER_WITHIN_MS = LOOK_WITHIN_MS + 5_000
/** A question is a place; an answer describes a mail. */
const MEASURE: Measure = { question: 8 * 1024, answer: 512 * 1024 }
/** Connections to the mailbox for it: somebody's mail server, which counts them. */
const AT_ONCE = 2

/**
 * Answers the console's process at a hatch: a look at one mail that was put aside, and at no other.
 */
export async function serveGlances(hands: Hands, reach: Reach): Promise<AsyncDisposable> {
  let looking = 0
  async function answer(question: unknown): Promise<GlanceAnswer> {
    const request = GlanceRequest.safeParse(question)
    if (!request.success) return { kind: 'refused' }
    if (looking >= AT_ONCE) return { kind: 'away' }
    looking += 1
    try {
      return await look(hands, reach, request.data)
    } finally {
      looking -= 1
    }
  }
  return await openHatch(socketOf(hands.settings, 'mailbox'), MEASURE, answer)
}

async function look(hands: Hands, reach: Reach, { sighting }: GlanceRequest): Promise<GlanceAnswer> {
  if (sighting.account !== reach.account || !(await hands.ledger.isSetAside(sighting)))
    return { kind: 'refused' }
  // Ends the look when nobody waits for it any more.
  const inTime = new AbortController()
  async function seen(): Promise<GlanceAnswer> {
    using mailbox = await reach.connect(inTime.signal)
    return await mailbox.glance(sighting)
  }
  try {
    return await Promise.race([
      seen(),
      delay(LOOK_WITHIN_MS, { kind: 'away' } as const, { signal: inTime.signal }),
    ])
  } catch (error) {
    const failure = asFailure(error)
    if (isFolderMissing(failure)) return { kind: 'gone' }
    hands.observe({ type: 'trouble', where: 'glance', failure })
    return { kind: 'away' }
  } finally {
    inTime.abort()
  }
}

/** Asks this machine's process that reads the mailbox. */
export function lookThrough(settings: Settings): LookAt {
  const path = socketOf(settings, 'mailbox')
  return async (sighting) => {
    const asked = await askAt(path, MEASURE, { sighting }, ANSWER_WITHIN_MS)
    if (asked.kind !== 'answered') return { kind: asked.kind === 'nobody' ? 'elsewhere' : 'away' }
    const parsed = GlanceAnswer.safeParse(asked.answer)
    return parsed.success ? parsed.data : { kind: 'away' }
  }
}
