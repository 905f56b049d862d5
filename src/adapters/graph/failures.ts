import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { certificateFault } from '../tls/certificates.ts'

/** What Graph says of what went wrong; its message may quote an address and is never kept. */
const Refusal = z.object({
  error: z.object({ code: z.string(), innerError: z.object({ code: z.string() }).partial().optional() }),
})
const CODE = /^[A-Za-z0-9_.]{1,80}$/

/** The code of Graph's error object, the inner one where there is one; empty without any. */
export function errorCodeOf(body: unknown): string {
  const parsed = Refusal.safeParse(body)
  if (!parsed.success) return ''
  const { code, innerError } = parsed.data.error
  return [innerError?.code, code].find((one) => one !== undefined && CODE.test(one)) ?? ''
}

/** The state of a delta query is known no more: the folder is listed anew. */
export function isResync({ code }: Failure): boolean {
  return code === 'graph-resync'
}

const NO_MAILBOX = new Set([
  'ErrorInvalidUser',
  'ErrorNonExistentMailbox',
  'MailboxNotEnabledForRESTAPI',
  'Request_ResourceNotFound',
  'ResourceNotFound',
])
const RESYNC = /^(syncStateNotFound|syncStateInvalid|resyncRequired)$/i

/** What an answer means that is none; in our words, with Graph's status and code. */
export function graphFailure(status: number, errorCode: string): Failure {
  const told = errorCode === '' ? `status ${status}` : `${status} ${errorCode}`
  if (status === 410 || RESYNC.test(errorCode))
    return new Failure('transient', 'graph-resync', `Microsoft Graph wants the folder listed anew (${told})`)
  if (status === 401)
    return new Failure(
      'permanent',
      'graph-login-refused',
      `Microsoft Graph refuses the application’s token (${told}): check GRAPH_URL and GRAPH_LOGIN_URL`,
    )
  if (status === 403)
    return new Failure(
      'permanent',
      'graph-forbidden',
      `the application may not do this in the mailbox (${told}): grant it « Application Mail.Read » and ` +
        '« Application Mail.Send » for GRAPH_USER; what was granted counts within two hours',
    )
  if (status === 404 && NO_MAILBOX.has(errorCode))
    return new Failure(
      'permanent',
      'graph-mailbox-missing',
      `there is no such mailbox in Exchange Online (${told}): check GRAPH_USER and GRAPH_TENANT`,
    )
  if (status === 429 || status === 503 || status === 509)
    return new Failure(
      'transient',
      'graph-throttled',
      `Microsoft Graph asks for patience (${told}); nothing is lost, it is asked again later`,
    )
  return new Failure('transient', 'graph-unreachable', `Microsoft Graph cannot answer now (${told})`)
}

/** What a request that got no answer means. */
export function lineFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const fault = certificateFault(error)
  if (fault !== null)
    return new Failure('transient', 'graph-certificate', `Microsoft Graph’s ${fault}`, { cause: error })
  if (error instanceof Error && error.name === 'TimeoutError')
    return new Failure(
      'transient',
      'graph-silent',
      'Microsoft Graph owes an answer and says nothing: it is asked again',
      { cause: error },
    )
  const code = codeOf(error)
  return new Failure('transient', 'graph-unreachable', `Microsoft Graph cannot be reached (${code})`, {
    cause: error,
  })
}

/** Of fetch’s failures the cause says what it was. */
export function codeOf(error: unknown): string {
  for (const one of [error instanceof Error ? error.cause : null, error]) {
    const code: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'code') : undefined
    if (typeof code === 'string' && code !== '') return code
  }
  return error instanceof Error ? error.name : 'unknown'
}
