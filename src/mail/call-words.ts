import { fold, plainTypography } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import { LEFT_OUT, OF_ANY_CALL } from '../knowledge/empty-words.ts'

/** Phrases of the call's file that a text holds, each named once, as the file writes it. */
export interface CallWords {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  readonly otherCalls: readonly string[]
  /** The authority is named, otherwise than in an address. */
  readonly authority: boolean
}

export const NO_WORDS: CallWords = { strong: [], weak: [], otherCalls: [], authority: false }

/**
 * Case, accents, punctuation and the underscores of file names out of the way: « d_intérêt » is « d'intérêt
 * ».
 */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * Looks for the call's phrases in a text. An acronym of at most four letters counts as a whole word in
 * capitals, or in small letters beside a word of the call: « AMI » is not « ami », and « l'ami des
 * industriels » is. A phrase inside a longer one that was found does not count again; addresses and links
 * never count.
 */
export function callWordsIn(text: string, call: Call): CallWords {
  const prose = plainTypography(text).replace(/\bhttps?:\/\/\S+|\S{1,320}@\S+/gi, ' ')
  const folded = ` ${withoutSmallWords(prose)} `
  const vocabulary = vocabularyOf(call)
  const has = (phrase: string): boolean =>
    isAcronym(phrase)
      ? hasAcronym(prose, phrase) || isBesideVocabulary(folded, phrase, vocabulary)
      : folded.includes(` ${withoutSmallWords(phrase)} `)
  const authority = comparable(call.authority.name)
  return {
    strong: outermost(call.recognition.strong.filter(has)),
    weak: outermost(call.recognition.weak.filter(has)).filter((phrase) => comparable(phrase) !== authority),
    otherCalls: call.recognition.otherCalls.filter(has),
    authority: has(call.authority.name),
  }
}

/**
 * Whether the phrases show that a text is about this call: one phrase that only this call uses, or a phrase
 * of calls of this kind together with another one or with the authority's name.
 */
export function isAboutCall(words: CallWords): boolean {
  return words.strong.length > 0 || words.weak.length + (words.authority ? 1 : 0) >= 2
}

/** Fewer letters tell no subject. */
const WORD_LETTERS = 4
const YEAR = /^20\d\d$/

const vocabularies = new WeakMap<Call, ReadonlySet<string>>()

/**
 * The words that tell this call's subject: of its title and of the phrases that only it uses, without its
 * authority's name.
 */
export function vocabularyOf(call: Call): ReadonlySet<string> {
  const known = vocabularies.get(call)
  if (known !== undefined) return known
  const authority = new Set(comparable(call.authority.name).split(' '))
  const words = comparable([call.title, call.shortTitle, ...call.recognition.strong].join(' ')).split(' ')
  const isOfAny = (word: string): boolean => OF_ANY_CALL.has(word) || YEAR.test(word)
  const own = new Set(
    words.filter((word) => word.length >= WORD_LETTERS && !isOfAny(word) && !authority.has(word)),
  )
  vocabularies.set(call, own)
  return own
}

/** Letters that two words of one family share: « industrie », « industriels ». */
const FAMILY_LETTERS = 6

/** True when a folded text says a word of the call's own vocabulary, or one of its family. */
export function saysVocabulary(folded: string, vocabulary: ReadonlySet<string>): boolean {
  return comparable(folded)
    .split(' ')
    .some((word) => isOfVocabulary(word, vocabulary))
}

function isOfVocabulary(word: string, vocabulary: ReadonlySet<string>): boolean {
  if (vocabulary.has(word)) return true
  if (word.length < FAMILY_LETTERS) return false
  const head = word.slice(0, FAMILY_LETTERS)
  return [...vocabulary].some((own) => own.startsWith(head))
}

function withoutSmallWords(text: string): string {
  return comparable(text)
    .split(' ')
    .filter((word) => !LEFT_OUT.has(word))
    .join(' ')
}

function isAcronym(phrase: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(phrase)
}

function hasAcronym(prose: string, acronym: string): boolean {
  const letters = [...acronym].join('\\.?')
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'u').test(prose)
}

/** How far behind an acronym in small letters a word of the call makes it one. */
const NEAR_WORDS = 3

function isBesideVocabulary(folded: string, acronym: string, vocabulary: ReadonlySet<string>): boolean {
  const words = folded.trim().split(' ')
  const small = acronym.toLowerCase()
  return words.some(
    (word, index) =>
      word === small &&
      words.slice(index + 1, index + 1 + NEAR_WORDS).some((near) => isOfVocabulary(near, vocabulary)),
  )
}

function outermost(phrases: readonly string[]): readonly string[] {
  const inside = (phrase: string): boolean =>
    phrases.some(
      (other) => other.length > phrase.length && ` ${comparable(other)} `.includes(` ${comparable(phrase)} `),
    )
  return phrases.filter((phrase) => !inside(phrase))
}
