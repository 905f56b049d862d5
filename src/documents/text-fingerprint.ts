import { createHash } from 'node:crypto'
import { Fingerprint } from '../base/ids.ts'

/** SHA-256 of a text in UTF-8: the identity of a document that is no file (the body, a link). */
export function sha256OfText(text: string): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
}
