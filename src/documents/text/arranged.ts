import { withColumnsApart } from './columns.ts'
import { withCombsJoined } from './comb-rows.ts'
import { isPlaceholder, labelAt } from './labels.ts'
import { withMergedCellsApart } from './merged-cells.ts'
import { type Cell, cellText, type Line, type Page } from './page.ts'
import { withoutSpecks } from './recognised-lines.ts'
import { withLabelsOfCells, withWrappedLabels } from './wrapped-labels.ts'
import { withWrappedRows } from './wrapped-rows.ts'

/**
 * A page as its writer meant it: letters in boxes of their own are words again, a label in the middle is a
 * row.
 */
export function arranged(page: Page): Page {
  const lines = page.recognised === undefined ? page.lines : withoutSpecks(page.lines)
  const joined = withCombsJoined(withMergedCellsApart(lines.map(withoutCombs)))
  const rows = withWrappedRows(withCentredLabels(joined))
  return { ...page, lines: withColumnsApart(withWrappedLabels(withLabelsOfCells(rows))) }
}

/** So many boxes of one sign each are a comb. */
const COMB = 5
/** A box that was left empty between two others is a space: they stand further apart than the rest. */
const EMPTY_BOX = 1.6

/** A comb of boxes, each with one sign or a group of digits, is one value. */
function withoutCombs(line: Line): Line {
  if (line.cells.length < 3) return line
  const cells: Cell[] = []
  let run: Cell[] = []
  for (const cell of line.cells) {
    if (isBox(cell)) run.push(cell)
    else {
      cells.push(...joinedRun(run), cell)
      run = []
    }
  }
  return { ...line, cells: [...cells, ...joinedRun(run)] }
}

/**
 * One sign, or a group of digits; where a wide letter leaves no gap to the next box, both stand in one cell:
 * « W 4 ».
 */
function isBox(cell: Cell): boolean {
  return /^(?:[\p{L}\d](?: [\p{L}\d]){0,3}|\d{2,5})$/u.test(cellText(cell))
}

/** How many boxes a cell fills: « W 4 » two, a group of digits one. */
function boxesIn(cell: Cell | undefined): number {
  return cell === undefined ? 1 : cellText(cell).split(' ').length
}

function joinedRun(run: readonly Cell[]): readonly Cell[] {
  const texts = run.map((cell) => cellText(cell).replaceAll(' ', ''))
  const single = run.filter((cell) => !/^\d{2}/.test(cellText(cell))).length
  const digits = texts.join('')
  // « 811 100 023 00019 »: a number in its usual groups.
  const isNumber = run.length >= 3 && /^\d+$/.test(digits) && (digits.length === 9 || digits.length === 14)
  const isPhone = run.length === 5 && /^0\d{9}$/.test(digits) && texts.every((text) => text.length === 2)
  if (!isNumber && !isPhone && (single < COMB || single < run.length)) return run
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return run
  const steps = run.slice(1).map((cell, index) => distance(run[index], cell) / boxesIn(run[index]))
  const pitch = Math.min(...steps)
  const isBehindSpace = (index: number): boolean =>
    index > 0 && ((steps[index - 1] ?? 0) - pitch) * boxesIn(run[index - 1]) > EMPTY_BOX * pitch - pitch
  const text = texts.map((sign, index) => (isBehindSpace(index) ? ' ' : '') + sign).join('')
  return [{ ...first, ...(last.right === undefined ? {} : { right: last.right }), lines: [text] }]
}

function distance(one: Cell | undefined, other: Cell): number {
  return one?.left === undefined || other.left === undefined ? 1 : other.left - one.left
}

/**
 * A row whose label stands at half the height of an answer of two lines is laid out as three: the first line
 * of the answer with nothing before it, the label, the second line. Here it is a row again.
 */
function withCentredLabels(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const centred = centredRow(lines.slice(index, index + 3))
    const line = lines[index]
    if (centred !== null) index += 2
    if (centred !== null || line !== undefined) rows.push(centred ?? (line as Line))
  }
  return rows
}

function centredRow([above, middle, below]: readonly Line[]): Line | null {
  if (above?.continues !== true || middle?.continues !== false || below?.continues !== false) return null
  const [first, ...besideFirst] = above.cells
  const [label, ...besideLabel] = middle.cells
  const [second, ...besideSecond] = below.cells
  if (first === undefined || label === undefined || second === undefined) return null
  if (besideFirst.length + besideLabel.length + besideSecond.length > 0) return null
  const found = labelAt(cellText(label))
  const isLabel = found !== null && found.rest === '' && labelAt(cellText(second)) === null
  if (!isLabel || isPlaceholder(cellText(first))) return null
  return { cells: [label, { ...first, lines: [...first.lines, ...second.lines] }], continues: false }
}
