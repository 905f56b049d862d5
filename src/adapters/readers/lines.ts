/** Sets lines apart inside a table cell, so that the row stays one line of text. */
export const LINE_IN_CELL = '\u2028'

interface Row {
  readonly cells: string[]
  /** Text of the open cell, one entry per line. */
  cell: string[] | null
}

/**
 * Builds the text of a flowing document: paragraphs on lines of their own, a table's row on one line with a
 * tab between cells. A row of one cell is a box drawn around paragraphs: its lines stay lines. Tables nest.
 */
export class Lines {
  readonly #lines: string[] = ['']
  readonly #rows: Row[] = []

  add(text: string): void {
    const target = this.#target()
    target[target.length - 1] = (target.at(-1) ?? '') + text
  }

  newLine(): void {
    const target = this.#target()
    if ((target.at(-1) ?? '').trim() !== '') target.push('')
  }

  /** A line that is empty on purpose, between two paragraphs. */
  gap(): void {
    this.newLine()
    if (this.#rows.length === 0) this.#lines.push('')
  }

  /** The last words added before now: what stands above something that is no text. */
  lastLine(): string {
    const cell = this.#rows.at(-1)?.cell ?? []
    const before = [...this.#lines, ...(this.#rows.at(-1)?.cells ?? []), ...cell]
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
    row.cells.push(joinCell(row.cell))
    row.cell = null
  }

  closeRow(): void {
    this.closeCell()
    const row = this.#rows.pop()
    if (row === undefined) return
    const [only] = row.cells
    const lines =
      row.cells.length === 1 && only !== undefined ? only.split(LINE_IN_CELL) : [row.cells.join('\t')]
    for (const line of lines) {
      this.add(line)
      this.newLine()
    }
  }

  text(): string {
    while (this.#rows.length > 0) this.closeRow()
    return this.#lines.join('\n')
  }

  #target(): string[] {
    for (let index = this.#rows.length - 1; index >= 0; index -= 1) {
      const cell = this.#rows[index]?.cell
      if (cell != null) return cell
    }
    return this.#lines
  }
}

function joinCell(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(LINE_IN_CELL)
}
