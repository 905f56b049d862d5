import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonical } from './entry.ts'

/**
 * Signs with Ed25519 (RFC 8032). `id`: the beginning of the SHA-256 of the public key (SPKI), hexadecimal.
 */
export interface Signer {
  readonly id: string
  readonly publicPem: string
  sign(value: unknown): string
}

/** Of a private Ed25519 key. */
export function signerOf(key: KeyObject): Signer {
  const publicKey = createPublicKey(key)
  return {
    id: keyIdOf(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (value) => sign(null, Buffer.from(canonical(value)), key).toString('base64url'),
  }
}

/**
 * The name of a public key: sixteen hexadecimal digits of the SHA-256 of its SPKI, as letters and published
 * files have it.
 */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

/**
 * `signature`: base64url over the canonical JSON of `value`, in the one way in which these bytes are written.
 */
export function isSigned(value: unknown, signature: string, publicPem: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  if (bytes.toString('base64url') !== signature) return false
  return verify(null, Buffer.from(canonical(value)), createPublicKey(publicPem), bytes)
}
