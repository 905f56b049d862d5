import { fold, plainTypography } from '../base/folding.ts'
import type { Call } from '../call/call.ts'

/** Phrases of the call's file that a text holds, each named once, as the file writes it. */
export interface CallWords {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  readonly otherCalls: readonly string[]
  /** The authority is named, otherwise than in an address. */
  readonly authority: boolean
}

/** Case, accents, punctuation and the underscores of file names out of the way: « d_intérêt » is « d'intérêt ». */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * Looks for the call's phrases in a text. An acronym of at most four letters counts only as a whole word in
 * capitals: « AMI » is not « ami ». A phrase inside a longer one that was found does not count again;
 * addresses and links never count.
 */
export function callWordsIn(text: string, call: Call): CallWords {
  const prose = plainTypography(text).replace(/\bhttps?:\/\/\S+|\S+@\S+/gi, ' ')
  const folded = ` ${withoutSmallWords(prose)} `
  const has = (phrase: string): boolean =>
    isAcronym(phrase) ? hasAcronym(prose, phrase) : folded.includes(` ${withoutSmallWords(phrase)} `)
  const authority = comparable(call.authority.name)
  return {
    strong: outermost(call.recognition.strong.filter(has)),
    weak: outermost(call.recognition.weak.filter(has)).filter((phrase) => comparable(phrase) !== authority),
    otherCalls: call.recognition.otherCalls.filter(has),
    authority: has(call.authority.name),
  }
}

/**
 * Whether the phrases show that a text is about this call: one phrase that only this call uses, or a phrase of
 * calls of this kind together with another one or with the authority's name.
 */
export function isAboutCall(words: CallWords): boolean {
  return words.strong.length > 0 || words.weak.length + (words.authority ? 1 : 0) >= 2
}

/** People leave out articles and elisions: « AMI Territoires industrie » names Territoires d'industrie. */
function withoutSmallWords(text: string): string {
  return comparable(text)
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word))
    .join(' ')
}

const SMALL_WORDS = new Set(['d', 'l', 'de', 'du', 'des', 'la', 'le', 'les', 'a', 'au', 'aux'])

function isAcronym(phrase: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(phrase)
}

function hasAcronym(prose: string, acronym: string): boolean {
  const letters = [...acronym].join('\\.?')
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'u').test(prose)
}

function outermost(phrases: readonly string[]): readonly string[] {
  const inside = (phrase: string): boolean =>
    phrases.some(
      (other) => other.length > phrase.length && ` ${comparable(other)} `.includes(` ${comparable(phrase)} `),
    )
  return phrases.filter((phrase) => !inside(phrase))
}
