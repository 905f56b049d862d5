import { WEIGHTS } from '../../knowledge/weights.ts'
import { isPlaceholder, labelAt } from '../text/labels.ts'
import { cellText } from '../text/page.ts'
import type { PageLine } from '../text/page-lines.ts'
import { type Answer, answered, base, fits } from './answer.ts'

/**
 * « LA STRUCTURE | SON REPRÉSENTANT » over « Nom | Prénom »: headings of columns side by side. What stands
 * below each is a label, so that none of them answers another.
 */
export function isRowOfHeadings(line: PageLine, next: PageLine | undefined): boolean {
  if (next === undefined || line.cells.length < 2 || next.cells.length < line.cells.length) return false
  const headings = line.cells.map(cellText)
  if (headings.some((text) => /[\d:@]/.test(text) || text.split(' ').length > HEADING_WORDS)) return false
  const labels = headings.map(labelAt)
  const areLabels = labels.every((label) => label !== null && label.rest === '')
  const inCapitals =
    headings.every((text) => text === text.toUpperCase()) && labels.some((label) => label !== null)
  if (!areLabels && !inCapitals) return false
  const below = next.cells.map((cell) => labelAt(cellText(cell)))
  const [first, ...others] = below
  // « Qualité | Présidente » is a row of label and value, though « Présidente » may be a label elsewhere.
  if (first != null && others.length > 0 && fits(first.kind, cellText(next.cells[1] ?? { lines: [''] })))
    return false
  return below.every((label) => label !== null && (label.rest === '' || label.separated))
}

const HEADING_WORDS = 6

/** A row of labels over a row of values: a table with headings. Null when the row is not that. */
export function headerAnswers(line: PageLine, next: PageLine | undefined): Answer[] | null {
  if (next === undefined || line.cells.length < 2 || next.cells.length !== line.cells.length) return null
  const labels = line.cells.map((cell) => labelAt(cellText(cell)))
  if (!labels.every((label) => label !== null && label.rest === '')) return null
  // « Qualité | Présidente » is a row of label and value, though « Présidente » may be a label elsewhere.
  const [first, second] = labels
  if (first != null && second !== undefined && fits(first.kind, textAt(line, 1))) return null
  const alike = next.cells.map((cell) => labelAt(cellText(cell))?.rest === '')
  if (alike[0] === true || alike.filter(Boolean).length > next.cells.length / 2) return null
  return labels.flatMap((label, column) => {
    const cell = next.cells[column]
    if (label === null || cell === undefined || isPlaceholder(cellText(cell))) return []
    return [answered(base(label, line.page), cell.lines, WEIGHTS.fields.headed)]
  })
}

function textAt({ cells }: PageLine, column: number): string {
  const cell = cells[column]
  return cell === undefined ? '' : cellText(cell)
}
