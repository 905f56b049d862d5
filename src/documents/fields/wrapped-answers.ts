import { labelAt } from '../text/labels.ts'
import { type Cell, cellText, type Line } from '../text/page.ts'
import { endsAddress, isAnother } from './ends-of-answers.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 12
/** Lines above and below in which the next column shows itself, and below in which an answer goes on. */
const NEAR = 4
/** Between two columns stands no more than so many letters' width. */
const GUTTER = 5

/**
 * The line under an answer that goes on with it, in a column that another one ends: the first word of it had
 * no room behind the answer, and it asks for nothing. `begins`: where the column begins, if the answer stands
 * behind its label.
 */
export function wrappedUnder(
  lines: readonly Line[],
  index: number,
  column: number,
  begins = lines[index]?.cells[column]?.left,
): string | null {
  const cell = lines[index]?.cells[column]
  if (cell?.left === undefined || cell.right === undefined || begins === undefined) return null
  const end = columnEnd(lines, index, cell)
  const under = cellBelow(lines.slice(index + 1, index + 1 + NEAR), begins)
  if (end === null || under === null) return null
  const text = cellText(under)
  const letter = (cell.right - cell.left) / Math.max(1, cellText(cell).length)
  const [word = ''] = text.trim().split(/\s+/)
  // Capitals are wider than the letters of their label.
  const width = Math.max(word.length * letter, widthOf(word, under))
  const isFull =
    cell.right + width + GUTTER * letter >= end ||
    cell.right + letter + widthOf(word, under) > lineEnd(lines, index, cell, end - MARGIN * letter)
  return isFull && labelAt(text) === null && !/[:@☐☒]/u.test(text) ? text : null
}

/** Where leaders part label and answer, what has no room behind the answer stands under the label. */
export function underLabel(lines: readonly Line[], index: number, column: number): string[] {
  const [label, answer] = lines[index]?.cells.slice(column, column + 2) ?? []
  if (label?.left === undefined || label.lines.length > 1 || answer?.lines.length !== 1) return []
  const wrapped = wrappedUnder(lines, index, column + 1, label.left)
  return wrapped === null ? [] : [wrapped]
}

/** So near below its label an address goes on. */
const BELOW = 2

/**
 * The same of an address, whose town tells that it goes on: « Rue de la Poste » over « 168, 1004 Lausanne ».
 */
export function townUnderLabel(lines: readonly Line[], index: number, column: number): string[] {
  const [label, answer] = lines[index]?.cells.slice(column, column + 2) ?? []
  if (label?.left === undefined || label.lines.length > 1 || answer?.lines.length !== 1) return []
  const under = cellBelow(lines.slice(index + 1, index + 1 + BELOW), label.left)
  const text = under === null ? '' : cellText(under)
  // « …, 64300 » over « Orthez »: the town had no room behind its postcode.
  const isBareTown = /(?<!\d)\d{4,5}$/.test(cellText(answer)) && /^\p{Lu}[\p{L}’' -]{1,40}$/u.test(text)
  const isTown = (isBareTown || /(?<!\d)\d{4,5} \p{L}/u.test(text)) && !isAnother(text)
  return isTown && !endsAddress([cellText(answer)], text) ? [text] : []
}

/**
 * A column whose longest line ends no further than so many letters from the next shows where its lines end.
 */
const MARGIN = 8

function widthOf(word: string, { left = 0, right = 0, ...cell }: Cell): number {
  return ((right - left) * word.length) / Math.max(1, cellText(cell).length)
}

/**
 * Where the longest line near ends that begins in the same column; infinitely far when none comes near the
 * next column.
 */
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
