import { withoutControls } from './output.ts'

/** A hundred is what a terminal shows at once; two are left to whoever indents. */
const WIDEST = 98
const BETWEEN = '  '
/** A column is never made narrower than this; sooner than that, not than its longest word. */
const NARROWEST = 12

/**
 * Columns of text, as wide as their widest cell. Where they are wider than a terminal together, the widest
 * give way: their cells go on below. Terminal control characters never reach the terminal.
 */
export function table(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(withoutControls))
  const longestWords = widest(plain, (cell) => cell.trim().split(' '))
  const between = narrowed(
    widest(plain, (cell) => [cell]),
    longestWords,
  )
  const widths = narrowed(between, [])
  return plain.flatMap((row) => linesOf(row, widths)).join('\n')
}

/** Of each column, the longest of what its cells are made of. */
function widest(rows: readonly (readonly string[])[], parts: (cell: string) => readonly string[]): number[] {
  const lengthOf = (cell: string) => Math.max(...parts(cell).map((part) => lettersOf(part).length))
  return rows.reduce<number[]>(
    (longest, row) => row.map((cell, index) => Math.max(longest[index] ?? 0, lengthOf(cell))),
    [],
  )
}

/** The widest first, a letter at a time, as long as there is one above its least. */
function narrowed(natural: readonly number[], least: readonly number[]): readonly number[] {
  const widths = [...natural]
  const room = WIDEST - BETWEEN.length * (widths.length - 1)
  for (let over = sumOf(widths) - room; over > 0; over -= 1) {
    const free = widths.map((width, index) => (width > Math.max(NARROWEST, least[index] ?? 0) ? width : 0))
    const index = free.indexOf(Math.max(...free))
    if (free[index] === 0) break
    widths[index] = (widths[index] ?? 0) - 1
  }
  return widths
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function linesOf(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = row.map((cell, index) => broken(cell, widths[index] ?? 0))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => padded(lines[line] ?? '', widths[index] ?? 0))
      .join(BETWEEN)
      .trimEnd(),
  )
}

/** Between words, below where it begins; a word that is longer than the column is broken. */
function broken(cell: string, width: number): readonly string[] {
  const indent = ' '.repeat(cell.length - cell.trimStart().length)
  if (lettersOf(cell).length <= width) return [cell]
  const room = Math.max(1, width - indent.length)
  const lines: string[] = []
  let line = ''
  for (const word of cell
    .trim()
    .split(' ')
    .flatMap((one) => piecesOf(one, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (lettersOf(longer).length <= room) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((one) => indent + one)
}

function piecesOf(word: string, room: number): readonly string[] {
  const letters = lettersOf(word)
  const pieces = []
  for (let from = 0; from < letters.length; from += room)
    pieces.push(letters.slice(from, from + room).join(''))
  return pieces
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lettersOf(text).length))
}

function lettersOf(text: string): readonly string[] {
  return [...text]
}
