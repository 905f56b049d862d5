import type { LabelKind } from '../../knowledge/labels.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { type FormValue, linesOfValue } from '../document.ts'
import { hasBoxes } from '../text/choices.ts'
import { isPlaceholder, type Labelled, labelAt } from '../text/labels.ts'
import { cellText, type Page } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { splitAtLabels } from '../text/split-labels.ts'
import { countWords, flat } from '../text/words.ts'
import { type Answer, answered, base, fits } from './answer.ts'
import { endsAddress, isAnother } from './ends-of-answers.ts'
import { linesBelow } from './lines-below.ts'
import { headerAnswers, isRowOfHeadings } from './table-answers.ts'
import { townUnderLabel, underLabel, wrappedUnder } from './wrapped-answers.ts'

/** Kinds that may run over several lines below their label. */
const LONG: ReadonlySet<LabelKind> = new Set(['postal_address'])
/** Labels that also head the questions about a person: an empty answer tells whose what follows is. */
const HEADS: ReadonlySet<LabelKind> = new Set(['contact', 'representative'])
const SECTIONS: ReadonlySet<LabelKind> = new Set(['presentation', 'project'])
/** Labels that are whole phrases of forms: a value may follow them without a colon. */
const UNMISTAKABLE = new RegExp(
  '^(nom de|raison sociale|denomination|dénomination|forme juridique|statut juridique|n° siret|siret|' +
    'siren|rna|représentant légal|adresse|code postal|téléphone|tél|courriel|e-?mail|fait le|' +
    '(?:au nom et )?pour le compte de)',
  'i',
)
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
    return [answered(at, linesOfValue(control.value), WEIGHTS.fields.control)]
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
    if (isRowOfHeadings(line, lines[index + 1])) continue
    const headers = headerAnswers(line, lines[index + 1])
    if (headers !== null) {
      answers.push(...headers)
      // The answers under headings are no labels, whatever they look like.
      index += 1
    } else answers.push(...line.cells.flatMap((_, column) => answersOfCell(lines, index, column)))
  }
  return answers
}

function answersOfCell(lines: readonly PageLine[], index: number, column: number): Answer[] {
  const line = lines[index]
  const cell = line?.cells[column]
  if (line === undefined || cell === undefined) return []
  const parts = cell.lines.flatMap(splitAtLabels)
  return parts.flatMap((part, position) => {
    const labelled = labelAt(part)
    if (labelled === null || SECTIONS.has(labelled.kind)) return []
    if (isFollowedByValue(labelled)) {
      const answer = answerIn(labelled, line.page, continued(labelled, lines, index, column))
      return [position === parts.length - 1 ? { ...answer, under: linesBelow(lines, index, column) } : answer]
    }
    if (labelled.rest !== '' && !isPlaceholder(labelled.rest)) return []
    if (position < parts.length - 1) return below(labelled, line.page, [parts[position + 1] ?? ''])
    const found =
      beside(labelled, lines, index, column) ?? below(labelled, line.page, linesBelow(lines, index, column))
    return found.length === 0 && HEADS.has(labelled.kind)
      ? [answered(base(labelled, line.page), [''], 0)]
      : found
  })
}

function isFollowedByValue(labelled: Labelled): boolean {
  if (labelled.rest === '' || isPlaceholder(labelled.rest)) return false
  return labelled.separated || (UNMISTAKABLE.test(labelled.label) && /^[\p{Lu}\d«"+(☒☑]/u.test(labelled.rest))
}

function answerIn(labelled: Labelled, page: number, lines: readonly string[]): Answer {
  const confidence = labelled.separated ? WEIGHTS.fields.labelled : WEIGHTS.fields.unseparated
  return answered(base(labelled, page), lines, confidence, labelled.separated ? ' : ' : ' ')
}

/** An address goes on in the lines below that have no label of their own. */
function continued(labelled: Labelled, lines: readonly PageLine[], index: number, column: number): string[] {
  const values = [labelled.rest]
  const cell = lines[index]?.cells[column]?.lines ?? []
  const own = cell.findIndex((line) => line.includes(labelled.rest))
  for (const line of cell.slice(own + 1)) if (!isAnother(line)) values.push(line)
  if (!LONG.has(labelled.kind) && lines[index + 1]?.continues !== true) {
    const wrapped = values.length > 1 ? null : wrappedUnder(lines, index, column)
    return wrapped === null ? values.slice(0, 1) : [...values, wrapped]
  }
  for (const line of linesBelow(lines, index, column).slice(0, 2)) {
    if (endsAddress(values, line) || isAnother(line) || countWords(line) > SHORT_ANSWER_WORDS) break
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
  const confidence = own === null || own.rest !== '' ? WEIGHTS.fields.beside : WEIGHTS.fields.below
  const under = LONG.has(labelled.kind) ? townUnderLabel : underLabel
  const more = [...continuation(lines, index), ...under(lines, index, column)].slice(0, 3)
  return [answered(base(labelled, line.page), [...cell.lines, ...more], confidence)]
}

/** Lines that go on under the last cell of a line of two. */
function continuation(lines: readonly PageLine[], index: number): string[] {
  if (lines[index]?.cells.length !== 2) return []
  const after = lines.slice(index + 1, index + 4)
  const end = after.findIndex(
    (line) =>
      !line.continues || line.cells.length !== 1 || line.cells.some((cell) => hasBoxes(cellText(cell))),
  )
  return (end === -1 ? after : after.slice(0, end)).flatMap((line) =>
    line.cells.flatMap((cell) => cell.lines),
  )
}

/** The line below a label that stands alone, unless it is a label or a paragraph itself. */
function below(labelled: Labelled, page: number, candidates: readonly string[]): Answer[] {
  const [first, ...others] = candidates
  if (first === undefined || isPlaceholder(first) || labelAt(first)?.separated === true) return []
  const own = labelAt(first)
  if (own !== null && own.rest === '' && !fits(labelled.kind, first)) return []
  if (countWords(first) > SHORT_ANSWER_WORDS || isUnknownLabel(first)) return []
  const next = others.slice(0, 2)
  const end = next.findIndex(
    (line, at) => isAnother(line) || endsAddress([first, ...next.slice(0, at)], line),
  )
  const more = LONG.has(labelled.kind) ? next.slice(0, end === -1 ? undefined : end) : []
  return [{ ...answered(base(labelled, page), [first, ...more], WEIGHTS.fields.below), under: others }]
}

/** A line that a colon ends, or a colon and leaders, asks for something itself. */
function isUnknownLabel(line: string): boolean {
  const colon = line.indexOf(':')
  return colon > 1 && isPlaceholder(line.slice(colon + 1))
}
