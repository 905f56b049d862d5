import { randomBytes } from 'node:crypto'
import { type Leaf, type Outcome, runParser } from './run-parser.ts'

/** Attachments from this size are worth it: a parser spends its time in them line by line. */
export const APART_FROM_BYTES = 32 * 1024

const CR = 0x0d
/** Two bytes more than whole threes: one sign more behind it, of a line that only looked like a boundary, makes a byte. */
const STAND_IN_BYTES = 26
const PADDING = /^={1,2}[\r\n]*$/
/** No header of a part is longer, and no such field. */
const PART_HEAD_AT_MOST = 16 * 1024
const FIELD_AT_MOST = 48
const NAME_OF_ENCODING = ['base64', 'BASE64', 'Base64']
const ENCODING_FIELD = /(?:^|\n)content-transfer-encoding:[ \t]*base64[ \t]?[\r\n]/i

/** The encoded body of a part: where it stands, its bytes, and the bytes that stand in for it while the mail is parsed. */
interface Body {
  readonly start: number
  readonly end: number
  readonly content: Buffer
  readonly standIn: Buffer
}

/**
 * The parser’s outcome, with long base64 bodies (RFC 2045, 6.8) decoded beside it: four times faster. Nothing is assumed
 * of the mail’s structure. Unless each stand-in comes out as one whole part, the mail is parsed as it is.
 */
export async function runApart(bytes: Buffer, from = APART_FROM_BYTES): Promise<Outcome> {
  const bodies = bodiesIn(bytes, from)
  if (bodies.length === 0) return runParser(bytes)
  const outcome = await runParser(withStandIns(bytes, bodies))
  const leaves = putBack(outcome.leaves, bodies)
  return leaves === null || outcome.stoppedBy !== null ? runParser(bytes) : { ...outcome, leaves }
}

/** In one pass over the mail, whatever it holds: between a header and the next boundary every byte is looked at once. */
function bodiesIn(bytes: Buffer, from: number): readonly Body[] {
  const headers = NAME_OF_ENCODING.flatMap((name) => headersNaming(bytes, name)).sort(
    (one, other) => one - other,
  )
  const bodies: Body[] = []
  let boundary = -1
  for (const [index, header] of headers.entries()) {
    if (boundary < header) boundary = bytes.indexOf('\n--', header)
    // A part that nothing ends was cut off on its way: what it says is the parser's to tell.
    if (boundary < 0) break
    const next = headers[index + 1]
    if (boundary - header < from || (next !== undefined && next < boundary)) continue
    const body = bodyBetween(bytes, header, boundary)
    if (body !== null && body.end - body.start >= from) bodies.push(body)
  }
  return bodies
}

/** Places of a word where it ends a header field that says how a part is encoded. */
function headersNaming(bytes: Buffer, word: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
    const around = bytes.toString('latin1', Math.max(0, at - FIELD_AT_MOST), at + word.length + 2)
    if (ENCODING_FIELD.test(around)) places.push(at)
  }
  return places
}

function bodyBetween(bytes: Buffer, header: number, boundary: number): Body | null {
  const head = bytes.toString('latin1', header, Math.min(boundary, header + PART_HEAD_AT_MOST))
  const empty = /\n\r?\n/.exec(head)
  if (empty === null) return null
  const start = header + empty.index + empty[0].length
  const end = bytes[boundary - 1] === CR ? boundary - 1 : boundary
  const content = decoded(bytes.toString('latin1', start, end))
  return content === null ? null : { start, end, content, standIn: randomBytes(STAND_IN_BYTES) }
}

/** Null for anything but the alphabet, line ends, and padding at the very end. */
function decoded(text: string): Buffer | null {
  const odd = text.search(/[^A-Za-z0-9+/\r\n]/)
  if (odd >= 0 && !PADDING.test(text.slice(odd))) return null
  return Buffer.from(text, 'base64')
}

function withStandIns(bytes: Buffer, bodies: readonly Body[]): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (const { start, end, standIn } of bodies) {
    pieces.push(bytes.subarray(at, start), Buffer.from(standIn.toString('base64').replace('=', '')))
    at = end
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}

/** Null unless each stand-in is exactly one leaf. */
function putBack(leaves: readonly Leaf[], bodies: readonly Body[]): readonly Leaf[] | null {
  const left = new Map(bodies.map((body) => [body.standIn.toString('hex'), body.content]))
  const back = leaves.map((leaf) => {
    const key = Buffer.from(leaf.content).toString('hex', 0, STAND_IN_BYTES + 1)
    const content = left.get(key)
    if (content === undefined) return leaf
    left.delete(key)
    return { ...leaf, content }
  })
  return left.size === 0 ? back : null
}
