import { EMPTY_LINE, type Line, linesOfText, rowOfColumns } from '../../documents/text/page.ts'

/** What a page or a cell is built of: lines of text (tabs set their parts apart), and rows of tables. */
type Block = string | Line

interface Row {
  readonly cells: Block[][]
  /** What the open cell holds. */
  cell: Block[] | null
}

/**
 * Builds the lines of a flowing document: paragraphs on lines of their own, a table's row as a line of cells.
 * A row of one cell is a box drawn around paragraphs, a row whose cells hold tables is columns side by side:
 * what they hold stands in lines of its own, one cell after the other. Tables nest.
 */
export class Lines {
  readonly #blocks: Block[] = ['']
  readonly #rows: Row[] = []

  add(text: string): void {
    const target = this.#target()
    const last = target.at(-1)
    if (typeof last === 'string') target[target.length - 1] = last + text
    else target.push(text)
  }

  newLine(): void {
    const target = this.#target()
    const last = target.at(-1)
    if (typeof last !== 'string' || last.trim() !== '') target.push('')
  }

  /** A line that is empty on purpose, between two paragraphs. */
  gap(): void {
    this.newLine()
    if (this.#rows.length === 0) this.#blocks.push('')
  }

  /** The last words added before now: what stands above something that is no text. */
  lastLine(): string {
    const open = this.#rows.flatMap((row) => [...row.cells.flat(), ...(row.cell ?? [])])
    const before = [...this.#blocks, ...open].flatMap(textsOf)
    return before.findLast((line) => line.trim() !== '') ?? ''
  }

  openRow(): void {
    this.newLine()
    this.#rows.push({ cells: [], cell: null })
  }

  openCell(): void {
    const row = this.#rows.at(-1)
    if (row !== undefined) row.cell = ['']
  }

  closeCell(): void {
    const row = this.#rows.at(-1)
    if (row?.cell == null) return
    row.cells.push(row.cell)
    row.cell = null
  }

  closeRow(): void {
    this.closeCell()
    const row = this.#rows.pop()
    if (row === undefined) return
    const target = this.#target()
    if (target.at(-1) === '') target.pop()
    const holdsRows = row.cells.some((cell) => cell.some((block) => typeof block !== 'string'))
    if (row.cells.length === 1 || holdsRows) target.push(...row.cells.flat().filter((block) => block !== ''))
    else target.push(rowOfColumns(row.cells.map(cellsOf)))
    target.push('')
  }

  lines(): Line[] {
    while (this.#rows.length > 0) this.closeRow()
    return this.#blocks.flatMap((block) => (typeof block === 'string' ? linesOfText(block) : [block]))
  }

  #target(): Block[] {
    for (let index = this.#rows.length - 1; index >= 0; index -= 1) {
      const cell = this.#rows[index]?.cell
      if (cell != null) return cell
    }
    return this.#blocks
  }
}

function textsOf(block: Block): string[] {
  return typeof block === 'string' ? [block] : block.cells.flatMap((cell) => cell.lines)
}

/** A cell of one line with tabs in it is several; of more lines, it is one. */
function cellsOf(blocks: readonly Block[]): Line['cells'] {
  const lines = blocks
    .flatMap(textsOf)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [only] = lines
  if (only === undefined) return []
  if (lines.length === 1) return linesOfText(only).flatMap((line) => line.cells)
  return [{ lines: lines.map((line) => line.replace(/\s+/g, ' ')) }]
}

/** Parts of a document behind one another, an empty line between them. */
export function joined(parts: readonly (readonly Line[])[]): Line[] {
  return parts.flatMap((lines, index) => (index === 0 ? lines : [EMPTY_LINE, ...lines]))
}
