import type { Page } from '../document.ts'
import { labelAt } from '../fields/labels.ts'

/** A line of a page: its cells from left to right, each with its own lines. */
export interface PageLine {
  readonly page: number
  readonly cells: readonly string[]
  /** Continues the cell above it: it started under a column that is not the first. */
  readonly continues: boolean
}

/** What sets lines apart inside a cell (see Lines in the readers). */
const LINE_IN_CELL = /\u2028/

/** A line that is longer is a paragraph: its first sentences say what it is, and no pattern may run away on it. */
export const LINE_CHARACTERS = 4_000

/**
 * A form has hundreds of lines, a report of three hundred pages some ten thousand: of a longer text the beginning and
 * the end are looked at, where forms and signatures stand, so that no document keeps the others waiting.
 */
const FIRST_LINES = 6_000
const LAST_LINES = 3_000

/** The lines of all pages; an empty one is kept as a line without cells. */
export function pageLines(pages: readonly Page[]): PageLine[] {
  const lines = pages.flatMap((page) => page.text.split('\n').map((line) => ({ page: page.number, line })))
  const kept =
    lines.length <= FIRST_LINES + LAST_LINES
      ? lines
      : [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)]
  return kept.map(({ page, line }) => {
    const cells = line
      .slice(0, LINE_CHARACTERS)
      .split('\t')
      .map((cell) => cell.trim())
    const filled = cells.filter((cell) => cell !== '')
    return { page, cells: filled, continues: line.startsWith('\t') && filled.length > 0 }
  })
}

/** The lines inside one cell. */
export function linesOfCell(cell: string): string[] {
  return cell
    .split(LINE_IN_CELL)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One line of text, for patterns and extracts. */
export function flat(text: string): string {
  return text.replace(/[\s\u2028]+/g, ' ').trim()
}

/** Letters written in boxes, `|G|I|P| |X|`, as the words they make. */
export function unboxed(text: string): string {
  if ((text.match(/\|/g)?.length ?? 0) < 3) return text
  return text
    .split('|')
    .map((box) => box.replace(/_/g, '').trim() || ' ')
    .join('')
    .trim()
}

/** Stands where a line ends for good, so that no phrase is read across it. */
export const LINE_END = ' ¶ '

/** The running text of a page: lines that go on are joined, the ends of others are marked. */
export function runningText(text: string): string {
  // Leaders around what was typed onto them are not part of it.
  const bare = text.replace(/…+|\.{3,}|_{2,}/g, ' ')
  const lines = bare.split(/[\n\u2028\t]/).map((line) => flat(line.slice(0, LINE_CHARACTERS)))
  return lines.reduce((running, line, index) => {
    const previous = lines[index - 1] ?? ''
    const label = labelAt(line)?.separated === true
    const goesOn =
      !label && (/^\p{Ll}/u.test(line) || (previous.length > 55 && !/[.:!?]$/.test(previous) && line !== ''))
    return running === '' ? line : running + (goesOn ? ' ' : LINE_END) + line
  }, '')
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\d][\p{L}\d'’-]*/gu)?.filter((word) => /\p{L}{2}|\d/u.test(word)).length ?? 0
}
