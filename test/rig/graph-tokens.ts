import { constants, createHash, randomUUID, verify, X509Certificate } from 'node:crypto'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { epochOf } from '../../src/base/instant.ts'

/** An application as it is registered: how it proves itself, and what it may do in the mailbox. */
export interface Application {
  readonly clientId: string
  readonly secret?: string
  /** PEM. */
  readonly certificate?: string
  readonly rights: Set<'Mail.Read' | 'Mail.Send'>
}

const BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The token server of the stand-in (Microsoft identity platform, client credentials). */
export class TokenDesk {
  readonly applications: Application[] = []
  lifetimeSeconds = 3_599
  /** How often tokens were asked for and given. */
  given = 0
  readonly #tokens = new Map<string, { readonly application: Application; readonly until: number }>()
  readonly #used = new Set<string>()

  expireAll(): void {
    this.#tokens.clear()
  }

  ownerOf(authorization: string | undefined): Application | null {
    const held = this.#tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '')
    return held === undefined || held.until <= performance.now() ? null : held.application
  }

  /** Status and body of the answer to a form. */
  answer(form: URLSearchParams, tokenUrl: string, scope: string): readonly [number, object] {
    const application = this.applications.find(({ clientId }) => clientId === form.get('client_id'))
    if (form.get('grant_type') !== 'client_credentials') return [400, { error: 'unsupported_grant_type' }]
    if (form.get('scope') !== scope) return [400, { error: 'invalid_scope' }]
    if (application === undefined) return [400, { error: 'unauthorized_client' }]
    const isProven = form.has('client_assertion')
      ? this.#isSigned(application, form, tokenUrl)
      : application.secret !== undefined && form.get('client_secret') === application.secret
    if (!isProven)
      return [401, { error: 'invalid_client', error_description: 'AADSTS7000215: for ami@interco.example' }]
    const token = randomUUID()
    this.given += 1
    this.#tokens.set(token, { application, until: performance.now() + this.lifetimeSeconds * 1000 })
    return [200, { token_type: 'Bearer', expires_in: this.lifetimeSeconds, access_token: token }]
  }

  /** As the platform's reference asks: PS256, the certificate's thumbprint, this address, once. */
  #isSigned({ certificate, clientId }: Application, form: URLSearchParams, tokenUrl: string): boolean {
    if (certificate === undefined || form.get('client_assertion_type') !== BEARER) return false
    const [head = '', claims = '', signature = ''] = (form.get('client_assertion') ?? '').split('.')
    const header: Record<string, unknown> = JSON.parse(Buffer.from(head, 'base64url').toString())
    const said: Record<string, unknown> = JSON.parse(Buffer.from(claims, 'base64url').toString())
    const known = new X509Certificate(certificate)
    const thumbprint = createHash('sha256').update(known.raw).digest('base64url')
    if (header['alg'] !== 'PS256' || header['typ'] !== 'JWT' || header['x5t#S256'] !== thumbprint)
      return false
    const now = epochOf(systemClock().now()) / 1000
    const isTimely = Number(said['exp']) > now && Number(said['nbf']) <= now + 5
    const isFresh = typeof said['jti'] === 'string' && !this.#used.has(said['jti'])
    if (!isTimely || !isFresh || said['aud'] !== tokenUrl) return false
    if (said['iss'] !== clientId || said['sub'] !== clientId) return false
    this.#used.add(String(said['jti']))
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    return verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: known.publicKey, ...padding },
      Buffer.from(signature, 'base64url'),
    )
  }
}
