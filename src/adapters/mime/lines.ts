import { wideCharsetOf } from './charset.ts'

const LF = 0x0a
const CR = 0x0d
const CR_CR_LF = Buffer.from('\r\r\n')
const HEAD_LOOKED_AT = 8192
const LF_CR = /^[^\n]*\n\r[^\n]/
/** The part of all lines that one end in a way of their own, from which it is the mail that came so. */
const MANY = 0.2

/**
 * Raw bytes whose lines a MIME parser can see: UTF-16 becomes UTF-8, a byte order mark and empty lines before
 * the first header go, and lines that end in CR alone (old Macintosh) or in CR CR LF (a second conversion on
 * the way), all or some of them, or in LF CR, end in CRLF. Anything else is handed back untouched.
 */
export function readableBytes(raw: Uint8Array): Buffer {
  const bytes = inOneByte(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))
  const visible = hasOtherLineEnds(bytes) ? withCrLf(bytes) : bytes
  return visible.subarray(leadingEmptyLines(visible))
}

function inOneByte(bytes: Buffer): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  const wide = wideCharsetOf(bytes.subarray(0, HEAD_LOOKED_AT))
  return wide === null ? bytes : Buffer.from(new TextDecoder(wide).decode(bytes))
}

/** In the head, or in so many lines that no file that came as it is (8bit, binary) can be the reason. */
function hasOtherLineEnds(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, HEAD_LOOKED_AT)
  if (LF_CR.test(start)) return true
  const head = /^[\s\S]*?(?:\r+\n|\r(?!\r*\n)|\n)(?=\r*\n|\r)/.exec(start)?.[0] ?? start
  if (/\r(?:[\r\t ]|[!-9;-~]+:)/.test(head)) return true
  if (!bytes.includes(LF, head.length + 4)) return bytes.includes(CR, head.length + 4)
  return hasDelimiterBehindCr(bytes) || doubled(bytes)
}

/**
 * A delimiter is a line in every mail: where one stands behind CR alone, or ends in CR CR LF, all lines are
 * meant.
 */
function hasDelimiterBehindCr(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('\r--'); at >= 0; at = bytes.indexOf('\r--', at + 3)) {
    if (/^\r--[^\r\n]{1,90}\r+\n?content-/i.test(bytes.toString('latin1', at, at + 120))) return true
  }
  return false
}

function doubled(bytes: Buffer): boolean {
  // Nearly every mail has none, and large ones a million lines.
  if (!bytes.includes(CR_CR_LF)) return false
  let lines = 0
  let twice = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    lines += 1
    if (bytes[at - 1] === CR && bytes[at - 2] === CR) twice += 1
  }
  return twice > lines * MANY
}

function withCrLf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const ends = LF_CR.test(text) ? /\n\r/g : /\r+\n|\r/g
  return Buffer.from(text.replace(ends, '\r\n'), 'latin1')
}

function leadingEmptyLines(bytes: Buffer): number {
  let at = 0
  while (bytes[at] === LF || bytes[at] === CR) at += 1
  return at
}
