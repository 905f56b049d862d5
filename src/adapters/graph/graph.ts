import type { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { VERSION } from '../../base/version.ts'
import { LARGEST_MAIL_BYTES } from '../../evidence/evidence.ts'
import type { OauthLocation, TokenSource } from '../oauth/tokens.ts'
import { bytesOf, jsonOf } from './answers.ts'
import { errorCodeOf, graphFailure, lineFailure } from './failures.ts'
import { openPatience, type Patience } from './patience.ts'
import { listenForSilence } from './silence.ts'

/** Where Graph is, whose mailbox, and how the application gets its tokens. */
export interface GraphLocation {
  /** Without version and slash, such as https://graph.microsoft.com. */
  readonly url: string
  readonly user: string
  readonly oauth: OauthLocation
}

/** Of the four requests that are taken at once for a mailbox two for who reads, two for who sends. */
const AT_ONCE = 2
/** What is asked for with patience is asked for so often, each time after no longer than this. */
const TRIES = 4
const LONGEST_WAIT_MS = 120_000
/** A server that says nothing for so long while it owes an answer is gone, as by IMAP. */
const SILENT_MS = 45_000
/** A letter of the largest kind over a slow line. */
const SENT_WITHIN_MS = 120_000
/**
 * A letter whose turn comes later is not handed over: with its tokens it must be done before the office takes
 * it for lost (src/app/dispatch.ts), or it would leave though it was told as uncertain.
 */
const TURN_WITHIN_MS = 60_000
/** So long after a turn that did not come. */
const NEXT_TURN_MS = 5_000
/** Ids that stay what they are when a mail is moved, and pages of a thousand mails. */
const PREFERENCES = 'IdType="ImmutableId", odata.maxpagesize=1000'
/** What is wrong with one mail, and not with us or the whole service. */
const OF_ONE_MAIL = new Set([400, 422, 500])

/** One mailbox at Microsoft Graph: requests with the application's token, in our patience. */
export interface Graph {
  readonly location: GraphLocation
  /** `path`: below the mailbox, or a whole link as Graph gave it. Null for what is not there (404). */
  get<Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    signal?: AbortSignal,
  ): Promise<z.infer<Shape> | null>
  /** The bytes at a path; null where they are not handed over, or are more than any mail has. */
  bytes(path: string, signal?: AbortSignal): Promise<Uint8Array | 'gone' | null>
  /** Hands something over, once. What breaks on the way is thrown as it is. */
  post(path: string, body: string, type: string): Promise<Posted>
}

/** Null where nothing was asked. `waitMs`: for how long the service wants nothing. */
export interface Posted {
  readonly response: Response | null
  readonly waitMs: number
}

/** Opens no connection: each request makes or finds one. */
export function openGraph(
  location: GraphLocation,
  tokens: TokenSource,
  turnWithinMs: number = TURN_WITHIN_MS,
): Graph {
  const patience = openPatience(AT_ONCE)
  const way = { location, tokens, patience }
  return {
    location,
    get: (path, shape, signal) =>
      patiently(way, path, signal, async (response, heard) => {
        const body = await jsonOf(response, heard)
        if (response.status === 404 && !isMailboxMissing(body)) return null
        if (!response.ok) throw graphFailure(response.status, errorCodeOf(body))
        const parsed = shape.safeParse(body)
        if (!parsed.success)
          throw new Failure('transient', 'graph-answer', 'Microsoft Graph’s answer has not its shape')
        return parsed.data
      }),
    bytes: (path, signal) =>
      patiently(way, path, signal, async (response, heard) => {
        if (response.ok) return bytesOf(response, LARGEST_MAIL_BYTES, heard)
        const body = await jsonOf(response, heard)
        if (response.status === 404 && !isMailboxMissing(body)) return 'gone' as const
        if (OF_ONE_MAIL.has(response.status)) return null
        throw graphFailure(response.status, errorCodeOf(body))
      }),
    post: (path, body, type) => postInTurn(way, path, { body, type }, turnWithinMs),
  }
}

interface Way {
  readonly location: GraphLocation
  readonly tokens: TokenSource
  readonly patience: Patience
}

function isMailboxMissing(body: unknown): boolean {
  return graphFailure(404, errorCodeOf(body)).code === 'graph-mailbox-missing'
}

interface Sent {
  readonly body: string
  readonly type: string
}

/** Once more with a fresh token when the one in hand is refused: then nothing was taken. */
async function postInTurn(way: Way, path: string, sent: Sent, turnWithinMs: number): Promise<Posted> {
  const { patience } = way
  let isAsked = false
  const turn = { signal: AbortSignal.timeout(turnWithinMs), longestMs: 0 }
  try {
    const response = await patience.inTurn(turn, async () => {
      isAsked = true
      const inTime = AbortSignal.timeout(SENT_WITHIN_MS)
      let answered = await request(way, path, inTime, sent)
      if (answered.status === 401) {
        await answered.body?.cancel()
        answered = await request(way, path, inTime, sent)
      }
      asksForPatience(way, answered)
      return answered
    })
    return { response, waitMs: patience.leftMs() }
  } catch (error) {
    if (isAsked) throw error
    return { response: null, waitMs: Math.max(patience.leftMs(), NEXT_TURN_MS) }
  }
}

type Read<Result> = (response: Response, heard: () => void) => Promise<Result>

/** Again when patience was asked for, and once more with a fresh token when the one in hand is refused. */
async function patiently<Result>(
  way: Way,
  path: string,
  signal: AbortSignal | undefined,
  read: Read<Result>,
): Promise<Result> {
  let mayRenew = true
  for (let tries = 1; ; tries += 1) {
    const outcome = await way.patience.inTurn({ signal, longestMs: LONGEST_WAIT_MS }, () =>
      unlessSilent(signal, async (stop, heard) => {
        const response = await request(way, path, stop)
        const renews = response.status === 401 && mayRenew
        const waits = asksForPatience(way, response) && tries < TRIES
        if (!renews && !waits) return { result: await read(response, heard) }
        await response.body?.cancel()
        mayRenew &&= !renews
        return null
      }),
    )
    if (outcome !== null) return outcome.result
  }
}

/** What goes wrong on the line is told as a failure of ours. */
async function unlessSilent<Result>(
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal, heard: () => void) => Promise<Result>,
): Promise<Result> {
  const silence = listenForSilence(SILENT_MS)
  try {
    return await work(
      signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal]),
      silence.heard,
    )
  } catch (error) {
    throw lineFailure(error)
  } finally {
    silence.end()
  }
}

/** Notes until when nothing more is wanted. */
function asksForPatience({ patience }: Way, response: Response): boolean {
  const asks = [429, 503, 509].includes(response.status)
  if (asks) patience.throttled(response.headers.get('retry-after'))
  return asks
}

/** With something to hand over it is a POST. A token that is refused is not used again. */
async function request(
  { location, tokens }: Way,
  path: string,
  signal: AbortSignal,
  sent?: Sent,
): Promise<Response> {
  const token = await tokens.token()
  const response = await fetch(addressOf(location, path), {
    headers: {
      authorization: `Bearer ${token}`,
      prefer: PREFERENCES,
      'user-agent': `recepisse/${VERSION}`,
      ...(sent === undefined ? {} : { 'content-type': sent.type }),
    },
    ...(sent === undefined ? {} : { method: 'POST', body: sent.body }),
    redirect: 'error',
    signal,
  })
  if (response.status === 401) tokens.forget(token)
  return response
}

/** A link that leads elsewhere is not followed: the token would go there. */
function addressOf({ url, user }: GraphLocation, path: string): string {
  if (!/^https?:/i.test(path)) return `${url}/v1.0/users/${encodeURIComponent(user)}${path}`
  if (new URL(path).origin === new URL(url).origin) return path
  throw new Failure('permanent', 'graph-answer', 'Microsoft Graph’s answer leads to another server')
}
