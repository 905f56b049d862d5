import { createHash } from 'node:crypto'
import { Failure } from '../../base/failure.ts'
import { Fingerprint } from '../../base/ids.ts'

/** What a mail is named by: the SHA-256 of its bytes. */
export function fingerprintOf(raw: Uint8Array): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(raw).digest('hex'))
}

/** The bytes, if they are the ones that were kept. */
export function refuseAltered(fingerprint: Fingerprint, raw: Uint8Array): Uint8Array {
  if (fingerprintOf(raw) === fingerprint) return raw
  throw new Failure(
    'permanent',
    'evidence-altered',
    `the archived mail ${fingerprint} is not what was received: restore it from a backup`,
  )
}
