import { setTimeout as delay } from 'node:timers/promises'
import { askAt, openHatch } from '../adapters/hatch/hatch.ts'
import { connectMailbox } from '../adapters/imap/mailbox.ts'
import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { asFailure } from '../base/failure.ts'
import { GlanceAnswer, GlanceRequest, type LookAt } from '../evidence/glance.ts'
import { imapLocation } from '../settings/secrets.ts'
import { dataPaths, type Settings } from '../settings/settings.ts'
import type { World } from './world.ts'

/** A person waits for it: a mail server that is slower is away. */
const LOOK_WITHIN_MS = 20_000
const ANSWER_WITHIN_MS = LOOK_WITHIN_MS + 5_000
/** Connections to the mailbox for it: somebody's mail server, which counts them. */
const AT_ONCE = 2

/**
 * Answers the console's process at a hatch in the data folder: a look at one mail that was put aside, and at
 * no other. Where no socket can be made the service goes on without.
 */
export async function serveGlances(world: World, tokens: TokenSource | undefined): Promise<AsyncDisposable> {
  let looking = 0
  async function answer(question: unknown): Promise<GlanceAnswer> {
    const request = GlanceRequest.safeParse(question)
    if (!request.success) return { kind: 'refused' }
    if (looking >= AT_ONCE) return { kind: 'away' }
    looking += 1
    try {
      return await look(world, tokens, request.data)
    } finally {
      looking -= 1
    }
  }
  try {
    return await openHatch(dataPaths(world.settings).mailboxHatch, answer)
  } catch (error) {
    world.observe({ type: 'trouble', where: 'mailbox hatch', failure: asFailure(error) })
    return new AsyncDisposableStack()
  }
}

async function look(
  world: World,
  tokens: TokenSource | undefined,
  { sighting }: GlanceRequest,
): Promise<GlanceAnswer> {
  const location = imapLocation(world.settings)
  if (sighting.account !== location.user || !(await world.register.isSetAside(sighting)))
    return { kind: 'refused' }
  const inTime = new AbortController()
  async function seen(): Promise<GlanceAnswer> {
    using mailbox = await connectMailbox(location, tokens)
    return await mailbox.glance(sighting)
  }
  try {
    return await Promise.race([
      seen(),
      delay(LOOK_WITHIN_MS, { kind: 'away' } as const, { signal: inTime.signal }),
    ])
  } catch (error) {
    const failure = asFailure(error)
    if (failure.code === 'imap-folder-missing') return { kind: 'gone' }
    world.observe({ type: 'trouble', where: 'glance', failure })
    return { kind: 'away' }
  } finally {
    inTime.abort()
  }
}

/** Asks this machine's process that reads the mailbox. */
export function lookThrough(settings: Settings): LookAt {
  const path = dataPaths(settings).mailboxHatch
  return async (sighting) => {
    const answer = await askAt(path, { sighting }, ANSWER_WITHIN_MS)
    if (answer === null) return { kind: 'elsewhere' }
    const parsed = GlanceAnswer.safeParse(answer)
    return parsed.success ? parsed.data : { kind: 'away' }
  }
}
