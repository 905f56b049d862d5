import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { type Clock, type Instant, later } from '../../base/instant.ts'
import { certificateFault } from '../tls/certificates.ts'
import { type ClientCertificate, signAssertion } from './assertion.ts'

/**
 * How an account of Microsoft 365 or Google is entered without a password (RFC 6749): with the client's own
 * credentials (4.4) when there is no refresh token, else with the refresh token (6).
 */
export interface OauthLocation {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly refreshToken: string | null
  readonly scope: string | null
  /** A client that signs what it asks, instead of a secret (RFC 7523, 2.2). */
  readonly signer?: ClientCertificate | null
}

/**
 * Access tokens of one account; asked as often as one likes, fetched when the last one comes near its end.
 */
export interface TokenSource {
  /** Failures: permanent when the account or its consent is gone, transient when the token server is away. */
  token(): Promise<string>
  /** When the token in hand ends; null before the first. */
  expiresAt(): Instant | null
  /** The mail server refused this token: the next one is fetched, unless another is in hand by now. */
  forget(refused: string): void
}

const ANSWER_WITHIN_MS = 20_000
/** RFC 6749, 5.1 lets a server leave it out; Microsoft and Google both say 3599 or so. */
const LIFETIME_WHEN_UNSAID_S = 3_600
/**
 * A token is renewed so long before its end, or at a fifth of its life when that is less: never in the middle
 * of a login.
 */
const AHEAD_MS = 5 * 60_000

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  refresh_token: z.string().optional(),
})
const Refusal = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) })

/**
 * Access tokens of an account (RFC 6749), fetched ahead of their end, and once for all who ask meanwhile.
 * Failures as `fetchToken` has them.
 */
export function openTokens(location: OauthLocation, clock: Clock): TokenSource {
  let refreshToken = location.refreshToken
  let held: { readonly value: string; readonly renewAt: Instant; readonly expiresAt: Instant } | null = null
  let fetching: Promise<string> | null = null
  async function renew(): Promise<string> {
    const answer = await fetchToken({ ...location, refreshToken })
    // Microsoft hands out a new refresh token with each use; the old one lives on for its ninety days.
    refreshToken = answer.refresh_token ?? refreshToken
    const lifetime = (answer.expires_in ?? LIFETIME_WHEN_UNSAID_S) * 1000
    const now = clock.now()
    const renewAt = later(now, lifetime - Math.min(AHEAD_MS, lifetime / 5))
    held = { value: answer.access_token, renewAt, expiresAt: later(now, lifetime) }
    return answer.access_token
  }
  return {
    token() {
      if (held !== null && clock.now() < held.renewAt) return Promise.resolve(held.value)
      // Connections that open at once share one request.
      fetching ??= renew().finally(() => {
        fetching = null
      })
      return fetching
    },
    expiresAt: () => held?.expiresAt ?? null,
    forget(refused) {
      if (held?.value === refused) held = null
    },
  }
}

async function fetchToken(location: OauthLocation): Promise<z.infer<typeof Answer>> {
  const response = await post(location)
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const answer = Answer.safeParse(body)
    if (answer.success) return answer.data
    throw new Failure('transient', 'oauth-answer', 'the token server’s answer holds no access token')
  }
  const refusal = Refusal.safeParse(body)
  const error = refusal.success ? refusal.data.error : `status ${response.status}`
  if (response.status >= 400 && response.status < 500 && response.status !== 429)
    throw new Failure(
      'permanent',
      'oauth-refused',
      `the token server refuses this account (${error}): renew the consent, the secret or the certificate, ` +
        'then set …_OAUTH_CLIENT_SECRET, …_OAUTH_REFRESH_TOKEN or GRAPH_…',
    )
  throw new Failure('transient', 'oauth-unreachable', `the token server cannot answer now (${error})`)
}

async function post(location: OauthLocation): Promise<Response> {
  const body = await formOf(location)
  try {
    return await fetch(location.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body,
      // A token server that sends secrets elsewhere is not the one that was configured.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
  } catch (error) {
    const fault = certificateFault(error)
    if (fault !== null)
      throw new Failure('transient', 'oauth-certificate', `the token server’s ${fault}`, { cause: error })
    throw new Failure('transient', 'oauth-unreachable', 'the token server cannot be reached', {
      cause: error,
    })
  }
}

async function formOf(location: OauthLocation): Promise<URLSearchParams> {
  const { clientId, clientSecret, refreshToken, scope, tokenUrl, signer } = location
  const form = new URLSearchParams({ client_id: clientId })
  if (clientSecret !== null) form.set('client_secret', clientSecret)
  if (scope !== null) form.set('scope', scope)
  form.set('grant_type', refreshToken === null ? 'client_credentials' : 'refresh_token')
  if (refreshToken !== null) form.set('refresh_token', refreshToken)
  if (signer != null) await signAssertion(form, signer, { tokenUrl, clientId })
  return form
}
