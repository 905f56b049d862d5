import { createHash } from 'node:crypto'
import { Failure } from '../../base/failure.ts'
import { Fingerprint } from '../../base/ids.ts'

/** From here on another thread hashes: whoever watches a mailbox must answer its server meanwhile. */
const BESIDE_FROM_BYTES = 1024 * 1024

/** What a mail is named by: the SHA-256 of its bytes. */
export async function fingerprintOf(raw: Uint8Array): Promise<Fingerprint> {
  if (raw.byteLength < BESIDE_FROM_BYTES)
    return Fingerprint.parse(createHash('sha256').update(raw).digest('hex'))
  // A view of its own bytes is what WebCrypto takes; ours never lie in shared memory.
  const digest = await crypto.subtle.digest('SHA-256', raw as Uint8Array<ArrayBuffer>)
  return Fingerprint.parse(Buffer.from(digest).toString('hex'))
}

/** The bytes, if they are the ones that were kept. */
export async function refuseAltered(fingerprint: Fingerprint, raw: Uint8Array): Promise<Uint8Array> {
  if ((await fingerprintOf(raw)) === fingerprint) return raw
  throw new Failure(
    'permanent',
    'evidence-altered',
    `the archived mail ${fingerprint} is not what was received: restore it from a backup`,
  )
}
