import { canonical, digest, fromBase64url, hex, utf8 } from './bytes.js'

/**
 * What stands in the way of any checking, or null: outside https and files browsers hide their cryptography.
 */
export function obstacle() {
  return globalThis.crypto?.subtle === undefined ? 'insecure' : null
}

/** The beginning of the SHA-256 of the public key: how receipts and heads name theirs. */
export async function keyIdOf(der) {
  return hex(await digest(der)).slice(0, 16)
}

/** A key that signatures can be checked with; null where the browser does not know Ed25519. */
export async function usable(der) {
  try {
    return await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify'])
  } catch {
    return null
  }
}

export async function isSigned(value, signature, key) {
  const bytes = fromBase64url(signature)
  return (
    bytes !== null && (await crypto.subtle.verify({ name: 'Ed25519' }, key, bytes, utf8(canonical(value))))
  )
}
