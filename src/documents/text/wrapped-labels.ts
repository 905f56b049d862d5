import { fold } from '../../base/folding.ts'
import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'

/** So far apart, in points or pixels, two lines of a label may begin. */
const SLACK = 3
/** The other column may put so many lines between them. */
const NEAR = 2

/**
 * A label that had no room on its line: « Prénom et nom de la personne » over « responsable : Loïc Le Goff ».
 * Here it is one line, and what stands below is gone.
 */
export function withWrappedLabels(lines: readonly Line[]): readonly Line[] {
  const joined = [...lines]
  for (const [index, line] of joined.entries())
    for (const [column, cell] of line.cells.entries()) {
      const below = mayGoOn(cell) ? under(joined, index, cell) : null
      if (below === null) continue
      const whole = { ...cell, lines: [`${cellText(cell)} ${cellText(below.cell)}`] }
      joined[index] = { ...line, cells: line.cells.with(column, whole) }
      const rest = joined[below.at]
      if (rest !== undefined)
        joined[below.at] = { ...rest, cells: rest.cells.filter((one) => one !== below.cell) }
      break
    }
  return joined
}

/**
 * The same within one cell of a table: « Personne habilitée à engager la » over « structure : », beside one
 * name. Two questions in one cell have two lines of answers; of one answer both lines are its label.
 */
export function withLabelsOfCells(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell, column) => {
      const answer = line.cells[column + 1]
      return answer?.lines.length === 1 && isLabelOverLines(cell)
        ? { ...cell, lines: [cellText(cell)] }
        : cell
    }),
  }))
}

function isLabelOverLines({ lines }: Cell): boolean {
  const [first = '', ...others] = lines
  if (others.length === 0 || first.includes(':')) return false
  const whole = labelAt(lines.join(' '))
  return whole !== null && whole.rest === '' && whole.label.length > first.length
}

function mayGoOn(cell: Cell): boolean {
  const text = cellText(cell)
  return cell.left !== undefined && text.length <= 80 && /^[^:\d]{4,}$/u.test(text)
}

/** The cell below that ends the label, if both make one that neither is. */
function under(lines: readonly Line[], index: number, cell: Cell): { at: number; cell: Cell } | null {
  for (let at = index + 1; at <= index + NEAR; at += 1) {
    const cells = lines[at]?.cells ?? []
    const below = cells.find((one) => Math.abs((one.left ?? Number.NaN) - (cell.left ?? 0)) <= SLACK)
    if (below !== undefined) return isOneLabel(cellText(cell), cellText(below)) ? { at, cell: below } : null
    if (cells.length === 0) return null
  }
  return null
}

function isOneLabel(first: string, second: string): boolean {
  const whole = labelAt(`${first} ${second}`)
  if (whole === null || !whole.separated || whole.label.length <= first.length) return false
  return hangs(first) || labelAt(second)?.separated !== true
}

/** A label that ends with a small word is not at its end. */
export function hangs(text: string): boolean {
  return /(?:[,/(-]|(?<![a-z])(?:de|du|des|d'|la|le|l'|les|et|ou|au|aux|en|a|par|pour|un|une|sur))$/u.test(
    fold(text),
  )
}
