import type { Letter } from '../../acknowledgement/outgoing.ts'
import { Failure } from '../../base/failure.ts'
import type { Instant } from '../../base/instant.ts'
import { ENVELOPE_HEADER } from '../../mail/report.ts'
import type { Submission, SubmissionAnswer } from '../../steps/deliver.ts'
import type { TokenSource } from '../oauth/tokens.ts'
import { jsonOf } from './answers.ts'
import { codeOf, errorCodeOf, lineFailure } from './failures.ts'
import type { Graph } from './graph.ts'

/** What Graph takes in one request without a session of uploading, which wants the right to write mails. */
const MOST_CHARACTERS = 4 * 1024 * 1024

/** Failures of a connection that was never there: nothing can have been taken. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const UNASKED = 'Microsoft Graph asks for patience; the letter waits for its turn and was not handed over'

/** What is wrong with the letter or its recipients, whoever sends it. */
const OF_THE_LETTER = /^(ErrorMimeContent\w*|ErrorInvalidRecipients|ErrorMessageSizeExceeded)$/
/** What passes though it comes as a refusal: limits and quotas of the account. */
const PASSES = /(Quota|Limit|Throttl|Submission|ServerBusy)/i

/** What a letter's bytes are. */
export type Compose = (letter: Letter, date: Instant) => Promise<Uint8Array>

/** Letters leave by Microsoft Graph: `verify` asks for a token, for nothing can be tried without sending. */
export function openGraphSubmission(graph: Graph, tokens: TokenSource, compose: Compose): Submission {
  return {
    submit: (letter, date, envelopeId) => submitByGraph(graph, compose, letter, date, envelopeId),
    async verify() {
      await tokens.token()
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

/**
 * Hands a letter to Microsoft Graph as it is (MIME), which keeps the copy in « Sent Items » itself. The
 * envelope’s sender is the mailbox’s and cannot be set; so the letter’s signed tag travels in a header of its
 * own, which notices of non-delivery quote. What is lost on the way is uncertain: it may have been taken.
 */
async function submitByGraph(
  graph: Graph,
  compose: Compose,
  letter: Letter,
  date: Instant,
  envelopeId: string,
): Promise<SubmissionAnswer> {
  const headers = { ...letter.headers, [ENVELOPE_HEADER]: envelopeId }
  const mime = Buffer.from(await compose({ ...letter, headers }, date)).toString('base64')
  if (mime.length > MOST_CHARACTERS)
    return { kind: 'refused', reply: 'larger than Microsoft Graph takes: files of less than 3 MB in all' }
  try {
    const { response, waitMs } = await graph.post('/sendMail', mime, 'text/plain')
    if (response === null) return { kind: 'later', reply: UNASKED, uncertain: false, waitMs, isAsked: false }
    const answer = await answerOf(response)
    return answer.kind === 'later' && waitMs > 0 ? { ...answer, waitMs } : answer
  } catch (error) {
    return lostAnswer(error)
  }
}

/** What was not sent for want of a token or of patience, and what nobody knows of. */
function lostAnswer(error: unknown): SubmissionAnswer {
  const { code, message } = lineFailure(error)
  const neverLeft =
    error instanceof Failure || code === 'graph-certificate' || BEFORE_SENDING.has(codeOf(error))
  return { kind: 'later', reply: message, uncertain: !neverLeft }
}

/** A status and a code, never the service’s words: they may quote an address. */
async function answerOf(response: Response): Promise<SubmissionAnswer> {
  const { status } = response
  // Whatever follows a status changes nothing of what became of the letter.
  const body = await jsonOf(response).catch(() => null)
  const code = errorCodeOf(body)
  const trace = /^[\w-]{1,64}$/.exec(response.headers.get('request-id') ?? '')?.[0]
  const reply = [String(status), code, trace === undefined ? '' : `request-id ${trace}`]
    .filter((part) => part !== '')
    .join(' ')
  if (status === 202) return { kind: 'accepted', reply }
  const isRefused = status === 413 || ((status === 400 || status === 422) && OF_THE_LETTER.test(code))
  if (isRefused && !PASSES.test(code)) return { kind: 'refused', reply }
  return { kind: 'later', reply, uncertain: status >= 500 && status !== 503 }
}
