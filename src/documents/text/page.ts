import { z } from 'zod'

/**
 * A cell of a table, a part of a line that stands apart from the others, or the whole of a line. `left` and
 * `right` are where it begins and ends on its page, in points or pixels, when that is known. `column` is
 * which cell of its row it is, from 0, where empty ones beside it were left out.
 */
export const Cell = z.object({
  lines: z.array(z.string()).min(1),
  column: z.int().nonnegative().optional(),
  left: z.number().optional(),
  right: z.number().optional(),
})
export type Cell = z.infer<typeof Cell>

/** A line of a page or a row of a table; without cells it is an empty line. */
export const Line = z.object({
  cells: z.array(Cell),
  /** Goes on with the line above: it begins under a cell of it that is not the first. */
  continues: z.boolean(),
})
export type Line = z.infer<typeof Line>

/**
 * A page, slide or sheet; a document without pages is one page. `recognised` is how sure its characters are,
 * from 0 to 1, when they were recognised in a picture; absent for text.
 */
export const Page = z.object({
  number: z.int().positive(),
  lines: z.array(Line),
  recognised: z.number().min(0).max(1).optional(),
})
export type Page = z.infer<typeof Page>

export const EMPTY_LINE: Line = { cells: [], continues: false }

/** A row of cells, each of one line. */
export function row(...cells: readonly string[]): Line {
  return { cells: cells.map((text) => ({ lines: [text] })), continues: false }
}

/**
 * The lines of a text whose layout is in its signs: line ends, and tabs between cells; a line that begins
 * with a tab goes on with the one above. The only place where such signs are looked for: behind it there are
 * lines and cells.
 */
export function linesOfText(text: string): Line[] {
  return text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => {
    const parts = line.split('\t').map((cell) => cell.trim())
    const { cells } = rowOfColumns(parts.map((part) => (part === '' ? [] : [{ lines: [part] }])))
    return { cells, continues: line.startsWith('\t') && cells.length > 0 }
  })
}

/** The pages of one text: a mail's body, or what somebody typed. */
export function pagesOfText(text: string): Page[] {
  return [{ number: 1, lines: linesOfText(text) }]
}

/** What stands in a cell, on one line. */
export function cellText(cell: Cell): string {
  return cell.lines.join(' ')
}

/** A row of the cells that hold something; where others were left out, each says which it was. */
export function rowOfColumns(columns: readonly (readonly Cell[])[]): Line {
  const isWhole = columns.every((cells) => cells.length > 0)
  const cells = columns.flatMap((one, column) => one.map((cell) => (isWhole ? cell : { ...cell, column })))
  return { cells, continues: false }
}

/** What stands in a line, cells side by side. */
export function lineText({ cells }: Pick<Line, 'cells'>): string {
  return cells.map(cellText).join(' ')
}

/**
 * Each line that was written on a page, whichever cell it stands in, in reading order; empty ones left out.
 */
export function writtenLines({ lines }: Page): string[] {
  return lines.flatMap((line) => line.cells.flatMap((cell) => cell.lines))
}

/** All that stands on pages, in reading order, on one line. */
export function wholeText(pages: readonly Page[]): string {
  return pages.flatMap(writtenLines).join(' ').replace(/\s+/g, ' ').trim()
}

/** Lines as people look at them: cells behind one another, the lines of a cell below one another. */
export function shownLines(lines: readonly Line[]): string {
  return lines.flatMap(shownRow).join('\n')
}

function shownRow({ cells, continues }: Line): string[] {
  const height = Math.max(1, ...cells.map((cell) => cell.lines.length))
  return Array.from({ length: height }, (_, index) => {
    const shown = cells.map((cell) => cell.lines[index] ?? '').join('\t')
    return (continues ? `\t${shown}` : shown).replace(/\t+$/, '')
  })
}

/** Every text of lines through `change`; what it empties is gone. */
export function mapLines(lines: readonly Line[], change: (text: string) => string): Line[] {
  return lines.map((line) => ({
    ...line,
    cells: line.cells.flatMap((cell) => {
      const changed = cell.lines.map((text) => change(text).trim()).filter((text) => text !== '')
      return changed.length === 0 ? [] : [{ ...cell, lines: changed }]
    }),
  }))
}

/** How many characters lines hold. */
export function lengthOf(lines: readonly Line[]): number {
  let length = 0
  for (const line of lines)
    for (const cell of line.cells) for (const text of cell.lines) length += text.length + 1
  return length
}
