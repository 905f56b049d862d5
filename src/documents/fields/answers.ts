import type { LabelKind } from '../../knowledge/labels.ts'
import { type FormValue, linesOfValue } from '../document.ts'
import { isPlaceholder, type Labelled, labelAt } from '../text/labels.ts'
import type { Page } from '../text/page.ts'
import { cellText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { splitAtLabels } from '../text/split-labels.ts'
import { countWords, flat } from '../text/words.ts'
import { legalFormNamed } from './legal-forms.ts'
import { isRole } from './persons.ts'

/** What a form says behind one label, before anyone asks whether it makes sense. */
export interface Answer {
  readonly kind: LabelKind
  readonly label: string
  readonly value: string
  /** The same, line by line as it stands there. */
  readonly lines: readonly string[]
  readonly page: number
  /** The shortest extract that shows label and value. */
  readonly text: string
  /** How surely the value belongs to the label, from its place. */
  readonly confidence: number
}

/** Where a value stands, and how far to trust that it is the label's. */
const BY_CONTROL = 0.98
const SAME_CELL = 0.95
const NEXT_CELL = 0.9
const COLUMN = 0.85
const BELOW = 0.7
const UNSEPARATED = 0.6

/** Kinds that may run over several lines below their label. */
const LONG: ReadonlySet<LabelKind> = new Set(['postal_address'])
const SECTIONS: ReadonlySet<LabelKind> = new Set(['presentation', 'project'])
/** Labels that are whole phrases of forms: a value may follow them without a colon. */
const UNMISTAKABLE =
  /^(nom de|raison sociale|denomination|dénomination|forme juridique|statut juridique|n° siret|siret|siren|rna|représentant légal|adresse|code postal|téléphone|tél|courriel|e-?mail|fait le)/i
/** More words than that under a short label are a paragraph of the form, not an answer. */
const SHORT_ANSWER_WORDS = 12

/** Answers from filled controls, by their label, else by their name. */
export function answersOfControls(values: readonly FormValue[]): Answer[] {
  return values.flatMap((control) => {
    if (control.type === 'checkbox' || control.type === 'signature') return []
    if (isPlaceholder(control.value)) return []
    const label = labelAt(control.label) ?? labelAt(words(control.name))
    if (label === null) return []
    const shown = flat(control.label || control.name)
    const at = { kind: label.kind, label: shown, page: control.page }
    return [answered(at, linesOfValue(control.value), BY_CONTROL)]
  })
}

/** `NomStructure_2` and `nom-structure` are read as « nom structure ». */
function words(name: string): string {
  return (name.split('.').at(-1) ?? name)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-[\]\d]+/g, ' ')
    .trim()
}

/** Answers from the layout of the pages: behind a label, in the next cell, in its column, below it. */
export function answersOfPages(pages: readonly Page[]): Answer[] {
  const lines = pageLines(pages)
  const answers: Answer[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) continue
    const headers = headerAnswers(line, lines[index + 1])
    if (headers !== null) {
      answers.push(...headers)
      // The answers under headings are no labels, whatever they look like.
      index += 1
    } else answers.push(...line.cells.flatMap((_, column) => answersOfCell(lines, index, column)))
  }
  return answers
}

/** An answer of some lines; what was printed to be written onto is no part of it. */
function answered(
  at: Pick<Answer, 'kind' | 'label' | 'page'>,
  written: readonly string[],
  confidence: number,
  separator = ' : ',
): Answer {
  const lines = written.map(withoutLeaders)
  const text = flat(at.label + separator + written.join(' '))
  return { ...at, lines, value: lines.join(' ').trim(), text, confidence }
}

/** Dots and lines that were printed to be written onto are no part of what was. */
function withoutLeaders(value: string): string {
  return value.replace(/[.…_]+/gu, (run) => (/…|\.{3}|__/.test(run) ? ' ' : run)).trim()
}

function answersOfCell(lines: readonly PageLine[], index: number, column: number): Answer[] {
  const line = lines[index]
  const cell = line?.cells[column]
  if (line === undefined || cell === undefined) return []
  const parts = cell.lines.flatMap(splitAtLabels)
  return parts.flatMap((part, position) => {
    const labelled = labelAt(part)
    if (labelled === null || SECTIONS.has(labelled.kind)) return []
    if (isFollowedByValue(labelled))
      return [answerIn(labelled, line.page, continued(labelled, lines, index, column))]
    if (labelled.rest !== '' && !isPlaceholder(labelled.rest)) return []
    if (position < parts.length - 1) return below(labelled, line.page, [parts[position + 1] ?? ''])
    return (
      beside(labelled, lines, index, column) ?? below(labelled, line.page, linesBelow(lines, index, column))
    )
  })
}

function isFollowedByValue(labelled: Labelled): boolean {
  if (labelled.rest === '' || isPlaceholder(labelled.rest)) return false
  return labelled.separated || (UNMISTAKABLE.test(labelled.label) && /^[\p{Lu}\d«"+(☒☑]/u.test(labelled.rest))
}

function answerIn(labelled: Labelled, page: number, lines: readonly string[]): Answer {
  const confidence = labelled.separated ? SAME_CELL : UNSEPARATED
  return answered(base(labelled, page), lines, confidence, labelled.separated ? ' : ' : ' ')
}

/** An address goes on in the lines below that have no label of their own. */
function continued(labelled: Labelled, lines: readonly PageLine[], index: number, column: number): string[] {
  const values = [labelled.rest]
  const cell = lines[index]?.cells[column]?.lines ?? []
  const own = cell.findIndex((line) => line.includes(labelled.rest))
  for (const line of cell.slice(own + 1)) if (labelAt(line) === null) values.push(line)
  if (!LONG.has(labelled.kind) && lines[index + 1]?.continues !== true) return values.slice(0, 1)
  for (const line of linesBelow(lines, index, column).slice(0, 2)) {
    if (labelAt(line) !== null || countWords(line) > SHORT_ANSWER_WORDS) break
    values.push(line)
  }
  return values
}

/** The cell to the right, with what goes on under it, if it is no label with an answer of its own. */
function beside(
  labelled: Labelled,
  lines: readonly PageLine[],
  index: number,
  column: number,
): Answer[] | null {
  const line = lines[index]
  const cell = line?.cells[column + 1]
  if (line === undefined || cell === undefined) return null
  const next = cellText(cell)
  const own = labelAt(next)
  if (own?.separated === true || (own?.rest === '' && !fits(labelled.kind, next))) return null
  if (isPlaceholder(next)) return []
  const confidence = own === null || own.rest !== '' ? NEXT_CELL : BELOW
  return [answered(base(labelled, line.page), [...cell.lines, ...continuation(lines, index)], confidence)]
}

/** Lines that go on under the last cell of a line of two. */
function continuation(lines: readonly PageLine[], index: number): string[] {
  if (lines[index]?.cells.length !== 2) return []
  const after = lines.slice(index + 1, index + 4)
  const end = after.findIndex((line) => !line.continues || line.cells.length !== 1)
  return (end === -1 ? after : after.slice(0, end)).flatMap((line) =>
    line.cells.flatMap((cell) => cell.lines),
  )
}

function linesBelow(lines: readonly PageLine[], index: number, column: number): string[] {
  const width = lines[index]?.cells.length ?? 0
  const texts: string[] = []
  for (const line of lines.slice(index + 1, index + 5)) {
    if (line.cells.length === 0) {
      if (texts.length > 0) break
      continue
    }
    const cell =
      line.cells.length === width
        ? line.cells[column]
        : column === 0 || line.continues
          ? line.cells[0]
          : undefined
    if (cell === undefined) break
    texts.push(cellText(cell))
  }
  return texts
}

/** The line below a label that stands alone, unless it is a label or a paragraph itself. */
function below(labelled: Labelled, page: number, candidates: readonly string[]): Answer[] {
  const [first, ...others] = candidates
  if (first === undefined || isPlaceholder(first) || labelAt(first)?.separated === true) return []
  const own = labelAt(first)
  if (own !== null && own.rest === '' && !fits(labelled.kind, first)) return []
  if (countWords(first) > SHORT_ANSWER_WORDS || isUnknownLabel(first)) return []
  const next = others.slice(0, 2)
  const end = next.findIndex((line) => labelAt(line) !== null)
  const more = LONG.has(labelled.kind) ? next.slice(0, end === -1 ? undefined : end) : []
  return [answered(base(labelled, page), [first, ...more], BELOW)]
}

/** A line that a colon ends, or a colon and leaders, asks for something itself. */
function isUnknownLabel(line: string): boolean {
  const colon = line.indexOf(':')
  return colon > 1 && isPlaceholder(line.slice(colon + 1))
}

/** « Gérante » and « Association » are labels of some forms and answers of others. */
function fits(kind: LabelKind, value: string): boolean {
  if (kind === 'role') return isRole(value)
  return kind === 'legal_form' && legalFormNamed(value) !== null
}

/** A row of labels over a row of values: a table with headings. Null when the row is not that. */
function headerAnswers(line: PageLine, next: PageLine | undefined): Answer[] | null {
  if (next === undefined || line.cells.length < 2 || next.cells.length !== line.cells.length) return null
  const labels = line.cells.map((cell) => labelAt(cellText(cell)))
  if (!labels.every((label) => label !== null && label.rest === '')) return null
  // « Qualité | Présidente » is a row of label and value, though « Présidente » may be a label elsewhere.
  const [first, second] = labels
  if (first != null && second !== undefined && fits(first.kind, textAt(line, 1))) return null
  const alike = next.cells.map((cell) => labelAt(cellText(cell))?.rest === '')
  if (alike[0] === true || alike.filter(Boolean).length > next.cells.length / 2) return null
  return labels.flatMap((label, column) => {
    const cell = next.cells[column]
    if (label === null || cell === undefined || isPlaceholder(cellText(cell))) return []
    return [answered(base(label, line.page), cell.lines, COLUMN)]
  })
}

function textAt({ cells }: PageLine, column: number): string {
  const cell = cells[column]
  return cell === undefined ? '' : cellText(cell)
}

function base(labelled: Labelled, page: number): Pick<Answer, 'kind' | 'label' | 'page'> {
  return { kind: labelled.kind, label: labelled.label, page }
}
