import type { WrittenFile } from './uuencode.ts'

const ANNOUNCED = /^\(This file must be converted with BinHex/i
const SIGNS = '!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr'
/** A line of signs, and one that closes the file. */
const LINE = /^\s*[!-,\-0-9@A-Z[`a-r:]+\s*$/
const CLOSED = /^\s*:?[!-,\-0-9@A-Z[`a-r]+:\s*$/
const REPEATED = 0x90
/** One byte may stand for 255: more than that is a bomb, or no file. */
const BYTES_AT_MOST = 60_000_000

/**
 * Whether a text is a file in BinHex 4.0 (RFC 1741) whose sums are right, and not itself the announcement of
 * another one.
 */
export function isSoundBinhex(text: string): boolean {
  const found = binhexAt(text.trimStart().split(/\r?\n/), 0)
  return found !== null && !ANNOUNCED.test(Buffer.from(found.content).toString('latin1', 0, 60))
}

/** A BinHex 4.0 file (RFC 1741) that is announced in that line; unsound, its own lines are what it holds. */
export function binhexAt(lines: readonly string[], from: number): WrittenFile | null {
  if (!ANNOUNCED.test(lines[from] ?? '')) return null
  let start = from + 1
  while ((lines[start] ?? 'x').trim() === '') start += 1
  if (!(lines[start] ?? '').trimStart().startsWith(':')) return null
  let end = start
  // Only lines of the alphabet are passed over: what is announced again and again costs no more than its
  // lines.
  while (!CLOSED.test(lines[end] ?? '')) {
    if (!LINE.test(lines[end] ?? '')) return null
    end += 1
  }
  const written = lines.slice(start, end + 1).join('')
  const whole = { name: null, content: Buffer.from(lines.slice(from, end + 1).join('\n'), 'latin1') }
  return { ...(dataFork(expanded(sixBits(written))) ?? whole), from, to: end + 1 }
}

function sixBits(written: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const sign of written) {
    const value = SIGNS.indexOf(sign)
    if (value === -1) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}

/** Runs (a byte, the mark, a count) written out. */
function expanded(packed: Buffer): Buffer {
  const bytes = Buffer.alloc(Math.min(BYTES_AT_MOST, sizeOf(packed)))
  let end = 0
  for (let at = 0; at < packed.length && end < bytes.length; at += 1) {
    const isMark = packed[at] === REPEATED
    if (isMark) at += 1
    const count = isMark ? (packed[at] ?? 0) : 1
    const value = isMark && count > 0 ? (bytes[end - 1] ?? 0) : isMark ? REPEATED : (packed[at] ?? 0)
    const size = isMark && count > 0 ? count - 1 : 1
    bytes.fill(value, end, end + size)
    end += size
  }
  return bytes
}

function sizeOf(packed: Buffer): number {
  let size = 0
  for (let at = 0; at < packed.length; at += 1) {
    const isMark = packed[at] === REPEATED
    if (isMark) at += 1
    size += isMark ? Math.max(1, (packed[at] ?? 0) - 1) : 1
  }
  return size
}

/** The header names the file and says how long its two forks are; the second is the Macintosh's own. */
function dataFork(bytes: Buffer): Pick<WrittenFile, 'name' | 'content'> | null {
  const nameLength = bytes[0] ?? 0
  const sizes = 1 + nameLength + 1 + 4 + 4 + 2
  if (nameLength === 0 || nameLength > 63 || bytes.length < sizes + 10) return null
  const start = sizes + 10
  const length = bytes.readUInt32BE(sizes)
  if (start + length > bytes.length) return null
  return { name: bytes.toString('latin1', 1, 1 + nameLength), content: bytes.subarray(start, start + length) }
}
