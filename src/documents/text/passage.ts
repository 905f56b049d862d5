import { z } from 'zod'
import { fold, WORD_SIGNS } from '../../base/folding.ts'

/** Of a longer text the beginning is looked for. */
const SOUGHT = 2_000
/** So much of a page is looked through: a form has some thousand letters. */
const LOOKED_AT = 100_000
/** What is shorter stands on every page. */
const SHORTEST = 3
/** Words of an extract that are tried, one run after the other. */
const WORDS = 60
/** Places of one text that are compared. */
const PLACES = 200
/** The same of a run of words: there are many runs. */
const TRIED = 50
/** The share of an answer that a run of its words is at least, and a single word. */
const SEVERAL = 1 / 3
const ONE = 2 / 3

/** What was read, to be found again where it stands: the value, and the extract that shows it. */
export const Passage = z.object({ value: z.string().max(SOUGHT), extract: z.string().max(SOUGHT) })
export type Passage = z.infer<typeof Passage>

/** Where a value was read, cut to what a search needs. */
export function passageOf(value: string, extract: string): Passage {
  return { value: value.slice(0, SOUGHT), extract: extract.slice(0, SOUGHT) }
}

/** Where something stands in a text: the place of its first sign, and the one behind its last. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** A text without blanks and punctuation, and where each sign that is left came from. */
interface Signs {
  readonly key: string
  readonly from: readonly Stretch[]
  /** The first place in `key` from each on at which a word begins, or all ends. */
  readonly wordFrom: readonly number[]
}

/**
 * Where a passage stands in a text, whatever blanks, case, accents and punctuation do: the value in its
 * extract, else the value alone, nearest to its label, else the longest run of words of what the extract
 * says, if that is a good part of it. Null where it is not found.
 */
export function findPassage(text: string, { value, extract }: Passage): Stretch | null {
  const signs = signsOf(text.slice(0, LOOKED_AT))
  const [wanted, whole] = [keyOf(value), keyOf(extract)]
  return (
    inItsExtract(signs, wanted, whole, extract) ??
    nearItsLabel(signs, wanted, whole) ??
    longestRun(signs, extract)
  )
}

function inItsExtract(signs: Signs, wanted: string, whole: string, extract: string): Stretch | null {
  const [at] = placesIn(signs, whole)
  if (at === undefined) return null
  const inside = wanted === '' ? -1 : whole.lastIndexOf(wanted)
  if (inside >= 0) return stretch(signs, at + inside, wanted.length)
  const answer = keyOf(answerIn(extract))
  return stretch(signs, at + whole.length - answer.length, answer.length)
}

/** What an extract says behind its label. */
function answerIn(extract: string): string {
  const answer = /^[^:]{1,200}\s:\s(.*)$/s.exec(extract)?.[1] ?? extract
  return keyOf(answer) === '' ? extract : answer
}

function nearItsLabel(signs: Signs, wanted: string, whole: string): Stretch | null {
  const places = placesIn(signs, wanted)
  const label = whole.slice(0, Math.max(0, whole.lastIndexOf(wanted)))
  const labels = placesIn(signs, label).map((at) => at + label.length)
  const far = (place: number): number =>
    Math.min(...labels.map((end) => (end > place ? LOOKED_AT : place - end)), 2 * LOOKED_AT)
  const [nearest] = [...places].sort((one, other) => far(one) - far(other) || one - other)
  return nearest === undefined ? null : stretch(signs, nearest, wanted.length)
}

/** A label alone is no place of a value: only what stands behind it is looked for. */
function longestRun(signs: Signs, extract: string): Stretch | null {
  const words = answerIn(extract)
    .split(/\s+/)
    .map(keyOf)
    .filter((word) => word !== '')
    .slice(0, WORDS)
  const all = words.join('').length
  for (let count = words.length; count > 0; count -= 1)
    for (let first = 0; first + count <= words.length; first += 1) {
      const run = words.slice(first, first + count).join('')
      const [at] = run.length < all * (count > 1 ? SEVERAL : ONE) ? [] : placesIn(signs, run, TRIED)
      if (at !== undefined) return stretch(signs, at, run.length)
    }
  return null
}

/** Where whole words of a text say this; so many places are tried, as strange texts repeat themselves. */
function placesIn({ key, wordFrom }: Signs, sought: string, most = PLACES): number[] {
  const places: number[] = []
  if (sought.length < SHORTEST) return places
  let at = key.indexOf(sought)
  for (let tried = 0; at >= 0 && tried < most; tried += 1) {
    const end = at + sought.length
    if (wordFrom[at] === at && wordFrom[end] === end) places.push(at)
    at = key.indexOf(sought, wordFrom[at + 1] ?? key.length)
  }
  return places
}

function stretch({ from }: Signs, at: number, length: number): Stretch {
  return { first: from[at]?.first ?? 0, end: from[at + length - 1]?.end ?? 0 }
}

const NO_WORD_SIGN = new RegExp(`[^${WORD_SIGNS}]+`, 'gu')

function keyOf(text: string): string {
  return fold(text).replace(NO_WORD_SIGN, '')
}

function signsOf(text: string): Signs {
  const [from, begins]: [Stretch[], boolean[]] = [[], []]
  let [key, place, isNew] = ['', 0, true]
  for (const sign of text) {
    const folded = keyOf(sign)
    for (const _ of folded.split('')) {
      from.push({ first: place, end: place + sign.length })
      begins.push(isNew)
      isNew = false
    }
    // A mark over the sign before it is of the same word.
    if (folded === '' && !/\p{M}/u.test(sign)) isNew = true
    key += folded
    place += sign.length
  }
  return { key, from, wordFrom: wordsFrom(begins) }
}

function wordsFrom(begins: readonly boolean[]): number[] {
  const from = [...begins.keys(), begins.length]
  for (let at = begins.length - 1; at >= 0; at -= 1)
    if (begins[at] !== true) from[at] = from[at + 1] ?? begins.length
  return from
}
