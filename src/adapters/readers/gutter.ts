import { type Bitmap, type Rules, WHITE } from './bitmap.ts'

/** Ink is looked for in tiles, in pixels at 200 dots per inch. */
const TILE_WIDTH = 8
const TILE_HEIGHT = 2
const INK = 160
/** A gap between columns is wider than any between words, in tiles, and passes several lines. */
const GUTTER = 4
const LONGEST_LINE = 60
/** Lines side by side whose middles differ by so many tiles do not belong to one row. */
const ASTRIDE = 4
const LINE = 4
/** White above what was moved. */
const APART = 40

/** What was moved below its page to be recognised by itself: from which row on, and how far down. */
export interface Moved {
  readonly from: number
  readonly down: number
}

interface Ink {
  readonly columns: number
  readonly rows: number
  /** For each row of tiles how many with ink stand left of a column. */
  readonly before: Uint16Array
}

interface Gutter {
  readonly column: number
  readonly top: number
  readonly bottom: number
  readonly astride: number
}

/**
 * Two columns whose lines stand at different heights are no rows, but recognition takes them for rows and
 * misreads both. The right one is moved below the page; its words are put back by their place afterwards.
 * Where a rule passes both they are the cells of a table.
 */
export function withColumnBelow(
  bitmap: Bitmap,
  { rows }: Pick<Rules, 'rows'>,
): { readonly bitmap: Bitmap; readonly moved: Moved | null } {
  const gutter = gutterOf(inkOf(bitmap, rows))
  if (gutter === null) return { bitmap, moved: null }
  const { width, height } = bitmap
  const left = (gutter.column + GUTTER / 2) * TILE_WIDTH
  const [top, bottom] = [gutter.top * TILE_HEIGHT, gutter.bottom * TILE_HEIGHT]
  const down = height + APART - top
  const pixels = new Uint8Array(width * (bottom + down + APART)).fill(WHITE)
  pixels.set(bitmap.pixels)
  for (let y = top; y < bottom; y += 1) {
    const row = pixels.subarray(y * width + left, (y + 1) * width)
    pixels.set(row, (y + down) * width + left)
    row.fill(WHITE)
  }
  return { bitmap: { pixels, width, height: bottom + down + APART }, moved: { from: height, down } }
}

function inkOf({ pixels, width, height }: Bitmap, ruled: Rules['rows']): Ink {
  const [columns, rows] = [Math.floor(width / TILE_WIDTH), Math.floor(height / TILE_HEIGHT)]
  const before = new Uint16Array(rows * (columns + 1))
  const rules = Map.groupBy(ruled, (rule) => Math.floor(rule.at / TILE_HEIGHT))
  for (let row = 0; row < rows; row += 1) {
    const here = rules.get(row) ?? []
    for (let column = 0; column < columns; column += 1) {
      const at = row * (columns + 1) + column
      before[at + 1] =
        (before[at] ?? 0) + (isRuled(here, column) || hasInk(pixels, width, row, column) ? 1 : 0)
    }
  }
  return { columns, rows, before }
}

/** A rule was erased, and parts what is above it from what is below. */
function isRuled(rules: Rules['rows'], column: number): boolean {
  return rules.some(({ first, last }) => first <= column * TILE_WIDTH && column * TILE_WIDTH <= last)
}

function hasInk(pixels: Uint8Array, width: number, row: number, column: number): boolean {
  for (let y = row * TILE_HEIGHT; y < (row + 1) * TILE_HEIGHT; y += 1) {
    const start = y * width + column * TILE_WIDTH
    for (let at = start; at < start + TILE_WIDTH; at += 1) if ((pixels[at] ?? WHITE) < INK) return true
  }
  return false
}

/** The gap in the middle of a page beside which most lines stand astride; of equal ones the longest. */
function gutterOf(ink: Ink): Gutter | null {
  let best: Gutter | null = null
  for (let column = Math.floor(ink.columns / 4); column < (3 * ink.columns) / 4; column += 1) {
    for (const run of blankRuns(ink, column)) {
      const [top, bottom] = betweenLines(ink, run)
      const left = linesOf(ink, 0, column, top, bottom)
      const right = linesOf(ink, column + GUTTER, ink.columns, top, bottom)
      const astride = right.filter((line) => left.some((other) => isAstride(line, other))).length
      const found = { column, top, bottom, astride }
      if (astride > 0 && (best === null || isBetter(found, best))) best = found
    }
  }
  return best
}

function isBetter(one: Gutter, other: Gutter): boolean {
  const longer = one.bottom - one.top - (other.bottom - other.top)
  return one.astride > other.astride || (one.astride === other.astride && longer > 0)
}

/** A gap may begin or end at half the height of a line: such lines stay as they are. */
function betweenLines(ink: Ink, [top, bottom]: Span): Span {
  const printed = (row: number): boolean => inked(ink, row, 0, ink.columns)
  let [first, end] = [top, bottom]
  if (first > 0) while (first < end && printed(first)) first += 1
  if (end < ink.rows) while (end > first && printed(end - 1)) end -= 1
  return [first, end]
}

type Span = readonly [top: number, bottom: number]

function inked({ columns, before }: Ink, row: number, from: number, to: number): boolean {
  const start = row * (columns + 1)
  return before[start + to] !== before[start + from]
}

/** From where to where nothing is printed on a column of tiles and those beside it. */
function blankRuns(ink: Ink, column: number): Span[] {
  return spans(0, ink.rows, (row) => !inked(ink, row, column, column + GUTTER)).filter(
    ([top, bottom]) => bottom - top >= LONGEST_LINE,
  )
}

function linesOf(ink: Ink, from: number, to: number, top: number, bottom: number): Span[] {
  return spans(top, bottom, (row) => inked(ink, row, from, to)).filter(([first, end]) => end - first >= LINE)
}

function spans(top: number, bottom: number, belongs: (row: number) => boolean): Span[] {
  const found: Span[] = []
  let start = -1
  for (let row = top; row <= bottom; row += 1) {
    const inside = row < bottom && belongs(row)
    if (inside && start === -1) start = row
    if (!inside && start !== -1) {
      found.push([start, row])
      start = -1
    }
  }
  return found
}

/** Side by side in part, and not on one line. */
function isAstride([top, bottom]: Span, [otherTop, otherBottom]: Span): boolean {
  const overlaps = top < otherBottom && otherTop < bottom
  return overlaps && Math.abs(top + bottom - otherTop - otherBottom) / 2 > ASTRIDE
}
