import { Failure } from '../../base/failure.ts'
import type { FailureCode } from '../../base/failures/failures.ts'

const ANSWER_WITHIN_MS = 10_000

/**
 * One attempt to post a text of JSON; null when nobody answers in time. A redirect is followed unless
 * `redirect` says not.
 */
export function postJson(
  url: string,
  body: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly redirect?: 'error' } = {},
): Promise<Response | null> {
  return fetch(url, {
    method: 'POST',
    ...options,
    headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers },
    body,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => null)
}

/** Told by the setting that holds the address: the address itself may hold a token. */
export function refusedBy(setting: string, code: FailureCode, answer: Response | null): Failure {
  const what = answer === null ? 'does not answer' : `answers ${answer.status}`
  return new Failure('transient', code, `${setting} ${what}: check its address`)
}
