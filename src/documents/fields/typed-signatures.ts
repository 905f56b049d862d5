import { fold } from '../../base/folding.ts'
import { NO_ANSWERS } from '../../knowledge/no-answers.ts'
import { isPlaceholder } from '../text/labels.ts'
import { flat } from '../text/words.ts'
import { withoutCivility } from './persons.ts'
import { isFullName } from './signing-block.ts'

const SAYS_SIGNED = new RegExp(
  [
    '\\bsigne (electroniquement|numeriquement|par )|\\bsignature electronique (de|par) |\\/s\\/|^\\[signe\\]',
    '^signe( ?:|,| par\\b| electroniquement\\b|$)',
    "^signe( (m\\.?|mme|monsieur|madame))?( \\p{L}\\.?)?( [\\p{L}'-]+){1,3}$",
  ].join('|'),
  'u',
)

/** « Signé électroniquement par… », « /s/ Ana Petit »: words that say so themselves. */
export function saysSigned(text: string): boolean {
  return SAYS_SIGNED.test(fold(text))
}

/**
 * Whether what was typed for a signature is one: the name of a person, as forms have it written, with or
 * without a date. « Lu et approuvé », « voir pièce jointe », a date alone are none. `signatories` are those
 * named in the document, a first or last name alone, or initials, are only theirs; `structures` are named
 * there as well, and sign nothing themselves.
 */
export function isSigned(
  value: string,
  signatories: readonly string[],
  structures: readonly string[],
): boolean {
  const written = flat(value)
  if (isPlaceholder(written)) return false
  if (saysSigned(written)) return true
  const name = withoutWhatStandsBeside(written)
  if (name === '' || NO_ANSWERS.says(fold(name))) return false
  const words = wordsOf(name)
  if (signatories.some((one) => isNamed(words, wordsOf(withoutCivility(one))))) return true
  if (structures.some((one) => words.every((word) => wordsOf(one).includes(word)))) return false
  return name.split(/ [-–] |, /).some(isName)
}

/** Of a person whom the document does not name elsewhere: first and last name, and neither a mere letter. */
function isName(text: string): boolean {
  const name = withoutCapitals(text)
  return isFullName(name) && /\p{L}{2}/u.test(name) && !NO_ANSWERS.says(fold(name))
}

const BESIDE = new RegExp(
  [
    '(?<!\\p{L})(?:lue?s? et approuvée?s?|bon pour accord|signée?s? par|p\\.? ?[/.]? ?o\\.)(?!\\p{L})',
    '(?<![\\p{L}\\d])(?:(?:le|du|on|am|el|op|den) )?\\d{1,2}(?:er|\\.)?[ ./-]{1,2}(?:\\d{1,2}|' +
      '\\p{L}{3,10}\\.?)(?:[ ./-]\\d{2,4})?(?!\\d)',
    '[()«»"]',
  ].join('|'),
  'giu',
)

/** A date, « lu et approuvé », a civility: all that people write beside their name. */
function withoutWhatStandsBeside(text: string): string {
  const bare = text.replace(BESIDE, ' ').replace(/\s+/g, ' ')
  return withoutCivility(bare.replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, ''))
}

/** « GRONDIN Maïté » and « Maïté Grondin » are names alike. */
function withoutCapitals(name: string): string {
  return name.trim().replace(/(?<=\p{Lu})\p{Lu}+/gu, (run) => run.toLowerCase())
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

/** All of the name among other words, or nothing but words and initials of it. */
function isNamed(words: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false
  if (name.length > 1 && name.every((word) => words.includes(word))) return true
  const whole = words.some((word) => word.length > 2 && name.includes(word))
  if (whole)
    return words.every((word) =>
      name.some((one) => one === word || (one.startsWith(`${word}`) && word.length === 1)),
    )
  const initials = name.map((word) => word.charAt(0)).join('')
  return name.length > 1 && words.join('') === initials
}
