import { placeAndDateIn } from './dates.ts'
import type { Page } from './document.ts'
import type { Found } from './found.ts'
import { emailsIn, type Identifier, phonesIn, rnaIn, siretsIn } from './identifiers.ts'
import { flat } from './page-lines.ts'

/** A number that satisfies its own check is what it looks like, even without a label. */
const SOUND_SIRET = 0.8
const RNA = 0.8
/** An address or telephone anywhere may be a third party's: a letterhead's, a partner's. */
const SOMEWHERE = 0.55
const DATED = 0.85
/** A letter's head: « Saint-Denis, le 14 novembre 2022 ». */
const LETTERHEAD = 0.7

/** Identifiers and dates that stand in a text without a label that is known. */
export function looseFields(pages: readonly Page[]): Found[] {
  return pages.flatMap((page) =>
    page.text.split(/[\n\t\u2028]/).flatMap((line) => ofLine(line.trim(), page.number)),
  )
}

function ofLine(line: string, page: number): Found[] {
  if (line.length < 6) return []
  const all = (kind: Found['kind'], confidence: number, identifiers: readonly Identifier[]): Found[] =>
    identifiers.map(({ value, text }) => ({ kind, value, confidence, page, text: flat(text) }))
  const rna = rnaIn(line)
  return [
    ...all('siret', SOUND_SIRET, siretsIn(line)),
    ...all('rna', RNA, rna?.sound === true ? [rna] : []),
    ...all('email', SOMEWHERE, emailsIn(line)),
    ...all('phone', SOMEWHERE, /fax|télécopie/i.test(line) ? [] : phonesIn(line)),
    ...dated(line, page),
  ]
}

function dated(line: string, page: number): Found[] {
  const found = placeAndDateIn(line)
  if (found === null) return []
  const confidence = /^(fait|établi|etabli)/i.test(found.text) ? DATED : LETTERHEAD
  const base = { confidence, page, text: found.text }
  const date: Found[] = found.date === null ? [] : [{ kind: 'date', value: found.date, ...base }]
  // « À » and a word is no place unless a date follows.
  const place: Found[] =
    found.place === null || found.date === null ? [] : [{ kind: 'place', value: found.place, ...base }]
  return [...date, ...place]
}
