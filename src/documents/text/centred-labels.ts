import { isPlaceholder, labelAt } from './labels.ts'
import type { Line, Page } from './page.ts'

/**
 * A row whose label stands at half the height of an answer of two lines is laid out as three: the first line of the
 * answer with nothing before it, the label, the second line. Here it is a row again.
 */
export function withCentredLabels(page: Page): Page {
  const lines: Line[] = []
  for (let index = 0; index < page.lines.length; index += 1) {
    const centred = centredRow(page.lines.slice(index, index + 3))
    const line = page.lines[index]
    if (centred !== null) index += 2
    if (centred !== null || line !== undefined) lines.push(centred ?? (line as Line))
  }
  return { ...page, lines }
}

function centredRow([above, middle, below]: readonly Line[]): Line | null {
  if (above?.continues !== true || middle?.continues !== false || below?.continues !== false) return null
  const [first, ...besideFirst] = above.cells
  const [label, ...besideLabel] = middle.cells
  const [second, ...besideSecond] = below.cells
  if (first === undefined || label === undefined || second === undefined) return null
  if (besideFirst.length + besideLabel.length + besideSecond.length > 0) return null
  const found = labelAt(label.lines.join(' '))
  const isLabel = found !== null && found.rest === '' && labelAt(second.lines.join(' ')) === null
  if (!isLabel || isPlaceholder(first.lines.join(' '))) return null
  return { cells: [label, { ...first, lines: [...first.lines, ...second.lines] }], continues: false }
}
