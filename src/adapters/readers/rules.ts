/** Grey pixels, a byte each, row by row. */
export interface Bitmap {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Paler than letters: what a scanner makes of a hairline. */
const DARK = 200
export const WHITE = 255
/** In pixels at 200 dots per inch: no stroke of a letter is so long. */
const RULE = 60
/** A piece of one, on the row of a longer one or so near to it. */
const PIECE = 14
/** A stem of a letter is longer than its bars. */
const UPRIGHT_PIECE = 40
const BESIDE = 4
/** Noise breaks a rule for so many pixels; more would bridge the stems of letters. */
const GAP = 2
/** A rule is thin: so far to both of its sides the paper is white. */
const CLEAR = 6

/** Whitens horizontal and vertical lines, as tables and boxes have them. */
export function eraseRules(bitmap: Bitmap): void {
  const { width, height } = bitmap
  const before = { ...bitmap, pixels: bitmap.pixels.slice() }
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
  eraseAlong(before, bitmap, rows, PIECE)
  eraseAlong(before, bitmap, columns, UPRIGHT_PIECE)
}

/** Long runs go; and, on their row or just beside, the pieces that noise has broken off. */
function eraseAlong(from: Bitmap, to: Bitmap, ways: readonly Way[], piece: number): void {
  const runs = ways.map((way) => thinRuns(from, way, piece))
  const ruled = runs.map((one) => one.some(([first, last]) => last - first >= RULE))
  ways.forEach((way, index) => {
    if (!ruled.slice(Math.max(0, index - BESIDE), index + BESIDE + 1).includes(true)) return
    for (const [first, last] of runs[index] ?? []) whiten(to, way, first, last)
  })
}

interface Way {
  readonly start: number
  readonly step: number
  readonly count: number
  /** From a pixel to its neighbour beside the line. */
  readonly across: number
}

/** The thin dark runs of a row or column that may be pieces of a rule: where each begins and ends. */
function thinRuns(from: Bitmap, way: Way, piece: number): (readonly [first: number, last: number])[] {
  const runs: (readonly [number, number])[] = []
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
  const dark = (side: number): boolean => (pixels[at + side * across] ?? WHITE) < DARK
  return (dark(0) || dark(1) || dark(-1)) && !dark(CLEAR) && !dark(-CLEAR)
}

function whiten(to: Bitmap, way: Way, first: number, last: number): void {
  for (let index = first; index <= last; index += 1) {
    const at = way.start + index * way.step
    for (let side = 1 - CLEAR; side < CLEAR; side += 1) to.pixels[at + side * way.across] = WHITE
  }
}
