import { createPrivateKey, X509Certificate } from 'node:crypto'
import { modifyAssertion, PrivateKeyJwt } from 'openid-client'
import { Failure } from '../../base/failure.ts'

/** A certificate of the client's own, and its private key; both PEM. */
export interface ClientCertificate {
  readonly certificate: string
  readonly key: string
}

const RSA_PSS = { name: 'RSA-PSS', hash: 'SHA-256' } as const

/**
 * Adds to a form what proves the client: an assertion signed with its certificate's key, as Microsoft's
 * identity platform wants it (PS256, the certificate by its SHA-256 thumbprint, for the token's own address).
 * Failure('permanent', 'settings') when the two cannot be used together.
 */
export async function signAssertion(
  form: URLSearchParams,
  signer: ClientCertificate,
  { tokenUrl, clientId }: { readonly tokenUrl: string; readonly clientId: string },
): Promise<void> {
  const { key, thumbprint } = await opened(signer)
  const sign = PrivateKeyJwt(key, {
    [modifyAssertion](header, payload) {
      Object.assign(header, { typ: 'JWT', 'x5t#S256': thumbprint })
      payload['aud'] = tokenUrl
    },
  })
  await sign({ issuer: tokenUrl }, { client_id: clientId }, form, new Headers())
}

async function opened({ certificate, key }: ClientCertificate) {
  try {
    const parsed = new X509Certificate(certificate)
    const own = createPrivateKey(key)
    if (!parsed.checkPrivateKey(own)) throw new Error('the key is another certificate’s')
    const pkcs8 = own.export({ type: 'pkcs8', format: 'der' })
    return {
      key: await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), RSA_PSS, false, ['sign']),
      thumbprint: Buffer.from(parsed.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    }
  } catch (error) {
    throw new Failure(
      'permanent',
      'settings',
      'GRAPH_CERTIFICATE and GRAPH_KEY must be an RSA certificate and its own private key, both PEM',
      { cause: error },
    )
  }
}
