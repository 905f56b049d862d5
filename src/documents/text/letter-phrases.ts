import { FOREIGN_LETTER_PHRASES } from '../../knowledge/foreign-letters.ts'
import { LETTER_PHRASES, type LetterPhrase } from '../../knowledge/letter-phrases.ts'

/** A phrase that letters use, and the folded words that say it. */
export interface SaidPhrase {
  readonly phrase: LetterPhrase
  readonly text: string
}

/** The phrases of letters that a folded text says, in French or a neighbour's language, each once. */
export function letterPhrasesIn(folded: string): readonly SaidPhrase[] {
  const said = [
    ...LETTER_PHRASES.all(folded).map(({ entry, text }) => ({ phrase: entry.id, text })),
    ...FOREIGN_LETTER_PHRASES.all(folded).map(({ entry, text }) => ({ phrase: entry.like, text })),
  ]
  return said.filter(({ phrase }, index) => said.findIndex((one) => one.phrase === phrase) === index)
}

/** The language in which a folded text declares an interest; null where it does so in French, or not. */
export function languageOfLetter(folded: string): string | null {
  if (LETTER_PHRASES.all(folded).some(({ entry }) => DECLARING.has(entry.id))) return null
  const declares = FOREIGN_LETTER_PHRASES.all(folded).find(({ entry }) => DECLARING.has(entry.like))
  return declares?.entry.language ?? null
}

/** Phrases that make a letter one that applies. */
export const DECLARING: ReadonlySet<LetterPhrase> = new Set([
  'undersigned',
  'declares-interest',
  'names-interest',
])
