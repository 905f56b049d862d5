import { Failure } from '../base/failure.ts'
import type { Environment } from './environment.ts'
import { type Settings, withFiles } from './settings.ts'

/** Microsoft's own root of its resources: rights are those that the application was given, and no others. */
const AS_GRANTED = '.default'

/**
 * How the mailbox is reached by Microsoft Graph, by the application that reads or by the one that sends; null
 * where it is not. Failure('permanent', 'settings') when the application has no secret.
 */
export function graphLocation(
  settings: Settings,
  work: 'read' | 'send',
  environment: Environment = process.env,
) {
  const { GRAPH_USER: user, GRAPH_TENANT: tenant } = settings
  if (user === undefined || tenant === undefined) return null
  const own = work === 'send' && settings.GRAPH_SEND_CLIENT_ID !== undefined
  const prefix = own ? 'GRAPH_SEND' : 'GRAPH'
  const clientId = settings[`${prefix}_CLIENT_ID`] ?? ''
  const values = withFiles(environment)
  const clientSecret = values[`${prefix}_CLIENT_SECRET`] ?? null
  const certificate = values[`${prefix}_CERTIFICATE`]
  const key = values[`${prefix}_KEY`]
  const signer = certificate === undefined || key === undefined ? null : { certificate, key }
  const isHalf = signer === null && (certificate ?? key) !== undefined
  if (isHalf || (clientSecret === null) === (signer === null))
    throw new Failure(
      'permanent',
      'settings',
      `set ${prefix}_CLIENT_SECRET, or ${prefix}_CERTIFICATE and ${prefix}_KEY (or the same with _FILE), ` +
        'and not both',
    )
  const tokenUrl = `${trimmed(settings.GRAPH_LOGIN_URL)}/${tenant}/oauth2/v2.0/token`
  const scope = `${trimmed(settings.GRAPH_URL)}/${AS_GRANTED}`
  return {
    url: trimmed(settings.GRAPH_URL),
    user,
    oauth: { tokenUrl, clientId, clientSecret, refreshToken: null, scope, signer },
  }
}

const OF_READER = ['GRAPH_CLIENT_SECRET', 'GRAPH_KEY'] as const
const OF_SENDER = ['GRAPH_SEND_CLIENT_SECRET', 'GRAPH_SEND_KEY'] as const

/** The applications' secrets by process; where one both reads and sends, its secret is the sender's too. */
export function graphSecretsOf(
  process: 'mailbox' | 'office' | 'sender' | 'console',
  { GRAPH_SEND_CLIENT_ID: sender }: Pick<Settings, 'GRAPH_SEND_CLIENT_ID'>,
): readonly string[] {
  if (process === 'mailbox') return OF_READER
  if (process !== 'sender') return []
  return sender === undefined ? OF_READER : OF_SENDER
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
