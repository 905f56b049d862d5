import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort, listening } from '../../demo/ports.ts'
import type { TakenLetter } from '../../demo/smtp-sink.ts'
import { tell, tellError } from './graph-answers.ts'
import { mailAnswer } from './graph-mail.ts'
import { GraphStore } from './graph-store.ts'
import { type Application, TokenDesk } from './graph-tokens.ts'

export const TENANT = '5f0c0f6e-aaaa-4bbb-8ccc-0123456789ab'

/** What goes wrong at the next requests, each so often. */
interface Faults {
  /** 429 with a Retry-After of so many seconds. */
  throttled: number
  retryAfter: number
  unavailable: number
  /** A letter is taken, and the line breaks before that is said. */
  lostAnswers: number
  /** Statuses of the next letters, with Graph's code. */
  readonly sendRefusals: (readonly [number, string])[]
  /** How long each answer takes. */
  slowMs: number
  /** `$value` answers 500 for these mails. */
  readonly unreadable: Set<string>
  /** So many characters more in each page of a listing. */
  padding: number
  /** Each page of a listing names itself as the next. */
  circles: boolean
}

/**
 * Microsoft Graph's mail as far as its public reference tells it (message: delta, immutable ids, $value, sendMail,
 * error codes, throttling) and the token server beside it; for tests. Nothing here was seen on the real service.
 */
export interface GraphStandIn extends AsyncDisposable {
  readonly port: number
  readonly url: string
  readonly user: string
  readonly store: GraphStore
  readonly tokens: TokenDesk
  /** Letters that were taken, as a submission server has them. */
  readonly letters: TakenLetter[]
  readonly faults: Faults
  /** At most so many mails in a page, whatever is preferred. */
  pageSize: number
  /** Where links of pages lead, if not back here. */
  linksTo: string | null
  /** Exchange gives letters a Message-ID of its own. */
  rewritesMessageIds: boolean
  /** The state of every delta query so far is forgotten. */
  forgetStates(): void
  /** Methods and paths of requests, without ids and tokens. */
  readonly asked: string[]
  /** How many requests were under way at once. */
  mostAtOnce: number
}

/** What the parts of the stand-in share. */
export interface Desk extends GraphStandIn {
  /** Older delta tokens are of another generation. */
  generation: number
  /** The mails of rounds that are being told, by their names. */
  readonly rounds: Map<string, readonly object[]>
}

const AT_ONCE_FOR_A_MAILBOX = 4

export async function startGraph(user: string, ...applications: Application[]): Promise<GraphStandIn> {
  const port = await freePort()
  let under = 0
  const desk: Desk = {
    port,
    url: `http://127.0.0.1:${port}`,
    user,
    store: new GraphStore(),
    tokens: new TokenDesk(),
    letters: [],
    faults: {
      throttled: 0,
      retryAfter: 1,
      unavailable: 0,
      lostAnswers: 0,
      sendRefusals: [],
      slowMs: 0,
      unreadable: new Set(),
      padding: 0,
      circles: false,
    },
    pageSize: 1_000,
    linksTo: null,
    rewritesMessageIds: false,
    generation: 1,
    rounds: new Map(),
    forgetStates: () => {
      desk.generation += 1
    },
    asked: [],
    mostAtOnce: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  desk.tokens.applications.push(...applications)
  const server = createServer((request, response) => {
    under += 1
    desk.mostAtOnce = Math.max(desk.mostAtOnce, under)
    response.once('close', () => {
      under -= 1
    })
    answer(desk, request, response, under > AT_ONCE_FOR_A_MAILBOX).catch((error: unknown) => {
      tell(response, 500, { error: { code: 'generalException', message: String(error) } })
    })
  })
  await listening(server, port)
  return desk
}

async function answer(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  isTooMany: boolean,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const base = `http://${request.headers.host ?? ''}`
  const url = new URL(request.url ?? '/', base)
  desk.asked.push(`${request.method} ${url.pathname.replace(/AA\w+[^/]*|AQ\w+[^/]*/g, '{id}')}`)
  if (url.pathname === `/${TENANT}/oauth2/v2.0/token`) {
    const form = new URLSearchParams(body.toString())
    const [status, said] = desk.tokens.answer(form, `${base}${url.pathname}`, `${base}/.default`)
    tell(response, status, said)
    return
  }
  const application = desk.tokens.ownerOf(request.headers.authorization)
  const { faults } = desk
  if (faults.slowMs > 0) await delay(faults.slowMs)
  if (isTooMany) tellError(response, 429, 'ApplicationThrottled', { 'retry-after': '1' })
  else if (faults.throttled > 0) {
    faults.throttled -= 1
    tellError(response, 429, 'TooManyRequests', { 'retry-after': String(faults.retryAfter) })
  } else if (faults.unavailable > 0) {
    faults.unavailable -= 1
    tellError(response, 503, 'serviceNotAvailable', { 'retry-after': String(faults.retryAfter) })
  } else if (application === null) tellError(response, 401, 'InvalidAuthenticationToken')
  else mailAnswer(desk, { request, response, url, base, body, application })
}
