import { isSiren, isSiret } from '../identifiers/identifiers.ts'
import { labelAt } from '../text/labels.ts'
import { cellText, type Page } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'

/** A form has more labels with answers of their own: then a table in it is of its partners. */
const LABELS_OF_A_FORM = 4
/** A table of two columns is a form's. */
const HEADINGS_AT_LEAST = 3
/** Two forms in one paper are two structures, for a person; three are somebody's list. */
const BLOCKS_OF_A_LIST = 3
/** One row under headings is one candidate's; two are a list. */
const ROWS_OF_A_LIST = 2

/**
 * True for a table of several candidates: under headings that name them, rows that each name another, or that
 * each bear another sound number. Somebody's list: an application for none of them, and what it says of one
 * is not another's.
 */
export function listsCandidates(pages: readonly Page[]): boolean {
  const lines = pageLines(pages)
  if (columnsOfCandidates(lines) >= ROWS_OF_A_LIST || blocksOfCandidates(lines) >= BLOCKS_OF_A_LIST)
    return true
  const answered = new Set(lines.flatMap(labelOfLine))
  if (answered.size >= LABELS_OF_A_FORM) return false
  return (
    numberedRows(lines) >= ROWS_OF_A_LIST ||
    lines.some((_, index) => namedRows(lines, index) > ROWS_OF_A_LIST)
  )
}

/** Rows in which one label has several answers side by side: each column is a candidate. */
function columnsOfCandidates(lines: readonly PageLine[]): number {
  const rows = lines.filter(({ cells }) => {
    const [label, ...answers] = cells.map((cell) => labelAt(cellText(cell)))
    if (label == null || label.rest !== '' || answers.length < ROWS_OF_A_LIST) return false
    return answers.every((answer) => answer === null) && isOfWhom(label.kind)
  })
  return new Set(rows.map((row) => firstLabel(row)?.kind)).size
}

/** How often one label that says who applies is answered, each time otherwise: blocks one below the other. */
function blocksOfCandidates(lines: readonly PageLine[]): number {
  const answers = new Map<string, Set<string>>()
  for (const line of lines) {
    const label = firstLabel(line)
    if (label === null || (label.kind !== 'name' && label.kind !== 'siret')) continue
    const [, beside] = line.cells
    const answer =
      label.rest === '' && line.cells.length === 2 && beside !== undefined ? cellText(beside) : label.rest
    if (answer !== '' && label.separated === (label.rest !== '')) add(answers, label.kind, answer)
  }
  // A form has several labels for a name (« sigle », « enseigne »): numbers, or as many names as a list has.
  return Math.min(answers.get('name')?.size ?? 0, answers.get('siret')?.size ?? 0)
}

function add(answers: Map<string, Set<string>>, kind: string, answer: string): void {
  answers.set(kind, (answers.get(kind) ?? new Set()).add(answer))
}

function isOfWhom(kind: string): boolean {
  return ['name', 'siret', 'siren', 'representative', 'legal_form'].includes(kind)
}

/**
 * « Nom : Bois Rouge », « Nom | Bois Rouge »: labels with answers of their own, in one pair of cells or
 * several.
 */
function labelOfLine({ cells }: PageLine): string[] {
  const labels = cells.map((cell) => labelAt(cellText(cell)))
  return labels.flatMap((label, index) => {
    if (label === null) return []
    const answered =
      label.separated || (index + 1 < cells.length && label.rest === '' && labels[index + 1] === null)
    return answered ? [label.kind] : []
  })
}

/** Rows of a table with distinct numbers that satisfy their check. */
function numberedRows(lines: readonly PageLine[]): number {
  const numbers = lines
    .filter(({ cells }) => cells.length > 1)
    .flatMap(
      ({ cells }) => cells.map((cell) => cellText(cell).replace(/[ .\u00A0-]/g, '')).find(isNumber) ?? [],
    )
  return new Set(numbers.map((number) => number.slice(0, 9))).size
}

function isNumber(digits: string): boolean {
  return isSiret(digits) || isSiren(digits)
}

/**
 * Rows as wide as their headings, below headings of which the first names candidates; one that begins with a
 * label is none.
 */
function namedRows(lines: readonly PageLine[], index: number): number {
  const headings = lines[index]?.cells ?? []
  const first = firstLabel(lines[index])
  if (headings.length < HEADINGS_AT_LEAST || first?.kind !== 'name' || first.rest !== '') return 0
  // « Raison sociale | Bois Rouge | SIRET | … » is a row of a form: half of it answers.
  const asked = headings.filter((cell) => labelAt(cellText(cell)) !== null).length
  if (asked * 3 < headings.length * 2) return 0
  const below = lines.slice(index + 1)
  const end = below.findIndex((line) => line.cells.length !== headings.length || firstLabel(line) !== null)
  const rows = end === -1 ? below : below.slice(0, end)
  return new Set(rows.map((row) => cellText(row.cells[0] ?? { lines: [''] }))).size
}

function firstLabel(line: PageLine | undefined) {
  const [cell] = line?.cells ?? []
  return cell === undefined ? null : labelAt(cellText(cell))
}
