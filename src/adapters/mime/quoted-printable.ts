const EQUALS = 0x3d
const SPACE = 0x20
const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const LOOKED_AT = 16 * 1024
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/

/**
 * Quoted-printable (RFC 2045, 6.7) to bytes; an equals sign that opens nothing stands for itself. Blanks at
 * the end of a line were added on the way.
 */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const bytes = Buffer.alloc(body.length)
  let end = 0
  let written = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    const encoded = byte === EQUALS ? encodedAt(body, at) : null
    if (encoded !== null) {
      if (encoded.byte !== null) bytes[end++] = encoded.byte
      at += encoded.length - 1
      written = end
      continue
    }
    if (byte === LF || byte === CR) end = written
    bytes[end++] = byte
    if (byte !== SPACE && byte !== TAB) written = end
  }
  return bytes.subarray(0, end)
}

/**
 * What an equals sign opens: a byte, or a line end that was put in (no byte); null where it opens nothing.
 */
function encodedAt(
  body: Buffer,
  at: number,
): { readonly byte: number | null; readonly length: number } | null {
  const pair = body.toString('latin1', at + 1, at + 3)
  if (HEX_PAIR.test(pair)) return { byte: Number.parseInt(pair, 16), length: 3 }
  const soft = softBreakAt(body, at + 1)
  return soft === null ? null : { byte: null, length: 1 + soft }
}

/**
 * The bytes of a line end that an equals sign takes away, with blanks that came before it on the way; null
 * for none.
 */
function softBreakAt(body: Buffer, from: number): number | null {
  let at = from
  while (body[at] === SPACE || body[at] === TAB) at += 1
  if (body[at] === CR) at += 1
  if (body[at] === LF) return at + 1 - from
  return at >= body.length ? at - from : null
}

/**
 * True for ASCII in which every equals sign is one of this writing, and some stand for letters with accents.
 */
export function mayBeQuotedPrintable(body: Buffer): boolean {
  const text = body.toString('latin1', 0, LOOKED_AT)
  if (/[\x80-\xff]/.test(text) || !/=[89A-F][0-9A-F]/.test(text)) return false
  return !/=(?![0-9A-F]{2}|[ \t]*\r?\n|.?$)/.test(text)
}
