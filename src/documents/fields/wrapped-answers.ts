import { labelAt } from '../text/labels.ts'
import { type Cell, cellText, type Line } from '../text/page.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 12
/** Lines above and below in which the next column shows itself, and below in which an answer goes on. */
const NEAR = 4
/** Between two columns stands no more than so many letters' width. */
const GUTTER = 5

/**
 * The line under an answer that goes on with it, in a column that another one ends: the first word of it had no room
 * behind the answer, and it asks for nothing.
 */
export function wrappedUnder(lines: readonly Line[], index: number, column: number): string | null {
  const cell = lines[index]?.cells[column]
  if (cell?.left === undefined || cell.right === undefined) return null
  const end = columnEnd(lines, index, cell)
  const under = cellBelow(lines.slice(index + 1, index + 1 + NEAR), cell.left)
  if (end === null || under === null) return null
  const text = cellText(under)
  const letter = (cell.right - cell.left) / Math.max(1, cellText(cell).length)
  const [word = ''] = text.trim().split(/\s+/)
  const isFull =
    cell.right + (word.length + GUTTER) * letter >= end ||
    cell.right + letter + widthOf(word, under) > lineEnd(lines, index, cell, end - MARGIN * letter)
  return isFull && labelAt(text) === null && !/[:@☐☒]/u.test(text) ? text : null
}

/** A column whose longest line ends no further than so many letters from the next shows where its lines end. */
const MARGIN = 8

function widthOf(word: string, { left = 0, right = 0, ...cell }: Cell): number {
  return ((right - left) * word.length) / Math.max(1, cellText(cell).length)
}

/** Where the longest line near ends that begins in the same column; infinitely far when none comes near the next column. */
function lineEnd(lines: readonly Line[], index: number, { left = 0 }: Cell, least: number): number {
  const near = lines.slice(Math.max(0, index - 2 * NEAR), index + 1 + 2 * NEAR)
  const ends = near.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.left !== undefined && Math.abs(cell.left - left) <= COLUMN_SLACK ? (cell.right ?? []) : [],
    ),
  )
  const most = Math.max(...ends)
  return most < least ? Number.POSITIVE_INFINITY : most
}

/** Where the column to the right begins. */
function columnEnd(lines: readonly Line[], index: number, { right = 0 }: Cell): number | null {
  const near = lines.slice(Math.max(0, index - NEAR), index + 1 + NEAR)
  const starts = near
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.left ?? []))
    .filter((left) => left > right)
  return starts.length === 0 ? null : Math.min(...starts)
}

/** What stands next under a place; nothing when a line is empty first, or goes through there. */
function cellBelow(after: readonly Line[], left: number): Cell | null {
  for (const { cells } of after) {
    const under = cells.find((cell) => Math.abs((cell.left ?? Number.NaN) - left) <= COLUMN_SLACK)
    if (under !== undefined) return under
    if (cells.length === 0) return null
    if (cells.some((cell) => (cell.left ?? 0) < left)) return null
  }
  return null
}
