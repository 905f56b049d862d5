import { fold } from '../../base/folding.ts'
import { SMALL_WORDS } from '../../knowledge/languages.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'

/** A shorter text says too little of its language; a short one must say it more plainly. */
const WORDS = 20
const SHORT = 40
/** The beginning tells. */
const CHARACTERS = 20_000

/**
 * The language of a text by its small words, as an ISO code; null when it is too short or in none of those
 * known.
 */
export function languageOf(text: string): string | null {
  const words = fold(text.slice(0, CHARACTERS)).match(/\p{L}+/gu) ?? []
  if (words.length < WORDS) return null
  let best: { language: string; count: number } | null = null
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const count = words.filter((word) => small.has(word)).length
    if (best === null || count > best.count) best = { language, count }
  }
  const share = words.length < SHORT ? WEIGHTS.smallWordsIfShort : WEIGHTS.smallWords
  return best === null || best.count < words.length * share ? null : best.language
}
