import { endOfBase64, mayBeBase64, wholeBase64 } from './base64.ts'
import { isKnownFile } from './known-file.ts'
import type { PartHead } from './part-head.ts'
import { decodeQuotedPrintable, mayBeQuotedPrintable } from './quoted-printable.ts'
import { uuencodedAt } from './uuencode.ts'

/** A body decoded. */
export interface Decoded {
  readonly content: Buffer
  /** The name that the encoding itself gives, where it gives one. */
  readonly name: string | null
  /** A text that somebody wrote behind the encoded body: a footer of a list, of a gateway. */
  readonly footer: string
}

type Encoding = 'base64' | 'quoted-printable' | 'uuencode' | 'identity' | 'unknown'

/** The words that are understood, other letters and cases than the standard's included (RFC 2045, 6.1). */
function encodingOf(word: string): Encoding {
  const letters = (word.split(';')[0] ?? '').replace(/[^a-z0-9]/g, '').replace(/^x(?=uu)/, '')
  if (/^(base?64|mime64|b64|base64encoded)$/.test(letters)) return 'base64'
  if (/^(quoted?(print|prt)[a-z]*|quoted|qp)$/.test(letters)) return 'quoted-printable'
  if (/^uu(e|encode|encoded)?$/.test(letters)) return 'uuencode'
  return /^(|[78]bits?|binary|none|plain|text)$/.test(letters) ? 'identity' : 'unknown'
}

/** What the parser makes of that word. */
function parsersOwn(word: string): Encoding {
  return word === 'base64' || word === 'quoted-printable' ? word : 'identity'
}

/** Decodes a body by its head’s word, unless its content says with certainty that it is written otherwise. */
export function decodeTransfer(head: PartHead, body: Buffer): Decoded {
  const encoding = byContent(head, body) ?? encodingOf(head.encoding)
  const plain = { name: null, footer: '' }
  if (encoding === 'base64') {
    const end = endOfBase64(body)
    return {
      content: fromBase64(body.subarray(0, end)),
      name: null,
      footer: body.toString('utf8', end).trim(),
    }
  }
  if (encoding === 'quoted-printable') return { ...plain, content: decodeQuotedPrintable(body) }
  return { ...plain, content: body, ...(encoding === 'uuencode' ? uuencodedIn(body) : null) }
}

/** Whether the parser, which knows two words exactly, would decode it likewise. */
export function isAsDeclared(head: PartHead, body: Buffer): boolean {
  const encoding = byContent(head, body) ?? encodingOf(head.encoding)
  if (encoding === 'base64' && endOfBase64(body) < body.length) return false
  return (encoding === 'unknown' ? 'identity' : encoding) === parsersOwn(head.encoding)
}

/** Null where nothing is certain. */
function byContent(head: PartHead, body: Buffer): Encoding | null {
  const declared = encodingOf(head.encoding)
  if (/^\s*begin(-base64)? [0-7]{3,4} \S/.test(body.toString('latin1', 0, 1024))) return 'uuencode'
  if (declared === 'base64') {
    if (isKnownFile(body)) return 'identity'
    if (mayBeBase64(body) || endOfBase64(body) < body.length) return null
    return mayBeQuotedPrintable(body) ? 'quoted-printable' : 'identity'
  }
  const whole = wholeBase64(body)
  if (whole !== null && (isKnownFile(whole) || isWrittenText(whole))) return 'base64'
  if (declared === 'quoted-printable' || !isText(head)) return null
  return mayBeQuotedPrintable(body) ? 'quoted-printable' : null
}

function isText(head: PartHead): boolean {
  return head.type === '' || head.type.startsWith('text/')
}

/** Letters in UTF-8 and no other control signs than those of text: what random bytes never are. */
function isWrittenText(content: Buffer): boolean {
  const text = content.toString('utf8')
  const controls = content.some((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))
  return !controls && !text.includes('\uFFFD') && /\p{L}{3}/u.test(text)
}

/** Both alphabets (RFC 4648, 4 and 5), and padding wherever pieces were put one behind the other. */
function fromBase64(body: Buffer): Buffer {
  const text = body.toString('latin1')
  const signs = text.replace(/[^A-Za-z0-9+/=_-]+/g, '')
  const pieces = signs.match(/[^=]+={0,2}/g) ?? []
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))
}

function uuencodedIn(body: Buffer): Pick<Decoded, 'content' | 'name'> | null {
  const lines = body.toString('latin1').split(/\r?\n/)
  const from = lines.findIndex((line) => line.trim() !== '')
  const written = uuencodedAt(lines, from)
  if (written === null || lines.slice(written.to).some((line) => line.trim() !== '')) return null
  return { content: Buffer.from(written.content), name: written.name }
}
