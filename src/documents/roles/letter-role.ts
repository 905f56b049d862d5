import type { RoleFinding } from '../document.ts'
import { countWords } from '../text/words.ts'
import { ground, type Judged } from './judged.ts'
import { LETTER_SIGNS } from './vocabulary.ts'

/** A body that is shorter says that something is attached. */
const COVER_WORDS = 60

/** How much a document is a letter that applies, by the phrases that such letters use. */
export function letterRole(document: Judged): RoleFinding {
  const hits = LETTER_SIGNS.flatMap(([sign, weight]) => {
    const hit = sign.exec(document.folded)
    return hit === null ? [] : [{ weight, text: hit[0] }]
  })
  const score = hits.reduce((sum, hit) => sum + hit.weight, 0)
  const best = [...hits].sort((a, b) => b.weight - a.weight)[0]
  return ground('letter', isCoverNote(document) ? 0 : Math.min(1, score), document, best?.text ?? '')
}

/** « Veuillez trouver ci-joint notre candidature »: a letter in a body swears or declares, and names who writes. */
function isCoverNote(document: Judged): boolean {
  if (!document.isBody) return false
  const named = document.fields.some((field) => field.kind === 'representative' && field.confidence >= 0.6)
  return countWords(document.folded) < COVER_WORDS || !named || !/soussigne|manifest/.test(document.folded)
}
