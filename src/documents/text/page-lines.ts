import { type Line, lengthOf, type Page } from './page.ts'

/** A line with the number of the page on which it stands. */
export interface PageLine extends Line {
  readonly page: number
}

/**
 * A line that is longer is a paragraph: its first sentences say what it is, and no pattern may run away on
 * it.
 */
export const LINE_CHARACTERS = 4_000

/**
 * A form has hundreds of lines, a report of three hundred pages some ten thousand: of a longer text the
 * beginning and the end are looked at, where forms and signatures stand, so that no document keeps the others
 * waiting.
 */
const FIRST_LINES = 6_000
const LAST_LINES = 3_000

/** The lines of all pages; an empty one is kept as a line without cells. */
export function pageLines(pages: readonly Page[]): PageLine[] {
  const lines = pages.flatMap((page) => page.lines.map((line) => ({ ...line, page: page.number })))
  const kept =
    lines.length <= FIRST_LINES + LAST_LINES
      ? lines
      : [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)]
  return kept.map(bounded)
}

function bounded<One extends Line>(line: One): One {
  if (lengthOf([line]) <= LINE_CHARACTERS) return line
  let left = LINE_CHARACTERS
  return {
    ...line,
    cells: line.cells.flatMap((cell) => {
      const lines: string[] = []
      for (const text of cell.lines) {
        if (left > 0) lines.push(text.slice(0, left))
        left -= text.length
      }
      return lines.length === 0 ? [] : [{ ...cell, lines }]
    }),
  }
}
