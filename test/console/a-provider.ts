import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { freePort } from '../../demo/ports.ts'

/** An OpenID provider, as ProConnect is one: the address is not in the identity but in a signed answer about the user. */
export interface Provider extends AsyncDisposable {
  readonly issuer: string
  /** Who signs in there. */
  email: string
  /** What the provider says of the address: certain, not certain, nothing. */
  verified: boolean | undefined
  /** The identity is about another request than the one that was begun. */
  forgesNonce: boolean
}

const CLIENT = 'recepisse'

export async function aProvider(): Promise<Provider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const begun = new Map<string, URLSearchParams>()
  const provider: Provider = {
    issuer,
    email: '',
    verified: true,
    forgesNonce: false,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
  const jwt = (claims: object): string => {
    const body = [{ alg: 'RS256', kid: 'k' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${body}.${sign('sha256', Buffer.from(body), keys.privateKey).toString('base64url')}`
  }
  const now = () => Math.floor(Date.now() / 1000)
  const answers: Readonly<Record<string, (request: IncomingMessage, url: URL) => Promise<Answer>>> = {
    '/.well-known/openid-configuration': async () => ({
      json: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        userinfo_endpoint: `${issuer}/userinfo`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        userinfo_signing_alg_values_supported: ['RS256'],
      },
    }),
    '/authorize': async (_request, url) => {
      const code = randomUUID()
      begun.set(code, url.searchParams)
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({
        code,
        state: url.searchParams.get('state') ?? '',
        iss: issuer,
      }).toString()
      return { to: back.href }
    },
    '/token': async (request) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      const asked = begun.get(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (asked?.get('code_challenge') !== challenge) return { status: 400, json: { error: 'invalid_grant' } }
      const nonce = provider.forgesNonce ? 'another' : asked.get('nonce')
      const claims = { iss: issuer, aud: CLIENT, sub: 'u1', iat: now(), exp: now() + 60, nonce }
      return { json: { access_token: 'a', token_type: 'Bearer', id_token: jwt(claims) } }
    },
    '/jwks': async () => ({
      json: { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] },
    }),
    '/userinfo': async () => ({
      jwt: jwt({
        iss: issuer,
        aud: CLIENT,
        sub: 'u1',
        email: provider.email,
        email_verified: provider.verified,
      }),
    }),
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const answer = answers[url.pathname]
    if (answer === undefined) return void response.writeHead(404).end()
    answer(request, url).then(
      (found) => write(response, found),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return provider
}

interface Answer {
  readonly status?: number
  readonly json?: object
  readonly jwt?: string
  readonly to?: string
}

function write(response: ServerResponse, { status = 200, json, jwt, to }: Answer): void {
  if (to !== undefined) response.writeHead(302, { location: to }).end()
  else if (jwt !== undefined) response.writeHead(status, { 'content-type': 'application/jwt' }).end(jwt)
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
}
