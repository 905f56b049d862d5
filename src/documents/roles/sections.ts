import { fold } from '../../base/folding.ts'
import type { LabelKind } from '../../knowledge/labels.ts'
import type { FormValue } from '../document.ts'
import { isPlaceholder, labelAt } from '../text/labels.ts'
import type { Page } from '../text/page.ts'
import { cellText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { countWords, flat } from '../text/words.ts'

/** A heading such as « Présentation de la structure » and how much is written under it. */
export interface Section {
  readonly kind: 'presentation' | 'project'
  readonly heading: string
  readonly page: number
  /** Words of the answer; the heading and its printed instructions are not counted. */
  readonly words: number
  /** The beginning of the answer. */
  readonly start: string
}

/** A heading is short; a longer line is a sentence that happens to begin with such a word. */
const HEADING_WORDS = 14
const START = 80

/**
 * The sections of a form or letter that present the structure or its project, with the words written there.
 */
export function sectionsOf(pages: readonly Page[], values: readonly FormValue[]): Section[] {
  return [...ofControls(values), ...ofLines(pageLines(pages))]
}

function ofControls(values: readonly FormValue[]): Section[] {
  return values.flatMap((control) => {
    if (control.type !== 'text' || isPlaceholder(control.value)) return []
    const kind = sectionKind(control.label) ?? sectionKind(control.name.replace(/[_-]/g, ' '))
    if (kind === null) return []
    const start = flat(control.value).slice(0, START)
    return [{ kind, heading: control.label, page: control.page, words: countWords(control.value), start }]
  })
}

function ofLines(lines: readonly PageLine[]): Section[] {
  const sections: { kind: Section['kind']; heading: string; page: number; texts: string[] }[] = []
  let open: (typeof sections)[number] | null = null
  for (const line of lines) {
    const [first = '', ...others] = line.cells.map(cellText)
    const heading = headingOf(first, line)
    if (heading !== null && open !== null && heading.kind === open.kind && isProse(open.texts)) {
      // « Calendrier : étude en 2023 » is a part of what somebody writes of their project.
      open.texts.push(heading.rest, ...others)
    } else if (heading !== null) {
      open = { kind: heading.kind, heading: heading.text, page: line.page, texts: [] }
      sections.push(open)
      open.texts.push(heading.rest, ...others)
    } else if (endsSection(first, line)) open = null
    else open?.texts.push(...line.cells.map(cellText))
  }
  return sections.map(({ kind, heading, page, texts }) => {
    const answer = writtenIn(texts)
    return { kind, heading, page, words: countWords(answer), start: answer.slice(0, START) }
  })
}

function writtenIn(texts: readonly string[]): string {
  return flat(texts.filter((text) => !isPlaceholder(text) && !isInstruction(text)).join(' '))
}

/** Words that are a sentence, and no answer to a question of a few words. */
const PROSE_WORDS = 9

function isProse(texts: readonly string[]): boolean {
  return countWords(writtenIn(texts)) >= PROSE_WORDS
}

function headingOf(
  cell: string,
  line: PageLine,
): { kind: Section['kind']; text: string; rest: string } | null {
  const label = labelAt(flat(cell))
  if (label === null || (label.kind !== 'presentation' && label.kind !== 'project')) return null
  // « Le projet vise à… » is a sentence; « Le projet : … », a heading or the left cell of a table are not.
  if (label.rest !== '' && !label.separated) {
    const title =
      countWords(cell) <= HEADING_WORDS &&
      !/[.;]$/.test(cell.trim()) &&
      line.cells.length === 1 &&
      isTitle(cell)
    return title ? { kind: label.kind, text: flat(cell), rest: '' } : null
  }
  return { kind: label.kind, text: label.label, rest: label.rest }
}

/** Numbered, in capitals, or ending with a colon: set as a title. */
function isTitle(cell: string): boolean {
  return /^\s*(\d|[IVX]+[.) ]|[A-H][.)])/.test(cell) || cell === cell.toUpperCase() || /:\s*$/.test(cell)
}

function sectionKind(text: string): Section['kind'] | null {
  const label = labelAt(flat(text))
  return label?.kind === 'presentation' || label?.kind === 'project' ? label.kind : null
}

/** Words that stand alone on a line of an answer as well. */
const MAY_HEAD_PROSE: ReadonlySet<LabelKind> = new Set([
  'presentation',
  'project',
  'sector',
  'contact',
  'town',
  'place',
  'date',
])

/** Another label of the form, or the signing block, ends what was written under a heading. */
function endsSection(cell: string, { cells }: PageLine): boolean {
  const label = labelAt(flat(cell))
  if (label === null)
    return /^(fait a|lu et approuve|je soussigne|veuillez agreer|pieces? (jointes?|a joindre))/.test(
      fold(cell),
    )
  // « Qualité | Gérante », and « Qualité » on a line of its own, are the next question.
  const asks = label.rest === '' && (cells.length > 1 || !MAY_HEAD_PROSE.has(label.kind))
  return (label.separated || asks) && label.kind !== 'ignored'
}

const INSTRUCTION = new RegExp(
  '^(decrire|decrivez|presenter|presentez|indiquer|indiquez|preciser|precisez|detailler|detaillez|' +
    'merci de|veuillez|joindre|a joindre|expliquer|expliquez|listez|lister|' +
    '(\\d+ (a \\d+ )?)?(lignes|mots|pages?) (maximum|max|environ))\\b',
)

/** What forms print under a heading to say how to answer, or below all of it. */
function isInstruction(text: string): boolean {
  const folded = fold(text)
  return (
    /^\(.*\)$|^(page )?\d{1,3} ?((\/|sur|of|de|von|van) ?\d{1,3})?$/.test(folded) || INSTRUCTION.test(folded)
  )
}

function sectionMatches(section: Section, kind: Section['kind'], least: number): boolean {
  return section.kind === kind && section.words >= least
}

/** The section of a kind with most words in it, if it has at least `least`. */
export function longestSection(
  sections: readonly Section[],
  kind: Section['kind'],
  least: number,
): Section | null {
  const fitting = sections.filter((section) => sectionMatches(section, kind, least))
  return fitting.reduce<Section | null>(
    (best, section) => (best === null || section.words > best.words ? section : best),
    null,
  )
}
