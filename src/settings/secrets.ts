import { join, resolve } from 'node:path'
import { Failure } from '../base/failure.ts'
import { type Environment, PLAIN } from './environment.ts'
import { graphSecretsOf } from './graph-secrets.ts'
import { dataPaths, type Settings, withFiles } from './settings.ts'
import { isSafeUrl } from './settings-faults.ts'

/** The processes of the service. Each holds the secrets of its own work and no other (tested). */
export type ProcessName = 'mailbox' | 'office' | 'sender' | 'console'
export const PROCESSES: readonly ProcessName[] = ['office', 'mailbox', 'sender', 'console']

const SECRETS = [
  'IMAP_PASSWORD',
  'IMAP_OAUTH_CLIENT_SECRET',
  'IMAP_OAUTH_REFRESH_TOKEN',
  'SMTP_PASSWORD',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_REFRESH_TOKEN',
  'RECEPISSE_KEY',
  'S3_SECRET',
  'RECEPISSE_ALERT_WEBHOOK',
  'RECEPISSE_EVENTS_WEBHOOK',
  'RECEPISSE_EVENTS_SECRET',
  'RECEPISSE_SIGNING_KEY',
  'RECEPISSE_OIDC_CLIENT_SECRET',
] as const
const SECRETS_OF: Readonly<Record<ProcessName, readonly (typeof SECRETS)[number][]>> = {
  mailbox: ['IMAP_PASSWORD', 'IMAP_OAUTH_CLIENT_SECRET', 'IMAP_OAUTH_REFRESH_TOKEN', 'S3_SECRET'],
  office: ['RECEPISSE_KEY', 'RECEPISSE_SIGNING_KEY', 'S3_SECRET'],
  sender: [
    'SMTP_PASSWORD',
    'SMTP_OAUTH_CLIENT_SECRET',
    'SMTP_OAUTH_REFRESH_TOKEN',
    // The address of a webhook mostly holds a token.
    'RECEPISSE_ALERT_WEBHOOK',
    'RECEPISSE_EVENTS_WEBHOOK',
    'RECEPISSE_EVENTS_SECRET',
  ],
  // It writes letters into the outbox and reads originals; it meets no mail server.
  console: ['RECEPISSE_SIGNING_KEY', 'RECEPISSE_OIDC_CLIENT_SECRET', 'S3_SECRET'],
}

/**
 * What a process is told at its start: its settings, its secrets, nothing else of ours or of the operator’s
 * shell. A secret in a file is handed on as that file’s name, so that a changed one is read when it is next
 * needed.
 */
export function environmentFor(
  name: ProcessName,
  settings: Settings,
  environment: Environment = process.env,
): Record<string, string> {
  const values = withFiles(environment)
  const kept: Record<string, string> = {}
  for (const one of [...PLAIN, ...Object.keys(settings)]) keep(one, values[one])
  for (const one of [...SECRETS_OF[name], ...graphSecretsOf(name, settings)]) {
    const file = `${one}_FILE`
    const isInFile = (environment[file] ?? '') !== ''
    keep(isInFile ? file : one, isInFile ? environment[file] : values[one])
  }
  return kept
  function keep(one: string, value: string | undefined): void {
    if (value !== undefined) kept[one] = value
  }
}

/** How the watched mailbox is reached and entered. Failure('permanent', 'settings') says what is missing. */
export function imapLocation(settings: Settings, environment: Environment = process.env) {
  const { IMAP_HOST: host, IMAP_USER: user } = settings
  const password = withFiles(environment)['IMAP_PASSWORD'] ?? null
  const oauth = oauthOf('IMAP', settings, environment)
  if (host === undefined || user === undefined || (password === null && oauth === null)) {
    throw new Failure(
      'permanent',
      'settings',
      'set IMAP_HOST, IMAP_USER and IMAP_PASSWORD (or IMAP_PASSWORD_FILE, or IMAP_OAUTH_TOKEN_URL)',
    )
  }
  return {
    host,
    port: settings.IMAP_PORT ?? (settings.IMAP_SECURITY === 'tls' ? 993 : 143),
    security: settings.IMAP_SECURITY,
    user,
    password,
    oauth,
  }
}

/**
 * How the submission server is reached and entered, without a login where none is set. Failure('permanent',
 * 'settings') says what is missing.
 */
export function smtpLocation(settings: Settings, environment: Environment = process.env) {
  const { SMTP_HOST: host, SMTP_USER: user } = settings
  if (host === undefined)
    throw new Failure('permanent', 'settings', 'set SMTP_HOST to the authority’s submission server')
  const password = withFiles(environment)['SMTP_PASSWORD'] ?? null
  const oauth = oauthOf('SMTP', settings, environment)
  if (user !== undefined && password === null && oauth === null)
    throw new Failure(
      'permanent',
      'settings',
      'SMTP_USER is set but SMTP_PASSWORD (or SMTP_PASSWORD_FILE) is not',
    )
  return {
    host,
    port: settings.SMTP_PORT ?? (settings.SMTP_SECURITY === 'tls' ? 465 : 587),
    security: settings.SMTP_SECURITY,
    user: user ?? null,
    password,
    oauth,
  }
}

/**
 * The token server of an account, or null when it is entered with a password. Failure('permanent',
 * 'settings') when half of it is set.
 */
function oauthOf(side: 'IMAP' | 'SMTP', settings: Settings, environment: Environment) {
  const tokenUrl = settings[`${side}_OAUTH_TOKEN_URL`]
  if (tokenUrl === undefined) return null
  const clientId = settings[`${side}_OAUTH_CLIENT_ID`]
  const values = withFiles(environment)
  const clientSecret = values[`${side}_OAUTH_CLIENT_SECRET`] ?? null
  const refreshToken = values[`${side}_OAUTH_REFRESH_TOKEN`] ?? null
  if (
    clientId === undefined ||
    (clientSecret === null && refreshToken === null) ||
    settings[`${side}_USER`] === undefined
  )
    throw new Failure(
      'permanent',
      'settings',
      `with ${side}_OAUTH_TOKEN_URL set ${side}_USER, ${side}_OAUTH_CLIENT_ID and ` +
        `${side}_OAUTH_CLIENT_SECRET or ${side}_OAUTH_REFRESH_TOKEN (or the same with _FILE)`,
    )
  return { tokenUrl, clientId, clientSecret, refreshToken, scope: settings[`${side}_OAUTH_SCOPE`] ?? null }
}

/**
 * The authority's OpenID provider, where staff sign in; null without one. Failure('permanent', 'settings')
 * when half of it is set.
 */
export function oidcProvider(settings: Settings, environment: Environment = process.env) {
  const { RECEPISSE_OIDC_ISSUER: issuer, RECEPISSE_OIDC_CLIENT_ID: clientId } = settings
  if (issuer === undefined) return null
  const clientSecret = withFiles(environment)['RECEPISSE_OIDC_CLIENT_SECRET']
  if (clientId === undefined || clientSecret === undefined || settings.RECEPISSE_CONSOLE_URL === undefined)
    throw new Failure(
      'permanent',
      'settings',
      'with RECEPISSE_OIDC_ISSUER set RECEPISSE_OIDC_CLIENT_ID, RECEPISSE_OIDC_CLIENT_SECRET (or ' +
        '_FILE) and RECEPISSE_CONSOLE_URL',
    )
  return { issuer, clientId, clientSecret }
}

/** Where mails are kept. Failure('permanent', 'settings') when half of a bucket is set. */
export function archiveLocation(settings: Settings, environment: Environment = process.env) {
  const folder = archiveFolder(settings)
  if (folder !== null) return { folder }
  const url = settings.RECEPISSE_ARCHIVE ?? ''
  const secret = withFiles(environment)['S3_SECRET']
  if (settings.S3_KEY_ID === undefined || secret === undefined)
    throw new Failure(
      'permanent',
      'settings',
      'with a bucket in RECEPISSE_ARCHIVE set S3_KEY_ID and S3_SECRET (or S3_SECRET_FILE)',
    )
  return { url, region: settings.S3_REGION, keyId: settings.S3_KEY_ID, secret }
}

/**
 * Another channel than mail for alarms; null without one. Failure('permanent', 'settings') when it is no
 * https address.
 */
export function alertWebhook(environment: Environment = process.env): string | null {
  return safeAddress('RECEPISSE_ALERT_WEBHOOK', withFiles(environment))
}

/** 192 bits at least, as Standard Webhooks asks. */
const EVENTS_SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/

/**
 * Which other program is told what the register tells, and the secret that signs it; null without one.
 * Failure('permanent', 'settings') for an address that is no https one, or a secret that is none.
 */
export function eventsSubscriber(
  environment: Environment = process.env,
): { readonly url: string; readonly secret: string } | null {
  const values = withFiles(environment)
  const url = safeAddress('RECEPISSE_EVENTS_WEBHOOK', values)
  if (url === null) return null
  const secret = values['RECEPISSE_EVENTS_SECRET'] ?? ''
  if (!EVENTS_SECRET.test(secret))
    throw new Failure(
      'permanent',
      'settings',
      'RECEPISSE_EVENTS_SECRET must be whsec_ and 24 random bytes in base64: echo "whsec_$(openssl ' +
        'rand -base64 24)"',
    )
  return { url, secret }
}

function safeAddress(name: string, values: Environment): string | null {
  const url = values[name]
  if (url === undefined) return null
  if (!URL.canParse(url) || !isSafeUrl(url))
    throw new Failure('permanent', 'settings', `${name} must be an https address`)
  return url
}

/** Null when mails are kept in a bucket. */
export function archiveFolder({ RECEPISSE_ARCHIVE: where, ...settings }: Settings): string | null {
  if (where === undefined) return join(dataPaths(settings).folder, 'archive')
  return /^https?:/.test(where) ? null : resolve(where)
}
