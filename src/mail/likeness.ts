import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import { ASKING } from '../knowledge/asking.ts'
import { QUESTION_LIKE } from '../knowledge/question-like.ts'
import { vocabularyOf } from './call-words.ts'
import { LOOKED_AT } from './wording.ts'

/**
 * How a text is looked at to be compared with others: words by their beginnings, pairs of them, and the
 * letters that they are made of, so that inflection, misspelling and the spellings of creole count little.
 * What is one call's own (its authority, its vocabulary, hours, amounts) stands under one name, so that what
 * was learnt of some calls serves all.
 */
export type Features = ReadonlyMap<string, number>

/** Of a mail so many letters are compared: what is asked, with what stands around it. */
const LETTERS = 1_500
/** « associations », « associatif »: so many letters tell what a word is about. */
export const STEM = 6
const GRAM = 4
/**
 * Of fewer features nothing was learnt that would tell: « Bonjour », « Suite ». A question says in fewer what
 * it is.
 */
const KNOWN_AT_LEAST = 13
const KNOWN_OF_A_QUESTION = 10
/** A pair of words or four letters tell less than a word. */
const PAIR_COUNTS = 0.7
const GRAM_COUNTS = 0.4

const SAME: readonly (readonly [RegExp, string])[] = [
  [/\S{1,320}@\S+|https?:\S+/g, ' ADDRESS '],
  [/\b\d{1,2} ?(?:h|heures?|uhr|uur|horas?|pm|am)\b(?: ?\d\d)?|\b\d{1,2}[:.]\d\d\b/g, ' HOUR '],
  [/\d[\d .,]{0,20}(?:€|euros?\b|eur\b)/g, ' AMOUNT '],
  [/\d[\d .,]{0,20}%/g, ' SHARE '],
  [/\d{1,9} ?(?:mo|go|mb|gb)\b/g, ' SIZE '],
  [/\d[\d .\-/]{0,20}/g, ' NUMBER '],
]

/** What a mail is compared by; longer texts weigh no more than short ones. */
export function featuresOf(subject: string, text: string, call: Call): Features {
  const tokens = tokensOf(`${subject}\n. ${whatIsAsked(text.slice(0, LOOKED_AT))}`, call)
  const features = new Map<string, number>()
  const stems = tokens.map((token) => (isName(token) ? token : token.slice(0, STEM)))
  for (const [index, stem] of stems.entries()) {
    features.set(stem, 1)
    if (index > 0) features.set(`${stems[index - 1]} ${stem}`, PAIR_COUNTS)
  }
  for (const token of tokens) for (const gram of gramsOf(token)) features.set(gram, GRAM_COUNTS)
  const length = Math.hypot(...features.values())
  return new Map([...features].map(([name, count]) => [name, count / length]))
}

/** Folded words and question marks; what is one call's own, or a number, by its name. */
function tokensOf(text: string, call: Call): readonly string[] {
  let words = fold(text)
  for (const [pattern, name] of SAME) words = words.replace(pattern, name)
  const authority = lettersOf(fold(call.authority.name))
  const named = ` ${lettersOf(words)} `.replaceAll(` ${authority} `, ' AUTHORITY ').trim()
  const own = vocabularyOf(call)
  return named === '' ? [] : named.split(' ').map((token) => (own.has(token) ? 'OWN' : token))
}

const lettersOf = (folded: string): string => (folded.match(/\p{L}+|\?/gu) ?? []).join(' ')

/** Names stand in capitals, which folded words have none of. */
const isName = (token: string): boolean => /^[A-Z]/.test(token)

function gramsOf(token: string): string[] {
  if (token.length < GRAM || isName(token)) return []
  const word = `${token}_`
  return Array.from({ length: word.length - GRAM + 1 }, (_, at) => `#${word.slice(at, at + GRAM)}`)
}

/** The sentences that ask, each with its neighbours; the beginning where none does. */
function whatIsAsked(text: string): string {
  const sentences = text.split(/(?<=[.?!…])\s+|\n\s*\n/).filter((sentence) => sentence.trim() !== '')
  const asking = sentences.map((sentence) => sentence.includes('?') || ASKING.says(fold(sentence)))
  if (!asking.includes(true)) return text.slice(0, LETTERS)
  const near = sentences.filter((_, at) => asking[at - 1] || asking[at] || asking[at + 1])
  return near.join('\n').slice(0, LETTERS)
}

/**
 * How much a mail reads like what applicants ask and request, from 0 (like other mail of an office) to 1: the
 * logistic function of a sum of what its features weigh. Learnt from invented mails
 * (test/judgement/questions), whose part that was only scored tells how far it may be trusted.
 */
export function questionLikeness(subject: string, text: string, call: Call): number {
  let sum = QUESTION_LIKE.bias
  let known = 0
  const features = featuresOf(subject, text, call)
  for (const [feature, count] of features) {
    const weight = QUESTION_LIKE.weights[feature]
    if (weight === undefined) continue
    known += 1
    sum += weight * count
  }
  if (known < (features.has('?') ? KNOWN_OF_A_QUESTION : KNOWN_AT_LEAST)) return 0
  return 1 / (1 + Math.exp(-sum))
}
