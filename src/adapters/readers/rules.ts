import { type Bitmap, DARK, type Rule, type Rules, type Run, WHITE } from './bitmap.ts'
import { lettersAcross } from './letters-across.ts'
import { BESIDE, bridged, CROSSING, rulesOf, SIDE } from './whole-rules.ts'

/** In pixels at 200 dots per inch: no stroke of a letter is so long. */
const RULE = 60
/** A piece of one, on the row of a longer one or so near to it. */
const PIECE = 14
/** A stem of a letter is longer than its bars. */
const UPRIGHT_PIECE = 40
const REST = 30
/** Pieces of a rule that crossings part, at least. */
const PIECES = 3
/** Noise breaks a rule for so many pixels; more would bridge the stems of letters. */
const GAP = 2
/** A rule is thin: so far to both of its sides the paper is white. */
const CLEAR = 6
/** So far to both sides a rule is whitened: letters may touch it. */
const THICK = 4

/** Whitens horizontal and vertical lines, as tables and boxes have them, and tells where they were. */
export function eraseRules(bitmap: Bitmap): Rules {
  const { width, height } = bitmap
  const rows = Array.from({ length: height }, (_, y) => ({
    start: y * width,
    step: 1,
    count: width,
    across: width,
  }))
  const columns = Array.from({ length: width }, (_, x) => ({
    start: x,
    step: width,
    count: height,
    across: 1,
  }))
  const level = longRuns(
    rows.map((way) => thinRuns(bitmap, way, PIECE)),
    CROSSING,
  )
  const ruled = rulesOf(level)
  const sides = columns.map((way) => thinRuns(bitmap, way, SIDE))
  const upright = longRuns(sides, 0).map((runs, x) => [
    ...runs.filter(([first, last]) => last - first >= UPRIGHT_PIECE),
    ...(sides[x] ?? []).filter((run) => last(run) - run[0] < RULE && joins(ruled, x, run)),
  ])
  const uprights = bridged(rulesOf(upright))
  const letters = lettersAcross(bitmap, ruled, uprights)
  erase(bitmap, rows, level)
  erase(bitmap, columns, upright)
  for (const rule of uprights) eraseRests(bitmap, columns, rule)
  letters.putBack()
  eraseCrossings(bitmap, ruled, uprights)
  return { rows: ruled, uprights }
}

function last(run: Run): number {
  return run[1]
}

/** Long runs; and, on their row or just beside, the pieces that noise has broken off. */
function longRuns(runs: readonly (readonly Run[])[], crossing: number): (readonly Run[])[] {
  const ruled = runs.map((one) => longest(one, crossing) >= RULE)
  return runs.map((one, index) =>
    ruled.slice(Math.max(0, index - BESIDE), index + BESIDE + 1).includes(true) ? one : [],
  )
}

/**
 * The sides of small boxes break what is above and below them into short pieces: three of them are a long
 * run.
 */
function longest(runs: readonly Run[], crossing: number): number {
  let found = 0
  let [start, pieces, end] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const [first, last] of runs) {
    const goesOn = crossing > 0 && first - end <= crossing + CLEAR
    start = goesOn ? start : first
    pieces = goesOn ? pieces + 1 : 1
    end = last
    found = Math.max(found, last - first, pieces >= PIECES && end - start >= 2 * RULE ? end - start : 0)
  }
  return found
}

/**
 * The side of a box may be as short as a stem of a letter: it goes from one rule to another, though noise has
 * eaten the ends of both.
 */
function joins(rows: readonly Rule[], x: number, [top, bottom]: Run): boolean {
  const meets = (y: number): boolean =>
    rows.some((rule) => Math.abs(rule.at - y) <= BESIDE && reaches(rule, x, RULE))
  return meets(top) && meets(bottom)
}

function erase(to: Bitmap, ways: readonly Way[], runs: readonly (readonly Run[])[]): void {
  ways.forEach((way, index) => {
    for (const [from, until] of runs[index] ?? []) whiten(to, way, from, until)
  })
}

/**
 * What stands alone of a rule above or below letters that are printed across it; the stems of these are
 * shorter.
 */
function eraseRests(bitmap: Bitmap, columns: readonly Way[], { at, first, last }: Rule): void {
  for (const way of columns.slice(Math.max(0, at - BESIDE), at + BESIDE + 1)) {
    for (const [from, until] of thinRuns(bitmap, way, REST))
      if (from >= first && until <= last) whiten(bitmap, way, from, until)
  }
}

/** Where rules cross, neither is thin: what is left of them looks like a sign. */
function eraseCrossings(
  { pixels, width, height }: Bitmap,
  rows: readonly Rule[],
  uprights: readonly Rule[],
): void {
  for (const row of rows) {
    for (const { at, first, last } of uprights) {
      if (!reaches(row, at) || !reaches({ first, last }, row.at)) continue
      for (let y = Math.max(0, row.at - CLEAR); y <= Math.min(height - 1, row.at + CLEAR); y += 1)
        pixels.fill(WHITE, y * width + Math.max(0, at - CLEAR), y * width + Math.min(width, at + CLEAR + 1))
    }
  }
}

function reaches({ first, last }: Omit<Rule, 'at'>, at: number, slack = CROSSING): boolean {
  return first - slack <= at && at <= last + slack
}

interface Way {
  readonly start: number
  readonly step: number
  readonly count: number
  /** From a pixel to its neighbour beside the line. */
  readonly across: number
}

/** The thin dark runs of a row or column that may be pieces of a rule: where each begins and ends. */
function thinRuns(from: Bitmap, way: Way, piece: number): Run[] {
  const runs: Run[] = []
  let first = -1
  let last = -1
  for (let index = 0; index <= way.count; index += 1) {
    if (index < way.count && isThin(from, way.start + index * way.step, way.across)) {
      if (first === -1) first = index
      last = index
    } else if (first !== -1 && (index - last > GAP || index === way.count)) {
      if (last - first >= piece) runs.push([first, last])
      first = -1
    }
  }
  return runs
}

/** Dark here or just beside, and white a little further on both sides. */
function isThin({ pixels }: Bitmap, at: number, across: number): boolean {
  // Written out: this is asked of each pixel of a page, twice.
  const isDark =
    (pixels[at] ?? WHITE) < DARK ||
    (pixels[at + across] ?? WHITE) < DARK ||
    (pixels[at - across] ?? WHITE) < DARK
  if (!isDark) return false
  return (pixels[at + CLEAR * across] ?? WHITE) >= DARK && (pixels[at - CLEAR * across] ?? WHITE) >= DARK
}

function whiten(to: Bitmap, way: Way, first: number, last: number): void {
  for (let index = first; index <= last; index += 1) {
    const at = way.start + index * way.step
    for (let side = -THICK; side <= THICK; side += 1) to.pixels[at + side * way.across] = WHITE
  }
}
