import { WORD_SIGNS } from '../../base/folding.ts'
import { FOREIGN_LABELS } from '../../knowledge/foreign-labels.ts'
import type { Label } from '../../knowledge/label.ts'
import { LABELS } from '../../knowledge/labels.ts'
import { type Page, writtenLines } from './page.ts'
import { shadow } from './shadow.ts'

/** A form asks for more; fewer labels of a language are chance. */
const SAYING = 3
/** A form has no more lines, and a label is no longer. */
const LINES = 400
const LABEL_CHARACTERS = 80

const ofAll = (labels: Readonly<Record<string, Label>>): RegExp =>
  new RegExp(
    `^(?:${Object.values(labels)
      .flatMap(({ says }) => says)
      .join('|')})(?![${WORD_SIGNS}])\\s*(?:\\(|:|$)`,
    'u',
  )
const patterns: { own?: RegExp; foreign?: readonly (readonly [string, RegExp])[] } = {}

/**
 * The language in which a form asks, by labels that no French form has: a form has few other words. Null
 * where it asks in French, or in none that is known.
 */
export function languageOfLabels(pages: readonly Page[]): string | null {
  patterns.own ??= ofAll(LABELS)
  patterns.foreign ??= Object.entries(FOREIGN_LABELS).map(([id, labels]) => [id, ofAll(labels)])
  const { own, foreign } = patterns
  const texts = pages
    .flatMap(writtenLines)
    .slice(0, LINES)
    .map((line) => shadow(line.slice(0, LABEL_CHARACTERS)))
  const [french, other] = [texts.filter((text) => own.test(text)), texts.filter((text) => !own.test(text))]
  const counts = foreign.map(([id, labels]) => ({
    id,
    count: other.filter((text) => labels.test(text)).length,
  }))
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count >= SAYING && best.count > french.length ? best.id : null
}
