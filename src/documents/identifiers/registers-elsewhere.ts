import { fold, plainTypography } from '../../base/folding.ts'
import { REGISTERS } from '../../knowledge/structure-labels.ts'
import { holds } from './checks.ts'
import { ABROAD } from './identifiers.ts'

/**
 * « A12345 », « A12345 001 »: the Polynesian number is too short to prove itself but where a number is asked
 * for.
 */
const TAHITI = /^[A-Z] ?\d{5}(?:[ -]\d{3})?$/
/** A register, a few words, and its number: « inscrite au RIDET sous le n° 1 077 991.001 ». */
const NAMED = new RegExp(
  `(?<![\\p{L}])(?:${REGISTERS}|` +
    `banque[- ]carrefour)(?![\\p{L}])[^\\d;]{0,30}?([a-z]?\\d(?:[ .-]?\\d){4,12})(?!\\d)`,
  'u',
)

/**
 * The number of a register abroad or overseas that proves by its look, or by the register's name, to be one;
 * as written.
 */
export function numberElsewhereIn(text: string): string | null {
  const plain = plainTypography(text)
  const own = ABROAD.exec(plain)?.[0]
  if (own !== undefined && provesItself(own)) return own.trim()
  const named = NAMED.exec(fold(plain))?.[1]
  return named === undefined ? null : named.toUpperCase()
}

/** « 0692.123.456 » may be a telephone: a Belgian number without its country has to satisfy its key. */
function provesItself(number: string): boolean {
  return !/^[01]\d{3}\./.test(number) || holds('mod97', number)
}

/** The same of what answers a question for a number of a register. */
export function numberElsewhereAnswered(text: string): string | null {
  const plain = plainTypography(text).trim()
  return TAHITI.test(plain) ? plain : numberElsewhereIn(plain)
}
