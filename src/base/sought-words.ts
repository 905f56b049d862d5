import { fold, WORD_SIGNS } from './folding.ts'

/** Longer runs of letters are nobody's word: they would fill an index and be looked for by nobody. */
const WORD_AT_MOST = 60
const WORDS = new RegExp(`[${WORD_SIGNS}]+`, 'gu')
/** At least a SIREN’s or a telephone’s digits, and nothing else than what stands between them. */
const NUMBERS = /\+?\d(?:[ ().-]{0,3}\d){8,14}(?!\d)/g

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

/**
 * What a text is found by: its words, and its long numbers in each way that people write a telephone. A
 * number from abroad is dialled by neighbours with its last nine digits behind a nought, in all French plans.
 */
export function foundBy(text: string): readonly string[] {
  const numbers = numbersIn(text).flatMap((number) => {
    const digits = number.replace('+', '')
    const fromAbroad = number.startsWith('+') || number.startsWith('00')
    return fromAbroad ? [digits.replace(/^00/, ''), digits, `0${digits.slice(-9)}`] : [digits]
  })
  return [...new Set([...wordsIn(text), ...numbers])]
}
