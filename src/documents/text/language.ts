import { fold } from '../../base/folding.ts'
import { SMALL_WORDS } from '../../knowledge/languages.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'

/** A shorter text says too little of its language. */
const WORDS = 40
/** The beginning tells. */
const CHARACTERS = 20_000

/** The language of a text by its small words, as an ISO code; null when it is too short or in none of those known. */
export function languageOf(text: string): string | null {
  const words = fold(text.slice(0, CHARACTERS)).match(/\p{L}+/gu) ?? []
  if (words.length < WORDS) return null
  let best: { language: string; count: number } | null = null
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const count = words.filter((word) => small.has(word)).length
    if (best === null || count > best.count) best = { language, count }
  }
  return best === null || best.count < words.length * WEIGHTS.smallWords ? null : best.language
}
