import { FOREIGN_POST_PHRASES } from '../../knowledge/foreign-letters.ts'
import { JOB_LETTER_PHRASES } from '../../knowledge/letter-phrases.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'
import { DECLARING, letterPhrasesIn } from '../text/letter-phrases.ts'
import { countWords } from '../text/words.ts'
import { type ExaminedDocument, roleFinding } from './examined-document.ts'

/** A body that is shorter says that something is attached. */
const COVER_WORDS = 60

/** How much a document is a letter that applies, by the phrases that such letters use. */
export function letterRole(document: ExaminedDocument): RoleFinding {
  const weights = WEIGHTS.roles.letter
  const phrases = letterPhrasesIn(document.folded)
  const hits = phrases.map(({ phrase, text }) => ({ text, weight: weights[phrase] }))
  const forPost = FOREIGN_POST_PHRASES.says(document.folded)
  const declares = !forPost && phrases.some(({ phrase }) => DECLARING.has(phrase))
  const score = hits.reduce((sum, hit) => sum + hit.weight, 0)
  const best = hits.toSorted((a, b) => b.weight - a.weight)[0]
  const isLetter = declares ? !isCoverNote(document) : !document.isBody && !forPost && !isForPost(document)
  return roleFinding('letter', isLetter ? Math.min(1, score) : 0, document, best?.text ?? '')
}

/**
 * « Veuillez trouver ci-joint notre candidature »: a letter in a body swears or declares, and names who
 * writes.
 */
function isCoverNote(document: ExaminedDocument): boolean {
  if (!document.isBody) return false
  const { mentioned } = WEIGHTS.fields
  const named = document.fields.some(
    (field) => field.kind === 'representative' && field.confidence >= mentioned,
  )
  return countWords(document.folded) < COVER_WORDS || !named
}

/** So many phrases of letters for a post, in a letter that declares no interest in a call. */
const POST_PHRASES = 2

function isForPost({ folded }: ExaminedDocument): boolean {
  return JOB_LETTER_PHRASES.all(folded).length >= POST_PHRASES
}
