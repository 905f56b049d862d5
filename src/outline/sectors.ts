import { withoutArticle, wordId } from '../call/names.ts'
import { type FoundList, listBelow, listWithin } from './lists.ts'
import { type Paragraph, placeOf } from './paragraphs.ts'
import { type Outline, type Proposed, proposed } from './proposed.ts'

const NOUN =
  '(?:filières?|thématiques?|thèmes?|catégories|axes|volets|lots|secteurs|domaines|disciplines|' +
  'sections|categories|strands|themes|tracks)'
const ANNOUNCES = new RegExp(`\\b${NOUN}\\b[^:]{0,60}:$`, 'i')
const WITHIN = new RegExp(`^(?:les |the |nos )?(?:\\w{1,10} )?${NOUN}(?: [^:.]{1,40})? ?: ?(?=\\S)`, 'i')
const LONGEST_LABEL = 70

/** Between what one applies: a list that the text calls so. */
export function sectorsIn(paragraphs: readonly Paragraph[]): Outline {
  const lists = paragraphs.flatMap((paragraph, index) => listAt(paragraphs, paragraph, index) ?? [])
  const [first, ...others] = lists
    .filter(({ items }) => items.length > 1 && items.every(({ text }) => text.length <= LONGEST_LABEL))
    .toSorted((one, other) => weightOf(other) - weightOf(one))
  if (first === undefined) return { proposed: [], doubts: [] }
  return {
    proposed: first.items.flatMap(({ text, at }, index) => sectorOf(text, index, at)),
    doubts: others.map(({ intro, items }) => ({
      path: ['sectors'],
      text: `Le texte a une autre liste : ${items.map(({ text }) => labelOf(text)).join(', ')}.`,
      place: placeOf(intro, intro.text),
    })),
  }
}

function listAt(paragraphs: readonly Paragraph[], paragraph: Paragraph, index: number): FoundList | null {
  if (ANNOUNCES.test(paragraph.text)) return listBelow(paragraphs, index)
  const within = WITHIN.exec(paragraph.text)
  return within === null ? null : listWithin(paragraph, paragraph.text.slice(within[0].length))
}

function weightOf({ intro, isBlock }: FoundList): number {
  const isOffered = /suivant|propos|following|s'inscri|candidat|choisi/i.test(intro.text)
  return (isBlock ? 2 : 0) + (isOffered ? 1 : 0)
}

function sectorOf(text: string, index: number, at: Paragraph): readonly Proposed[] {
  const label = labelOf(text)
  const place = placeOf(at, at.text)
  const synonyms = [withoutArticle(label.toLowerCase())]
  return [proposed(['sectors', index], { id: wordId(label), label, synonyms }, place)]
}

/** « lot 1 – Tables et chaises » is about tables and chairs. */
function labelOf(text: string): string {
  const bare = text
    .replace(/^(?:lot|axe|volet|thème|catégorie|filière) ?(?:n° ?)?\d{1,2} ?[-:.)] ?/i, '')
    .trim()
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
