/** A line of base64 (RFC 4648) and nothing else. */
const LINE = /^[A-Za-z0-9+/]+={0,2}$/
/** Signs at which a text is no word by chance. */
const SIGNS_AT_LEAST = 60
const LF = 0x0a
/** So many lines, and such a part of all. */
const ENCODED_AT_LEAST = 5
const ENCODED_PART = 0.9
const LOOKED_AT = 4096
/** Signs outside the alphabet that a decoder may pass over: more of them is another writing. */
const FOREIGN_AT_MOST = 0.02

/**
 * The end of the run of base64 lines that begins there: all of one length but the last, which may be shorter.
 */
export function endOfRun(lines: readonly string[], from: number): number {
  const width = (lines[from] ?? '').trim().length
  if (width < SIGNS_AT_LEAST || !LINE.test((lines[from] ?? '').trim())) return from
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim()
    if (!LINE.test(line) || line.length > width) return at
    if (line.length < width || line.endsWith('=')) return at + 1
  }
  return lines.length
}

/**
 * The bytes of a body that is nothing but lines of base64; null for any other body, and for a few letters.
 */
export function wholeBase64(body: Buffer): Buffer | null {
  const head = body.toString('latin1', 0, LOOKED_AT).trimStart()
  const line = /^[^\r\n]*/.exec(head)?.[0].trimEnd() ?? ''
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(line)) return null
  const text = body.toString('latin1')
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) || / \S/.test(head)) return null
  const signs = text.replace(/\s+/g, '')
  return signs.length >= SIGNS_AT_LEAST && signs.length % 4 === 0 ? Buffer.from(signs, 'base64') : null
}

/**
 * Whether a body that is declared as base64 looks like it at all: some gateways declare it and do not write
 * it.
 */
export function mayBeBase64(body: Buffer): boolean {
  const head = body.toString('latin1', 0, LOOKED_AT).replace(/\s+/g, '')
  const foreign = head.replace(/[A-Za-z0-9+/=_-]+/g, '').length
  // Words stand between blanks: what no line of base64 has.
  const spaces = body.toString('latin1', 0, LOOKED_AT).match(/\S [^\s]/g)?.length ?? 0
  return foreign <= head.length * FOREIGN_AT_MOST && spaces <= head.length / 100
}

/** Where base64 ends that a footer follows as plain text; the length of any other body. */
export function endOfBase64(body: Buffer): number {
  const tail = body.toString('latin1', Math.max(0, body.length - LOOKED_AT))
  if (/^[A-Za-z0-9+/=\s_-]*$/.test(tail) && !/\S[ \t]\S/.test(tail)) return body.length
  const first = /^\s*(\S+)/.exec(body.toString('latin1', 0, LOOKED_AT))?.[1] ?? ''
  if (!LINE.test(first) || (first.length < SIGNS_AT_LEAST && !first.endsWith('='))) return body.length
  for (let end = body.length; end > 0; ) {
    const start = body.lastIndexOf(LF, end - 1) + 1
    const line = body.toString('latin1', start, end).trim()
    if (LINE.test(line) && (line.length >= SIGNS_AT_LEAST || line.endsWith('='))) return end
    end = start - 1
  }
  return body.length
}

/**
 * Lines without a blank, one like the other: something is encoded here, in whatever way. Nobody wrote these
 * words.
 */
export function looksEncoded(body: Buffer): boolean {
  const text = body.toString('latin1', 0, LOOKED_AT)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const whole = lines.slice(0, body.length > LOOKED_AT ? -1 : undefined)
  const encoded = whole.filter((line) => /^[\x21-\x7e]{60,}\s*$/.test(line) && !line.includes('://'))
  return encoded.length >= ENCODED_AT_LEAST && encoded.length >= whole.length * ENCODED_PART
}
