import { labelAt } from '../text/labels.ts'
import { type Cell, cellText } from '../text/page.ts'
import type { PageLine } from '../text/page-lines.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 12
/** Lines below a label in which its answer may begin or go on. */
const NEAR = 4

/** What stands under a cell, in its column, as far as it goes without a gap. */
export function linesBelow(lines: readonly PageLine[], index: number, column: number): string[] {
  const width = lines[index]?.cells.length ?? 0
  const left = lines[index]?.cells[column]?.left
  const texts: string[] = []
  for (const line of inItsColumn(lines.slice(index + 1, index + 1 + NEAR), lines[index]?.cells[column])) {
    if (line.cells.length === 0) {
      if (texts.length > 0) break
      continue
    }
    const cell = left !== undefined && width > 1 ? cellUnder(line, left) : cellInColumn(line, column, width)
    if (cell === undefined && left !== undefined && width > 1) continue
    if (cell === undefined) break
    texts.push(cellText(cell))
  }
  return texts
}

/**
 * Lines below a cell without those of the column to its right, where another line shows that there are two.
 */
function inItsColumn(below: readonly PageLine[], cell: Cell | undefined): readonly PageLine[] {
  const { left, right } = cell ?? {}
  if (left === undefined || right === undefined) return below
  const own = below.flatMap((line) => cellUnder(line, left) ?? [])[0]
  if (own === undefined || labelAt(cellText(own)) !== null) return below
  return below.filter(({ cells }) => cells.length === 0 || cells.some((one) => (one.left ?? 0) <= right))
}

function cellInColumn(line: PageLine, column: number, width: number): Cell | undefined {
  if (line.cells.length === width) return line.cells[column]
  return column === 0 || line.continues ? line.cells[0] : undefined
}

function cellUnder(line: PageLine, left: number): Cell | undefined {
  return line.cells.find((cell) => cell.left !== undefined && Math.abs(cell.left - left) <= COLUMN_SLACK)
}
