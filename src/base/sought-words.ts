import { fold, WORD_SIGNS } from './folding.ts'

/** Longer runs of letters are nobody's word: they would fill an index and be looked for by nobody. */
const WORD_AT_MOST = 60
const WORDS = new RegExp(`[${WORD_SIGNS}]+`, 'gu')
/** At least a SIREN’s or a telephone’s digits, and nothing else than what stands between them. */
const NUMBERS = /\+?\d(?:[ ()./-]{0,3}\d){8,14}(?!\d)/g

/** The words of a text as a search compares them: folded, without the signs between them, each once. */
export function wordsIn(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [word] of fold(text).matchAll(WORDS)) if (word.length <= WORD_AT_MOST) found.add(word)
  return [...found]
}

/** Long numbers as one word each, however their digits are set apart; a plus sign stays in front. */
export function numbersIn(text: string): readonly string[] {
  return (fold(text).match(NUMBERS) ?? []).map((found) => found.replace('(0)', '').replace(/[^\d+]/g, ''))
}

/** A text without the long numbers in it. */
export function withoutNumbers(text: string): string {
  return fold(text).replace(NUMBERS, ' ')
}

/** The codes of countries, as the ITU gives them (E.164): of one digit, of two, and of three all others. */
const COUNTRY = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

/**
 * What neighbours dial: the nought in the place of the code; in all French plans the last nine digits behind
 * it.
 */
function dialledNearby(digits: string): readonly string[] {
  return [`0${digits.slice(-9)}`, `0${digits.replace(COUNTRY, '')}`]
}

/** What a text is found by: its words, and its long numbers in each way that people write a telephone. */
export function foundBy(text: string): readonly string[] {
  const numbers = numbersIn(text).flatMap((number) => {
    const digits = number.replace('+', '')
    const fromAbroad = number.startsWith('+') || number.startsWith('00')
    const whole = digits.replace(/^00/, '')
    return fromAbroad ? [whole, digits, ...dialledNearby(whole)] : [digits]
  })
  return [...new Set([...wordsIn(text), ...numbers])]
}
