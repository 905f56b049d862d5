import { cellText, EMPTY_LINE, type Line } from '../../documents/text/page.ts'
import { unprivate } from './glyphs.ts'
import { justifiedLines } from './justified-lines.ts'
import { CELL_GAP, type Placed, type PlacedLine } from './placed.ts'

/** A damaged file's numbers need be none: what has no place is set at the head of the page, and not lost. */
function placedSomewhere(item: Placed): Placed {
  const [x, y, width, height] = [item.x, item.y, item.width, item.height].map((one) =>
    Number.isFinite(one) ? one : 0,
  )
  return { ...item, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height || USUAL_HEIGHT }
}

const USUAL_HEIGHT = 10

interface PlacedCell {
  readonly x: number
  readonly right: number
  readonly text: string
}

const SPACE_GAP = 0.12
/**
 * Baselines nearer than this many heights are one line: labels and their fields seldom align to the point.
 */
const SAME_LINE = 0.5
const PARAGRAPH_GAP = 1.9
/** Points within which two cells start in the same column. */
const SAME_COLUMN = 4

/**
 * The lines of a page in reading order, from where its pieces stand: from top to bottom, what stands apart in
 * cells of its own. A line that starts under another column than the first goes on with the one above.
 */
export function layOut(items: readonly Placed[]): Line[] {
  const output: Line[] = []
  let above: { line: PlacedLine; cells: readonly PlacedCell[] } | null = null
  const lines = linesOf(items.filter((item) => item.text.trim() !== '').map(placedSomewhere))
  const justified = justifiedLines(lines)
  for (const line of lines) {
    const cells = justified.has(line) ? wholeLine(line) : cellsOf(line)
    const gap: number = above === null ? 0 : line.y - above.line.y
    const height: number = above === null ? line.height : Math.max(line.height, above.line.height)
    if (above !== null && gap > PARAGRAPH_GAP * height) output.push(EMPTY_LINE)
    const continues: boolean =
      above !== null && gap < PARAGRAPH_GAP * height && isUnderLaterColumn(cells, above.cells)
    output.push({ cells: cells.map(asCell), continues })
    above = { line, cells: continues && above !== null ? [...above.cells.slice(0, 1), ...cells] : cells }
  }
  return output
}

function asCell({ text, x, right }: PlacedCell): Line['cells'][number] {
  return { lines: unprivate(text).split('\n'), left: Math.round(x), right: Math.round(right) }
}

/**
 * True when most lines are two or more runs of prose side by side: then they are columns of an article, and
 * the order of the file is better than lines that cross them.
 */
export function isProseInColumns(lines: readonly Line[]): boolean {
  const written = lines.filter((line) => line.cells.length > 0)
  const crossed = written.filter(
    (line) => line.cells.filter((cell) => wordCount(cellText(cell)) >= 4).length >= 2,
  )
  return written.length >= 10 && crossed.length > written.length * 0.4
}

function linesOf(items: readonly Placed[]): PlacedLine[] {
  const lines: PlacedLine[] = []
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = nearestLine(lines, item)
    if (line === null) lines.push({ y: item.y, height: item.height, items: [item] })
    else {
      line.items.push(item)
      line.height = Math.max(line.height, item.height)
    }
  }
  return lines.sort((a, b) => a.y - b.y)
}

/** Only the last few lines can be near: items come from top to bottom. */
function nearestLine(lines: readonly PlacedLine[], item: Placed): PlacedLine | null {
  let best: PlacedLine | null = null
  for (const line of lines.slice(-3)) {
    const distance = Math.abs(line.y - item.y)
    if (isNear(line, item, distance) && (best === null || distance < Math.abs(best.y - item.y))) best = line
  }
  return best
}

/** A raised « er » or note mark belongs to the line of the larger letters beside it. */
function isNear(line: PlacedLine, item: Placed, distance: number): boolean {
  const larger = Math.max(line.height, item.height, 4)
  const smaller = Math.max(Math.min(line.height, item.height), 4)
  const [only] = line.items
  const width =
    item.height <= line.height ? item.width : line.items.length === 1 ? (only?.width ?? 0) : larger * 9
  const raised = smaller < larger * 0.8 && width < larger * 1.5
  return distance < SAME_LINE * (raised ? larger : smaller)
}

function cellsOf(line: PlacedLine): PlacedCell[] {
  const cells: PlacedCell[] = []
  let previous: Placed | null = null
  for (const item of line.items.sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1)
    const gap = previous === null ? 0 : item.x - (previous.x + previous.width)
    const height = Math.max(4, Math.min(item.height, previous?.height ?? item.height))
    const apart = previous?.cell === true || item.cell === true || gap > CELL_GAP * height
    const right = item.x + item.width
    if (last === undefined || apart) cells.push({ x: item.x, right, text: item.text.trim() })
    else {
      const text = join(last.text, item.text, gap > SPACE_GAP * height)
      cells[cells.length - 1] = { x: last.x, right, text }
    }
    previous = item
  }
  return cells
}

/** A line whose spaces were drawn wide: one cell. */
function wholeLine(line: PlacedLine): PlacedCell[] {
  const items = [...line.items].sort((a, b) => a.x - b.x)
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined) return []
  const text = items.map((item) => item.text.trim()).join(' ')
  return [{ x: first.x, right: last.x + last.width, text }]
}

function join(left: string, right: string, spaced: boolean): string {
  const space = spaced && !left.endsWith(' ') && !right.startsWith(' ') ? ' ' : ''
  return left + space + right
}

function isUnderLaterColumn(cells: readonly PlacedCell[], above: readonly PlacedCell[]): boolean {
  const [first] = cells
  const [label, ...others] = above
  if (first === undefined || label === undefined || first.x < label.x + 2 * SAME_COLUMN) return false
  return others.some((cell) => Math.abs(cell.x - first.x) <= SAME_COLUMN)
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length
}
