/**
 * How files of known types begin, at the offset where they begin so: enough to be certain that bytes are one.
 */
const BEGINNINGS: readonly (readonly [offset: number, bytes: string])[] = [
  [0, '%PDF-'],
  [0, 'PK\x03\x04'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1'],
  [0, '{\\rtf'],
  [0, '\x89PNG\r\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF87a'],
  [0, 'GIF89a'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, '7z\xbc\xaf\x27\x1c'],
  [0, 'Rar!\x1a\x07'],
  [0, '\x1f\x8b\x08'],
  [0, '\x78\x9f\x3e\x22'],
]
/** What a sequence of ASN.1 that is signed or enciphered data names itself with (PKCS #7). */
const PKCS7 = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07'
const LOOKED_AT = 64

/** True for bytes that begin as a file of a known type does: what only might be one is not. */
export function isKnownFile(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, LOOKED_AT)).toString('latin1')
  const named = head.indexOf(PKCS7)
  const isPkcs7 = head.startsWith('0') && named >= 2 && named <= 7
  return isPkcs7 || BEGINNINGS.some(([offset, bytes]) => head.startsWith(bytes, offset))
}
