import { fold } from '../../base/folding.ts'
import { LEGAL_FORMS } from '../../knowledge/legal-forms.ts'
import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'
import { hangs } from './wrapped-labels.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 12
/** A cell of a form is seldom written on more lines. */
const LINES_OF_A_CELL = 4
/**
 * From here a row is more than a label and its answer: what stands below one of its cells goes on with it.
 */
const CELLS_OF_A_TABLE = 3

/**
 * Rows of a table whose cells are written on several lines are laid out line by line: « Nom et prénom du |
 * Loïc Le Goff » over « représentant légal ». Here they are rows again.
 */
export function withWrappedRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = withWrappedLabels(lines[index] as Line)
    const below = linesUnder(line, lines.slice(index + 1, index + LINES_OF_A_CELL))
    const joined = below.map((_, last) => joinedRow(line, below.slice(0, last + 1)))
    const length = joined.findLastIndex((row) => row !== null) + 1
    rows.push(joined[length - 1] ?? line)
    index += length
  }
  return rows
}

/** A label that is written on several lines of its cell is one label. */
function withWrappedLabels(row: Line): Line {
  if (row.cells.length < 2 || row.cells.every((cell) => cell.lines.length === 1)) return row
  return { ...row, cells: row.cells.map(withoutWraps) }
}

function withoutWraps(cell: Cell): Cell {
  const { lines } = cell
  if (lines.length === 1 || lines.length > LINES_OF_A_CELL || !isWholeLabel(cellText(cell))) return cell
  const isOther = lines.some((line, index) => !isInBrackets(lines, index) && labelAt(line)?.separated)
  return isOther ? cell : { ...cell, lines: [cellText(cell)] }
}

/**
 * « Forme juridique (SARL, SAS, » over « association…) »: what is listed between brackets asks for nothing.
 */
function isInBrackets(lines: readonly string[], index: number): boolean {
  const before = lines.slice(0, index).join(' ')
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/**
 * Lines with fewer cells than the row, up to the next gap or row; as many, where a label of the row goes on.
 */
function linesUnder(row: Line, after: readonly Line[]): readonly Line[] {
  const most = row.cells.some((cell) => hangs(cellText(cell))) ? row.cells.length : row.cells.length - 1
  const end = after.findIndex(({ cells }) => cells.length === 0 || cells.length > most)
  return end === -1 ? after : after.slice(0, end)
}

function joinedRow(row: Line, below: readonly Line[]): Line | null {
  const pieces = below.flatMap(({ cells }) => cells.map((piece) => ({ piece, column: columnOf(row, piece) })))
  if (pieces.some(({ column }) => column === -1)) return null
  const cells = row.cells.map((cell, column) => {
    const own = pieces.filter((one) => one.column === column).map(({ piece }) => piece)
    return own.length === 0 ? cell : joinedCell(cell, own, row.cells.length)
  })
  return cells.every((cell) => cell !== null) ? { ...row, cells } : null
}

function columnOf(row: Line, piece: Cell): number {
  return row.cells.findIndex(
    (cell) =>
      cell.left !== undefined && piece.left !== undefined && Math.abs(cell.left - piece.left) <= COLUMN_SLACK,
  )
}

/**
 * The rest of a label makes a longer label; the rest of an answer is no label itself. Null when neither goes
 * on.
 */
function joinedCell(cell: Cell, pieces: readonly Cell[], width: number): Cell | null {
  const whole = [cell, ...pieces].map(cellText).join(' ')
  const labels = pieces.map((piece) => labelAt(cellText(piece)))
  if (isWholeLabel(whole))
    return labels.some((label) => label?.separated) &&
      !hangs(cellText(cell)) &&
      !pieces.every(isInSmallLetters)
      ? null
      : { ...cell, lines: [whole] }
  // « Société coopérative et » begins with a word that is a label elsewhere.
  const isAnswer =
    width >= CELLS_OF_A_TABLE && (!isWholeLabel(cellText(cell)) || isLongForm(cellText(cell), whole))
  if (!isAnswer || labels.some((label) => label !== null)) return null
  return { ...cell, lines: [...cell.lines, ...pieces.flatMap((piece) => piece.lines)] }
}

/** « ENTREPRISE » asks who applies, and begins « Entreprise unipersonnelle à responsabilité limitée ». */
function isLongForm(first: string, whole: string): boolean {
  return LEGAL_FORMS.says(fold(whole)) && !LEGAL_FORMS.says(fold(first))
}

function isInSmallLetters(cell: Cell): boolean {
  return /^\p{Ll}/u.test(cellText(cell))
}

function isWholeLabel(text: string): boolean {
  return labelAt(text)?.rest === ''
}
