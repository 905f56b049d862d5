import { RegistrationNumber } from '../base/ids.ts'

/** Of that many numbers in one mail the rest is a list of somebody's. */
const NUMBERS_AT_MOST = 12

/** The dashes that keyboards and programs put in the place of ours. */
const DASH = '[-\\u2010-\\u2015\\u2212_./]'
const HAS_DASH = new RegExp(DASH)
const GAP = '[ \\u00A0\\u202F\\t]?'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])([A-Z0-9]{2,8})(?:${GAP}${DASH}\\s?|` +
    `[ \\u00A0\\u202F])([2-9A-HJKMNP-TV-Z]{5})(?![\\p{L}\\p{N}])`,
  'giu',
)

/**
 * The registration numbers that somebody writes, as our letters print them or nearly so (« ti22 – ab3cd »),
 * each once, in order. A number is printed in letters, which go from hand to hand: it says what a mail is
 * about, and nothing of who wrote it. Any text is searched; whether the register has such a number it alone
 * knows.
 */
export function numbersNamed(text: string): readonly RegistrationNumber[] {
  const found = new Set<RegistrationNumber>()
  for (const [whole, prefix = '', letters = ''] of text.matchAll(NUMBER)) {
    // Without a dash two words are none, unless a digit says so.
    if (!HAS_DASH.test(whole) && !/\d/.test(letters)) continue
    const number = RegistrationNumber.safeParse(`${prefix}-${letters}`.toUpperCase())
    if (number.success) found.add(number.data)
    if (found.size >= NUMBERS_AT_MOST) break
  }
  return [...found]
}

/** Whether a number of a call's shape is written. */
export function namesNumberOf(text: string, prefix: string): boolean {
  const wanted = `${prefix.toUpperCase()}-`
  return numbersNamed(text).some((number) => number.startsWith(wanted))
}
