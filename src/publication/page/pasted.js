import { canonical, fromBase64, fromBase64url } from './bytes.js'
import { isReceipt } from './shape.js'

/** What programs add to a text that is copied, and nobody wrote: marks without width, soft hyphens. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
/** Dashes around them may have been made longer, blanks unbreakable, lines quoted. */
const MARK = /(BEGIN|END)[\s>]+RECEPISSE/g
/** How the body of every receipt begins. */
const FIRST_LETTERS = 'eyJyZWNlaXB0Ijp7'

/** What base64 is made of; quotes, blanks and ends of lines are left out. */
export const significant = (text) => text.replace(/[^A-Za-z0-9+/=]/g, '')

/**
 * The receipt in texts as people copy them: { state: 'found', signed }, or why there is none: 'none', 'cut'
 * (a part of it was not copied), 'damaged', 'newer' (than this page), 'several' (different ones).
 */
export function receiptIn(texts) {
  const found = texts.flatMap((text) => blocksIn(text.replace(UNSEEN, '')))
  const whole = found.filter(({ state }) => state === 'found')
  const different = new Set(whole.map(({ signed }) => canonical(signed)))
  if (different.size > 1) return { state: 'several' }
  const worst = ['newer', 'damaged', 'cut'].find((state) => found.some((one) => one.state === state))
  return whole[0] ?? { state: worst ?? 'none' }
}

function blocksIn(text) {
  const marks = [...text.matchAll(MARK)]
  if (marks.length === 0) return significant(text).includes(FIRST_LETTERS) ? [{ state: 'cut' }] : []
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1]
    const after = marks[index + 1]
    if (mark[1] === 'END') return before?.[1] === 'BEGIN' ? [] : [{ state: 'cut' }]
    if (after?.[1] !== 'END') return [{ state: 'cut' }]
    return [blockOf(text.slice(mark.index + mark[0].length, after.index))]
  })
}

/** As it stands; as the source of a mail writes it; with the tags of a page around its lines. */
function blockOf(body) {
  const decoded = body.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const read = [body, decoded, withoutTags(decoded)].map((one) => signedIn(significant(one)))
  return read.find(({ state }) => state !== 'damaged') ?? { state: 'damaged' }
}

function withoutTags(text) {
  const bare = text.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ')
  return bare.replace(/&#(\d{1,5});/g, (_, code) => String.fromCharCode(Number(code)))
}

function signedIn(base64) {
  const bytes = fromBase64(base64)
  if (bytes === null) return { state: 'damaged' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const signed = JSON.parse(text)
    if (Number.isInteger(signed.receipt?.v) && signed.receipt.v > 1) return { state: 'newer' }
    const isWhole = isReceipt(signed.receipt) && fromBase64url(signed.signature)?.length === 64
    return isWhole && canonical(signed) === text ? { state: 'found', signed } : { state: 'damaged' }
  } catch {
    return { state: 'damaged' }
  }
}

/** How a public Ed25519 key begins in DER (RFC 8410): thirty-two bytes follow. */
const ED25519 = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
const ED25519_LENGTH = 44

/**
 * { state: 'found', der } or what was pasted in its place: 'private', 'certificate', 'receipt', 'other',
 * 'damaged'.
 */
export function keyIn(pasted) {
  const text = pasted.replace(UNSEEN, '')
  if (/PRIVATE\s+KEY/.test(text)) return { state: 'private' }
  if (/BEGIN\s+CERTIFICATE/.test(text)) return { state: 'certificate' }
  if (/BEGIN\s+RECEPISSE/.test(text)) return { state: 'receipt' }
  const framed = /BEGIN\s+PUBLIC\s+KEY([\s\S]*?)END\s+PUBLIC\s+KEY/.exec(text)
  const der = fromBase64(significant(framed?.[1] ?? text))
  if (der === null || der.length < ED25519_LENGTH) return { state: 'damaged' }
  if (der.length === ED25519_LENGTH && ED25519.every((one, index) => der[index] === one))
    return { state: 'found', der }
  return { state: isWholeDer(der) && der.length > ED25519_LENGTH ? 'other' : 'damaged' }
}

function isWholeDer(der) {
  if (der[0] !== 0x30) return false
  const many = der[1] > 127 ? der[1] & 127 : 0
  const length = many === 0 ? der[1] : der.slice(2, 2 + many).reduce((total, one) => total * 256 + one, 0)
  return der.length === 2 + many + length
}
