import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 12
/** A cell of a form is seldom written on more lines. */
const LINES_OF_A_CELL = 4
/** From here a row is more than a label and its answer: what stands below one of its cells goes on with it. */
const CELLS_OF_A_TABLE = 3

/**
 * Rows of a table whose cells are written on several lines are laid out line by line: « Nom et prénom du | Loïc Le Goff »
 * over « représentant légal ». Here they are rows again.
 */
export function withWrappedRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  let length = 0
  for (const line of lines) {
    const row = rows.at(-1)
    const joined = row === undefined || length >= LINES_OF_A_CELL ? null : joinedRow(row, line)
    length = joined === null ? 1 : length + 1
    if (joined === null) rows.push(line)
    else rows[rows.length - 1] = joined
  }
  return rows
}

function joinedRow(row: Line, below: Line): Line | null {
  if (row.cells.length < 2 || below.cells.length === 0 || below.cells.length >= row.cells.length) return null
  const pieces = below.cells.map((piece) => ({ piece, column: columnOf(row, piece) }))
  const goesOn = pieces.every(({ piece, column }) => {
    const cell = row.cells[column]
    return cell !== undefined && continues(cell, piece, row.cells.length)
  })
  if (!goesOn) return null
  const cells = row.cells.map((cell, column) => {
    const own = pieces.find((one) => one.column === column)
    return own === undefined ? cell : joined(cell, own.piece)
  })
  return { ...row, cells }
}

function columnOf(row: Line, piece: Cell): number {
  return row.cells.findIndex(
    (cell) =>
      cell.left !== undefined && piece.left !== undefined && Math.abs(cell.left - piece.left) <= COLUMN_SLACK,
  )
}

/** The rest of a label makes a longer label; the rest of an answer is no label itself. */
function continues(cell: Cell, piece: Cell, width: number): boolean {
  const rest = cellText(piece)
  if (isWholeLabel(`${cellText(cell)} ${rest}`)) return labelAt(rest)?.separated !== true
  return width >= CELLS_OF_A_TABLE && labelAt(cellText(cell)) === null && labelAt(rest) === null
}

function isWholeLabel(text: string): boolean {
  return labelAt(text)?.rest === ''
}

function joined(cell: Cell, piece: Cell): Cell {
  const whole = `${cellText(cell)} ${cellText(piece)}`
  return { ...cell, lines: isWholeLabel(whole) ? [whole] : [...cell.lines, ...piece.lines] }
}
