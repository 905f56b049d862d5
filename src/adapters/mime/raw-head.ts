import type { HeaderField } from '../../mail/mail.ts'

const HEADERS_AT_MOST = 2000
const FIELD = /^[!-9;-~]+:|^[ \t]/
const HEAD_BYTES_AT_MOST = 1_000_000

/**
 * The header block of a mail: everything before the first empty line, a megabyte at most. Without any empty
 * line it ends before the first line that is no field.
 */
export function headOf(bytes: Buffer): Buffer {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter(
    (at) => at >= 0,
  )
  const most = Math.min(HEAD_BYTES_AT_MOST, bytes.length)
  return bytes.subarray(0, Math.min(most, ...(ends.length > 0 ? ends : [endOfFields(bytes, most)])))
}

/** Whether there was more of a head (`headOf`) than is read of one. */
export function isHeadTooLong(head: Buffer): boolean {
  if (head.length >= HEAD_BYTES_AT_MOST) return true
  const lines = head.toString('latin1').split('\n')
  return lines.filter((line) => !/^[ \t]/.test(line)).length > HEADERS_AT_MOST
}

function endOfFields(bytes: Buffer, most: number): number {
  const lines = bytes.toString('latin1', 0, most).split('\n')
  let end = 0
  for (const [index, line] of lines.entries()) {
    if (!FIELD.test(line) && !(index === 0 && line.startsWith('From '))) return end === 0 ? most : end - 1
    end += line.length + 1
  }
  return most
}

/**
 * Header fields in order, unfolded, not decoded (RFC 5322, 2.2). Raw 8-bit headers (RFC 6532, or no standard
 * at all) are read as UTF-8, else as windows-1252. At most 2000 fields.
 */
export function readHeaderFields(head: Buffer): HeaderField[] {
  const fields: { readonly name: string; readonly lines: string[] }[] = []
  for (const line of textOf(head).split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      fields.at(-1)?.lines.push(line.trim())
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!/^[\x21-\x7e]+$/.test(name)) continue
    if (fields.length >= HEADERS_AT_MOST) break
    fields.push({ name, lines: [line.slice(colon + 1).trim()] })
  }
  return fields.map(({ name, lines }) => ({ name, value: lines.join(' ').trim() }))
}

/**
 * The mail with a header block that the parser can decode: lines that are not UTF-8 become UTF-8, and raw
 * bytes inside encoded words (which RFC 2047 forbids and real programs write) become legal ones.
 */
export function withLegalHead(bytes: Buffer, head: Buffer): Buffer {
  const lines = head.toString('latin1').split('\n').map(legalLine)
  const legal = Buffer.from(lines.join('\n'), 'latin1')
  return legal.equals(head) ? bytes : Buffer.concat([legal, bytes.subarray(head.length)])
}

/** Bytes as one letter each, in and out. */
function legalLine(line: string): string {
  const words = line.replace(/=\?[\w-]+\?q\?[^?]*\?=/gi, (word) =>
    word.replace(/[\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`),
  )
  return Buffer.from(textOf(Buffer.from(words, 'latin1'))).toString('latin1')
}

/** Text in UTF-8 if it is valid, else in windows-1252: in what a header says without naming its charset. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}
