const EQUALS = 0x3d
const LF = 0x0a
const CR = 0x0d
const LOOKED_AT = 16 * 1024
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/

/** Quoted-printable (RFC 2045, 6.7) to bytes; an equals sign that opens nothing stands for itself. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const bytes = Buffer.alloc(body.length)
  let end = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte !== EQUALS) {
      bytes[end++] = byte
      continue
    }
    const pair = body.toString('latin1', at + 1, at + 3)
    const soft = softBreakAt(body, at + 1)
    if (HEX_PAIR.test(pair)) {
      bytes[end++] = Number.parseInt(pair, 16)
      at += 2
    } else if (soft > 0) at += soft
    else bytes[end++] = byte
  }
  return bytes.subarray(0, end)
}

/** The bytes of a line end that an equals sign takes away, with blanks that came before it on the way; or 0. */
function softBreakAt(body: Buffer, from: number): number {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x09) at += 1
  if (body[at] === CR) at += 1
  if (body[at] === LF) return at + 1 - from
  return at >= body.length ? at - from : 0
}

/** True for ASCII in which every equals sign is one of this writing, and some stand for letters with accents. */
export function mayBeQuotedPrintable(body: Buffer): boolean {
  const text = body.toString('latin1', 0, LOOKED_AT)
  if (/[\x80-\xff]/.test(text) || !/=[89A-F][0-9A-F]/.test(text)) return false
  return !/=(?![0-9A-F]{2}|[ \t]*\r?\n|.?$)/.test(text)
}
