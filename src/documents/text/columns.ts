import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'

const HEADING_WORDS = 6

/**
 * « LA STRUCTURE | LE SIGNATAIRE » over « Nom | Toile | Nom | Petit »: two forms side by side. Here they
 * stand one below the other, and what both call « Nom » says whose.
 */
export function withColumnsApart(lines: readonly Line[]): Line[] {
  const apart: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) continue
    const headings = headingsOf(line)
    const rows = headings.length < 2 ? [] : pairsBelow(lines.slice(index + 1), headings.length)
    if (rows.length === 0) apart.push(line)
    else apart.push(...headings.flatMap((heading, column) => oneColumn(heading, column, rows)))
    index += rows.length
  }
  return apart
}

function headingsOf({ cells }: Line): Cell[] {
  const headings = cells.filter((cell) => cellText(cell).trim() !== '')
  const isHeading = (text: string): boolean =>
    !/[\d:@]/.test(text) && text.split(' ').length <= HEADING_WORDS && labelAt(text)?.rest === ''
  return headings.every((cell) => isHeading(cellText(cell))) ? headings : []
}

/** Rows of a label and its answer for each heading. */
function pairsBelow(lines: readonly Line[], columns: number): readonly Line[] {
  const end = lines.findIndex(({ cells }) => cells.length !== 2 * columns || !cells.every(isInPlace))
  return end === -1 ? lines : lines.slice(0, end)
}

function isInPlace(cell: Cell, index: number): boolean {
  return index % 2 === 1 || labelAt(cellText(cell))?.rest === ''
}

function oneColumn(heading: Cell, column: number, rows: readonly Line[]): Line[] {
  const pairs = rows.map(({ cells: row }): Line => {
    const [label, ...answer] = row.slice(2 * column, 2 * column + 2)
    return { cells: label === undefined ? [] : [saidOf(label, heading), ...answer], continues: false }
  })
  return [{ cells: [heading], continues: false }, { cells: [], continues: false }, ...pairs]
}

/** « Nom » under « LE SIGNATAIRE » is « Nom LE SIGNATAIRE », where that is a label. */
function saidOf(label: Cell, heading: Cell): Cell {
  const whole = `${cellText(label)} ${cellText(heading)}`
  const isBare = labelAt(cellText(label))?.kind === 'last_name'
  return isBare && labelAt(whole)?.rest === '' ? { ...label, lines: [whole] } : label
}
