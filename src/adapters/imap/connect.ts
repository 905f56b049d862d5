import { ImapFlow } from 'imapflow'
import { Failure } from '../../base/failure.ts'
import { VERSION } from '../../base/version.ts'
import { LARGEST_MAIL_BYTES } from '../../evidence/evidence.ts'
import { systemClock } from '../clock/system.ts'
import { type OauthLocation, openTokens, type TokenSource } from '../oauth/tokens.ts'
import { certificateFault } from '../tls/certificates.ts'

/** How to reach a mailbox. `security` 'none' is for a server on this machine only; settings see to that. */
export interface ImapLocation {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  /** Null for an account that is entered with a token. */
  readonly password: string | null
  readonly oauth: OauthLocation | null
}

const CONNECT_WITHIN_MS = 30_000
/** A server that says nothing for so long while it owes an answer is taken for dead. */
const ANSWER_WITHIN_MS = 60_000

/**
 * For the administrator who looks who polls their server (RFC 2971); else imapflow speaks of its own makers.
 */
const WHO_WE_ARE = { name: 'recepisse', version: VERSION, vendor: false, 'support-url': false } as const

/**
 * Connects and logs in, with `tokens` where the account has them (XOAUTH2, or OAUTHBEARER of RFC 7628).
 * Failures: permanent when the login is refused, transient otherwise.
 */
export async function connectImap(
  location: ImapLocation,
  tokens: TokenSource | null = tokensOf(location),
  signal?: AbortSignal,
): Promise<ImapFlow> {
  const token = tokens === null ? null : await tokens.token()
  const client = new ImapFlow({
    host: location.host,
    port: location.port,
    secure: location.security === 'tls',
    doSTARTTLS: location.security === 'starttls',
    auth: {
      user: location.user,
      ...(token === null ? { pass: location.password ?? '' } : { accessToken: token }),
    },
    clientInfo: WHO_WE_ARE,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    maxLiteralSize: LARGEST_MAIL_BYTES,
  })
  // A connection that breaks while nobody waits for it must not end the process; whoever waits gets the
  // error.
  client.on('error', () => undefined)
  const close = () => client.close()
  signal?.addEventListener('abort', close)
  client.on('close', () => signal?.removeEventListener('abort', close))
  try {
    signal?.throwIfAborted()
    await client.connect()
    return client
  } catch (error) {
    client.close()
    if (token !== null) tokens?.forget(token)
    throw imapFailure(error)
  }
}

/** A source of its own for one connection; null for an account with a password. */
function tokensOf({ oauth }: ImapLocation): TokenSource | null {
  return oauth === null ? null : openTokens(oauth, systemClock())
}

/** What went wrong, for an operator, without the server's words: they may quote an address. */
export function imapFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  if (asksForPatience(error)) {
    return new Failure(
      'transient',
      'imap-throttled',
      'the mail server asks for patience (too many connections or requests); nothing is lost, it is ' +
        'asked again later',
      { cause: error },
    )
  }
  if (error instanceof Error && 'authenticationFailed' in error) {
    return new Failure(
      'permanent',
      'imap-login-refused',
      'the mailbox refuses the user or the password: check IMAP_USER and IMAP_PASSWORD or IMAP_OAUTH_…',
      { cause: error },
    )
  }
  if (code === 'OVERQUOTA') {
    return new Failure(
      'transient',
      'imap-over-quota',
      'the mailbox is full: make room in it; the letter itself has left, its copy is tried again',
      { cause: error },
    )
  }
  if (error instanceof Error && 'mailboxMissing' in error && error.mailboxMissing === true) {
    return new Failure(
      'permanent',
      'imap-folder-missing',
      'the mailbox has no such folder: check IMAP_FOLDERS',
      { cause: error },
    )
  }
  const fault = certificateFault(error)
  if (fault !== null)
    return new Failure('transient', 'imap-certificate', `the mail server’s ${fault}`, { cause: error })
  return new Failure('transient', 'imap-unreachable', `the mail server cannot be reached (${code})`, {
    cause: error,
  })
}

const PATIENCE_IN_WORDS = new RegExp(
  'throttl|rate limit|bandwidth limits|too many (simultaneous )?(connections|logins)|' +
    'authenticated but not connected',
  'i',
)

/** Response codes of RFC 5530 and RFC 9051, 7.1, and what the large providers write instead of them. */
function asksForPatience(error: unknown): boolean {
  const of = (key: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
    return typeof value === 'string' ? value : ''
  }
  return (
    /^(THROTTLED|LIMIT|UNAVAILABLE|INUSE|ETHROTTLE)$/i.test(`${of('serverResponseCode')}`) ||
    of('code') === 'ETHROTTLE' ||
    PATIENCE_IN_WORDS.test(`${of('responseText')} ${of('response')}`)
  )
}

/**
 * imapflow's code, or the server's status and response code (RFC 9051, 7.1): words of the protocol, never of
 * a mail.
 */
function codeOf(error: unknown): string {
  for (const key of ['code', 'serverResponseCode', 'responseStatus']) {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
    if (typeof value === 'string' && value !== '') return value
  }
  return error instanceof Error ? error.name : 'unknown'
}
