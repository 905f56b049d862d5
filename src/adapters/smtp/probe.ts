import SMTPConnection, { type SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection'
import { systemClock } from '../clock/system.ts'
import { openTokens } from '../oauth/tokens.ts'
import { type SmtpLocation, smtpUnreachable } from './send.ts'

/** What a server says to an address before it is given any letter: yes, no, or nothing that settles it. */
export type EnvelopeAnswer = 'taken' | 'refused' | 'unsure'

export interface EnvelopeAnswers {
  readonly sender: EnvelopeAnswer
  /** In the order of what was asked; empty when the sender was not taken. */
  readonly recipients: readonly EnvelopeAnswer[]
}

const WITHIN_MS = 20_000
/** Not a method of login: what runs in its place may speak to the server (nodemailer’s way in). */
const PROBE = 'X-ENVELOPE'

/**
 * Asks the submission server about a sender and recipients, and takes it back: no DATA, so no letter. Fails
 * as a connection or a login does.
 */
export async function probeEnvelope(
  location: SmtpLocation,
  sender: string,
  recipients: readonly string[],
): Promise<EnvelopeAnswers> {
  let answers: EnvelopeAnswers = { sender: 'unsure', recipients: [] }
  const token = location.oauth === null ? null : await openTokens(location.oauth, systemClock()).token()
  const connection = new SMTPConnection({
    host: location.host,
    port: location.port,
    secure: location.security === 'tls',
    requireTLS: location.security === 'starttls',
    ignoreTLS: location.security === 'none',
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
    customAuth: {
      XOAUTH2: ({ sendCommand }) => sendCommand(`AUTH XOAUTH2 ${bearerOf(location.user ?? '', token ?? '')}`),
      [PROBE]: async (context) => {
        answers = await ask(context, sender, recipients)
      },
    },
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error?: Error | null) => (error == null ? resolve() : reject(error)))
    })
    if (location.user !== null)
      await login(connection, {
        user: location.user,
        pass: location.password ?? '',
        ...(token === null ? {} : { method: 'XOAUTH2' }),
      })
    await login(connection, { user: '', pass: '', method: PROBE })
    return answers
  } catch (error) {
    throw smtpUnreachable(error)
  } finally {
    connection.quit()
  }
}

function login(
  connection: SMTPConnection,
  auth: { readonly user: string; readonly pass: string; readonly method?: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login({ ...auth }, (error) => (error == null ? resolve() : reject(error)))
  })
}

async function ask(
  { sendCommand }: SMTPConnectionCustomAuthContext,
  sender: string,
  recipients: readonly string[],
): Promise<EnvelopeAnswers> {
  const said = async (command: string) => answerOf((await sendCommand(command)).status)
  const taken = await said(`MAIL FROM:<${sender}>`)
  const answers: EnvelopeAnswer[] = []
  if (taken === 'taken')
    for (const recipient of recipients) answers.push(await said(`RCPT TO:<${recipient}>`))
  await sendCommand('RSET')
  return { sender: taken, recipients: answers }
}

function answerOf(status: number): EnvelopeAnswer {
  if (status >= 200 && status < 300) return 'taken'
  return status >= 500 ? 'refused' : 'unsure'
}

function bearerOf(user: string, token: string): string {
  return Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')
}
