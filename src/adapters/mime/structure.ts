import { isUsualAside } from './aside-words.ts'
import { delimitersIn, guessedBoundary } from './delimiters.ts'
import { headEndIn } from './head-end.ts'
import { type PartHead, readPartHead } from './part-head.ts'
import { textOf } from './raw-head.ts'

/** A part of a mail, and where it stands in its bytes. */
export interface Part {
  readonly head: PartHead
  /** Of a part that others stand in; null for a leaf. */
  readonly children: readonly Part[] | null
  /** Where the encoded body of a leaf stands. */
  readonly start: number
  readonly end: number
}

/** What each stretch of a mail's body is: one behind the other they are the whole of it. */
export interface Stretch {
  readonly is: 'head' | 'delimiter' | 'leaf' | 'nothing'
  readonly start: number
  readonly end: number
}

/**
 * A mail taken apart. `lost`: parts and texts where no parser looks for them (RFC 2046, 5.1.1: before the
 * first delimiter, behind the last), in the order in which they stand. `odd`: something is told otherwise
 * than the parser tells it.
 */
export interface Structure {
  readonly root: Part
  readonly lost: readonly Part[]
  readonly stretches: readonly Stretch[]
  readonly odd: boolean
}

const PARTS_AT_MOST = 500
const NESTING_AT_MOST = 20
const DIGEST = 'multipart/digest'
const LF = 0x0a
const CR = 0x0d

/** A text beside the parts is a document of its own, never the text of the mail. */
const TEXT_ASIDE = Buffer.from('Content-Type: text/plain\r\nContent-Disposition: attachment\r\n')
/** But around parts that were pasted into the text it is the text. */
const TEXT_AROUND = Buffer.from('Content-Type: text/plain\r\n')

/** Null for a mail of more parts or levels than are read: it is kept as it is. */
export function structureOf(bytes: Buffer, head: Buffer): Structure | null {
  const walk = new Walk(bytes)
  const empty = /^\r?\n\r?\n?/.exec(bytes.toString('latin1', head.length, head.length + 4))?.[0] ?? ''
  const start = head.length + empty.length
  // Without an empty line the parser would take all of it for the head.
  walk.odd = !/\n\r?\n$/.test(empty) && start < bytes.length
  const root = walk.body(readPartHead(head), start, bytes.length, 0)
  if (walk.exceeded) return null
  const stretches = walk.stretches.filter(({ start: from, end }) => end > from)
  return { root, lost: walk.lost, stretches: stretches.sort((a, b) => a.start - b.start), odd: walk.odd }
}

/** The leaves of a part in order, and the outermost `multipart/alternative` that holds each. */
export function leavesIn(
  part: Part,
  alternative?: Part,
): (readonly [leaf: Part, alternative: Part | undefined])[] {
  if (part.children === null) return [[part, alternative]]
  const outer = alternative ?? (part.head.type === 'multipart/alternative' ? part : undefined)
  return part.children.flatMap((child) => leavesIn(child, outer))
}

class Walk {
  readonly stretches: Stretch[] = []
  readonly lost: Part[] = []
  odd = false
  exceeded = false
  readonly #bytes: Buffer
  #parts = 0
  #asideHead = TEXT_ASIDE

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  body(head: PartHead, start: number, end: number, depth: number): Part {
    this.#parts += 1
    if (this.#parts > PARTS_AT_MOST || depth > NESTING_AT_MOST) this.exceeded = true
    if (this.exceeded) return this.#leaf(head, start, end)
    if (head.type.startsWith('multipart/')) return this.#multipart(head, start, end, depth)
    const isText = (head.type === '' || head.type === 'text/plain') && !head.named
    const guess = isText && head.disposition !== 'attachment' ? this.#guess(start, end) : null
    if (guess === null) return this.#leaf(head, start, end)
    // Its head was lost or replaced on the way: the text before the first delimiter is the text, parts follow
    // it.
    this.odd = true
    const isBlank = this.#text(start, guess.start).trim() === ''
    if (isBlank) this.#mark('nothing', start, guess.start)
    const text = isBlank ? [] : [this.#leaf(head, start, guess.start)]
    this.#asideHead = TEXT_AROUND
    const parts = this.#between(guess.boundary, guess.start, end, depth)
    this.#asideHead = TEXT_ASIDE
    return { head, children: [...text, ...parts], start, end }
  }

  #multipart(head: PartHead, start: number, end: number, depth: number): Part {
    const declared = head.boundary
    if (declared !== null && delimitersIn(this.#bytes, declared, start, end).next().value !== undefined)
      return { head, children: this.#between(declared, start, end, depth, head.type === DIGEST), start, end }
    if (this.#text(start, end).trim() === '') {
      this.#mark('nothing', start, end)
      return { head, children: [], start, end }
    }
    this.odd = true
    const guess = head.named ? null : this.#guess(start, end)
    if (guess === null) return this.#leaf(head, start, end)
    return { head, children: this.#between(guess.boundary, start, end, depth), start, end }
  }

  /**
   * The parts between a boundary's delimiters; what stands before, behind and after the end is put with the
   * lost.
   */
  #between(boundary: string, start: number, end: number, depth: number, isDigest = false): Part[] {
    const children: Part[] = []
    let at = start
    let state: 'before' | 'part' | 'behind' = 'before'
    let closed = false
    const stretch = (to: number): void => {
      if (state !== 'part') this.#aside(at, to, depth)
      else if (closed) this.#lose(this.#part(at, to, depth + 1, isDigest))
      else children.push(this.#part(at, to, depth + 1, isDigest))
    }
    for (const delimiter of delimitersIn(this.#bytes, boundary, start, end)) {
      const before = Math.max(at, this.#withoutLineEnd(delimiter.start))
      if (this.exceeded) return children
      stretch(before)
      this.#mark('delimiter', before, delimiter.end)
      at = delimiter.end
      closed ||= state === 'behind'
      state = delimiter.closes ? 'behind' : 'part'
    }
    stretch(end)
    return children
  }

  #part(start: number, end: number, depth: number, inDigest = false): Part {
    const { headEnd, bodyAt, isUsual } = headEndIn(this.#bytes, start, end)
    this.odd ||= !isUsual
    this.#mark('head', start, bodyAt)
    return this.body(readPartHead(this.#bytes.subarray(start, headEnd), inDigest), bodyAt, end, depth)
  }

  /** What stands beside the parts: nothing to speak of, parts with or without a delimiter, or a text. */
  #aside(start: number, end: number, depth: number): void {
    const text = this.#text(start, end)
    const guess = depth < NESTING_AT_MOST ? this.#guess(start, end) : null
    if (guess !== null) {
      this.#aside(start, guess.start, depth)
      for (const part of this.#between(guess.boundary, guess.start, end, depth + 1)) this.#lose(part)
      return
    }
    if (isUsualAside(text)) this.#mark('nothing', start, end)
    else if (/^\s*content-(type|transfer-encoding|disposition)[ \t]*:/i.test(text)) {
      const first = start + (/^\s*/.exec(text)?.[0].length ?? 0)
      this.#mark('nothing', start, first)
      this.#lose(this.#part(first, end, depth + 1))
    } else this.#lose(this.#leaf(readPartHead(this.#asideHead), start, end))
  }

  #lose(part: Part): void {
    this.odd = true
    this.lost.push(part)
  }

  #leaf(head: PartHead, start: number, end: number): Part {
    this.#mark('leaf', start, end)
    return { head, children: null, start, end }
  }

  #mark(is: Stretch['is'], start: number, end: number): void {
    this.stretches.push({ is, start, end })
  }

  #guess(start: number, end: number): ReturnType<typeof guessedBoundary> {
    return guessedBoundary(this.#bytes, start, end)
  }

  #text(start: number, end: number): string {
    return textOf(this.#bytes.subarray(start, Math.min(end, start + ASIDE_LOOKED_AT)))
  }

  #withoutLineEnd(at: number): number {
    const feed = this.#bytes[at - 1] === LF ? at - 1 : at
    return feed < at && this.#bytes[feed - 1] === CR ? feed - 1 : feed
  }
}

/** More than the usual words are: a longer text is one, whatever it says. */
const ASIDE_LOOKED_AT = 4_000
