import { fold } from '../../base/folding.ts'
import { MAIL_WORDS, SMALL_WORDS } from '../../knowledge/languages.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { countWords } from './words.ts'

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
  const words = wordsOf(text)
  if (words.length < WORDS) return null
  let best: { language: string; count: number } | null = null
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const count = words.filter((word) => small.has(word)).length
    if (best === null || count > best.count) best = { language, count }
  }
  const share = words.length < SHORT ? WEIGHTS.smallWordsIfShort : WEIGHTS.smallWords
  return best === null || best.count < words.length * share ? null : best.language
}

/** Fewer words that only one language has are chance. */
const SAYING = 3

/**
 * The language of a mail's own text, which may be a greeting and a line: by its small words, or else by those
 * of mails; null where no language has more of them than every other. It decides what is said besides, never
 * what counts.
 */
export function languageOfMail(text: string): string | null {
  return languageOf(text) ?? mostlySaid(wordsOf(text))
}

/** The language of a paper: by its small words, or, where it has few words at all, as a mail's. */
export function languageOfPaper(text: string): string | null {
  const words = wordsOf(text)
  return words.length < WORDS ? mostlySaid(words) : languageOf(text)
}

/** What is said of a text whose language nobody here reads, as ISO 639 has it. */
export const UNREAD = 'und'
/** A line of so many words is a sentence: forms and addresses have few small words in any language. */
const SENTENCE_WORDS = 9
/** So many words of sentences tell, */
const UNREAD_WORDS = 30
/** and a language that is read has more than this share of small words in them. */
const SMALL_SHARE = 0.05

/** Sentences in none of the languages known: Creole, Malagasy. What they say is not read, and not missing. */
export function isUnread(lines: readonly string[]): boolean {
  const words = lines.filter((line) => countWords(line) >= SENTENCE_WORDS).flatMap(wordsOf)
  if (words.length < UNREAD_WORDS) return false
  return Object.values(SMALL_WORDS).every(
    (small) => words.filter((word) => small.has(word)).length < words.length * SMALL_SHARE,
  )
}

function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, CHARACTERS)).match(/\p{L}+/gu) ?? []
}

function mostlySaid(words: readonly string[]): string | null {
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, small]) => {
      const mail = MAIL_WORDS[language]
      return { language, count: words.filter((word) => small.has(word) || mail?.has(word) === true).length }
    })
    .sort((one, other) => other.count - one.count)
  const [best, second] = counts
  return best === undefined || best.count < SAYING || best.count === second?.count ? null : best.language
}
