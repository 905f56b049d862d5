import { CELL_GAP, type Placed, type PlacedLine } from './placed.ts'

/**
 * Points or pixels within which two lines begin or end at the same margin, and two cells in the same column.
 */
const SAME_MARGIN = 3
const SAME_COLUMN = 4
/** Neighbours that are looked at, above and below. */
const NEAR = 2
/** Gaps that differ less than this share of the widest were made even by justifying. */
const EVEN = 0.3

interface Measured {
  readonly line: PlacedLine
  readonly items: readonly Placed[]
  readonly left: number
  readonly right: number
  /** Gaps that would set cells apart. */
  readonly wide: readonly { readonly width: number; readonly start: number }[]
  readonly gaps: readonly number[]
}

/**
 * Lines whose words stand far apart because they are drawn out to both margins (the last before a forced
 * break is the worst of them). Columns repeat: what begins behind a gap in one line begins at the same place
 * in the next. Gaps of justifying do not, are even, and their line ends at the margin of running text beside
 * it; a line of a form that is drawn out by itself has the very same gap between words of any length.
 */
export function justifiedLines(lines: readonly PlacedLine[]): ReadonlySet<PlacedLine> {
  const measured = lines.map(measure)
  const drawnOut = new Set(measured.filter(isDrawnOut))
  const found = measured.filter((one, index) => {
    if (one.wide.length === 0 || one.items.some((item) => item.cell === true)) return false
    const near = [
      ...measured.slice(Math.max(0, index - NEAR), index),
      ...measured.slice(index + 1, index + 1 + NEAR),
    ]
    const columns = near.filter((other) => !drawnOut.has(other))
    if (drawnOut.has(one) && (one.gaps.length > 2 || !hasColumns(one, columns))) return true
    return !hasColumns(one, near) && isEven(one) && near.some((other) => isTextBetween(one, other))
  })
  return new Set(found.map((one) => one.line))
}

function measure(line: PlacedLine): Measured {
  const items = [...line.items].sort((a, b) => a.x - b.x)
  const gaps: number[] = []
  const wide: { width: number; start: number }[] = []
  for (let index = 1; index < items.length; index += 1) {
    const [before, item] = [items[index - 1], items[index]]
    if (before === undefined || item === undefined) continue
    const gap = item.x - (before.x + before.width)
    gaps.push(gap)
    if (gap > CELL_GAP * Math.max(4, Math.min(item.height, before.height)))
      wide.push({ width: gap, start: item.x })
  }
  const last = items.at(-1)
  return { line, items, left: items[0]?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0), wide, gaps }
}

function hasColumns(one: Measured, near: readonly Measured[]): boolean {
  return near.some((other) =>
    other.wide.some(({ start }) => one.wide.some((gap) => Math.abs(gap.start - start) <= SAME_COLUMN)),
  )
}

/** All gaps of a justified line are wide; in a form one is, between label and answer. */
function isEven({ wide, gaps }: Measured): boolean {
  const widest = Math.max(...wide.map((gap) => gap.width))
  const spaces = gaps.filter((gap) => gap > 0.5)
  return spaces.every((gap) => gap >= widest * (1 - EVEN))
}

/**
 * The same gap behind each word, whatever its length: columns begin at the same places, and leave more behind
 * a short word. Boxes for one sign each are neither.
 */
function isDrawnOut({ items, gaps, wide }: Measured): boolean {
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  const widths = items.map(({ width }) => width)
  const differ = Math.max(...widths) >= LONGER * Math.min(...widths)
  const signs = items.filter(({ text }) => text.trim().length === 1).length
  return (
    gaps.length > 1 &&
    wide.length === gaps.length &&
    most - least <= SAME_GAP &&
    differ &&
    2 * signs < items.length
  )
}

/** Points by which gaps differ that are the same, for rounding; widths of which one is another's double. */
const SAME_GAP = 0.5
const LONGER = 1.8

/** Both margins are those of a line of running text without a gap. */
function isTextBetween(one: Measured, other: Measured): boolean {
  const text = other.items.map((item) => item.text).join(' ')
  const isText = other.wide.length === 0 && text.split(/\s+/).length >= 5
  return (
    isText &&
    Math.abs(one.left - other.left) <= SAME_MARGIN &&
    Math.abs(one.right - other.right) <= SAME_MARGIN
  )
}
