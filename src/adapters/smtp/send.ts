import { PassThrough } from 'node:stream'
import { createTransport, type SMTPPoolOptions, type Transporter } from 'nodemailer'
import type { Letter } from '../../acknowledgement/outgoing.ts'
import { Failure } from '../../base/failure.ts'
import type { Instant } from '../../base/instant.ts'
import type { Submission, SubmissionAnswer } from '../../steps/deliver.ts'
import { systemClock } from '../clock/system.ts'
import { type OauthLocation, openTokens, type TokenSource } from '../oauth/tokens.ts'
import { certificateFault } from '../tls/certificates.ts'
import { classify } from './classify.ts'
import { mimeOptions } from './compose.ts'

/** How to reach the authority's submission server. `security` 'none' is for a server on this machine only. */
export interface SmtpLocation {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  readonly oauth: OauthLocation | null
}

const CONNECT_WITHIN_MS = 20_000
const ANSWER_WITHIN_MS = 60_000
const CONNECTIONS = 4

/** Where the account is set, for a submission that lives longer than a password. */
export interface SetAccount {
  /** The login was refused: to be told. */
  refused(): void
  /** As it is set now; null when that cannot be read at present. */
  now(): SmtpLocation | null
}

/**
 * Hands letters to the submission server over a few kept connections. `tokens`: kept by a process that also
 * renews them while it is idle; by default the submission’s own. `set`: after a refused login the next letter
 * goes with the account as it is set then: a changed password needs no restart.
 */
export function openSubmission(
  location: SmtpLocation,
  tokens: TokenSource | null = location.oauth === null ? null : openTokens(location.oauth, systemClock()),
  set: SetAccount = { refused: () => {}, now: () => location },
): Submission {
  const handedOver = new Set<string>()
  const open = (at: SmtpLocation) => ({
    location: at,
    transport: transportTo(at, tokens, handedOver),
    refused: false,
  })
  let account = open(location)
  function takeUp(now: SmtpLocation | null): void {
    if (now === null || now.password === account.location.password) return
    // Letters in hand on connections that were let in before are finished first.
    account.transport.close()
    account = open(now)
  }
  return {
    async submit(letter, date, envelopeId) {
      if (account.refused) takeUp(set.now())
      const used = account
      const { answer, loginRefused } = await submit(used.transport, handedOver, letter, date, envelopeId)
      used.refused = loginRefused
      if (loginRefused) set.refused()
      return answer
    },
    async verify() {
      await account.transport.verify().catch((error: unknown) => {
        throw smtpUnreachable(error)
      })
    },
    [Symbol.asyncDispose]: async () => account.transport.close(),
  }
}

/** Notes in `handedOver` whose last byte was on its way. */
function transportTo(
  location: SmtpLocation,
  tokens: TokenSource | null,
  handedOver: Set<string>,
): Transporter {
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host: location.host,
    port: location.port,
    secure: location.security === 'tls',
    requireTLS: location.security === 'starttls',
    ignoreTLS: location.security === 'none',
    ...authOf(location, tokens),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', (mail, done) => {
    const id = String(mail.data.messageId)
    mail.message.transform(
      () =>
        new PassThrough({
          flush(end) {
            handedOver.add(id)
            end()
          },
        }),
    )
    done()
  })
  return transport
}

/** For an operator: what to look at. The server’s words are left out, they may quote an address. */
export function smtpUnreachable(cause: unknown): Failure {
  const fault = certificateFault(cause)
  if (fault !== null)
    return new Failure('transient', 'smtp-certificate', `the submission server’s ${fault}`, { cause })
  return new Failure(
    'transient',
    'smtp-unreachable',
    'the submission server cannot be reached or refuses the login: check SMTP_HOST, SMTP_PORT, ' +
      'SMTP_USER and SMTP_PASSWORD or SMTP_OAUTH_…',
    { cause },
  )
}

/** A token is asked for at each login; after a refusal (`renew`) a fresh one. */
function authOf({ user, password }: SmtpLocation, tokens: TokenSource | null): Pick<SMTPPoolOptions, 'auth'> {
  if (user === null) return {}
  if (tokens === null) return { auth: { user, pass: password ?? '' } }
  let inHand = ''
  return {
    auth: {
      type: 'OAuth2',
      user,
      provisionCallback(_user, renew, done) {
        if (renew) tokens.forget(inHand)
        tokens.token().then(
          (token) => {
            inHand = token
            done(null, token)
          },
          (error: unknown) => done(error instanceof Error ? error : new Error('no token')),
        )
      },
    },
  }
}

async function submit(
  transport: Transporter,
  handedOver: Set<string>,
  letter: Letter,
  date: Instant,
  envelopeId: string,
): Promise<{ readonly answer: SubmissionAnswer; readonly loginRefused: boolean }> {
  try {
    const info: unknown = await transport.sendMail({
      envelope: {
        from: letter.envelopeFrom,
        to: letter.to,
        dsn: { id: envelopeId, ret: 'headers', notify: ['failure', 'delay'] },
      },
      ...mimeOptions(letter, date),
    })
    const reply = typeof info === 'object' && info !== null && 'response' in info ? String(info.response) : ''
    return { answer: { kind: 'accepted', reply }, loginRefused: false }
  } catch (error) {
    return {
      answer: classify(error, handedOver.has(letter.messageId)),
      loginRefused: error instanceof Error && 'code' in error && error.code === 'EAUTH',
    }
  } finally {
    handedOver.delete(letter.messageId)
  }
}
