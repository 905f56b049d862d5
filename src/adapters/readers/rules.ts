/** Grey pixels, a byte each, row by row. */
export interface Bitmap {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Paler than letters: what a scanner makes of a hairline. */
const DARK = 200
const WHITE = 255
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

/** A dot of a leader, at 200 dots per inch. */
const DOT = 8
const INK = 160
/** Dots of one leader stand so near each other, on one line, and are at least so many. */
const DOT_STEP = 24
const DOT_LINE = 4
const DOTS = 6

interface Dot {
  readonly x: number
  readonly y: number
}

/** Whitens rows of dots: what they lead to then stands apart, as in the next cell. */
export function eraseLeaders(bitmap: Bitmap): void {
  const dots = dotsOf(bitmap).sort((a, b) => a.x - b.x)
  const rows: Dot[][] = []
  for (const dot of dots) {
    const row = rows.findLast((one) => follows(one.at(-1), dot))
    if (row === undefined) rows.push([dot])
    else row.push(dot)
  }
  for (const row of rows.filter((one) => one.length >= DOTS)) for (const dot of row) blank(bitmap, dot)
}

function follows(previous: Dot | undefined, dot: Dot): boolean {
  return previous !== undefined && dot.x - previous.x <= DOT_STEP && Math.abs(dot.y - previous.y) <= DOT_LINE
}

function blank({ pixels, width }: Bitmap, { x, y }: Dot): void {
  const half = DOT / 2 + 1
  for (let row = y - half; row <= y + half; row += 1) {
    pixels.fill(WHITE, Math.max(0, row * width + x - half), Math.max(0, row * width + x + half + 1))
  }
}

/** The middles of dark spots with white all around them, no larger than a dot. */
function dotsOf({ pixels, width, height }: Bitmap): Dot[] {
  const dots: Dot[] = []
  const seen = new Uint8Array(pixels.length)
  for (let y = DOT; y < height - DOT; y += 1) {
    for (let x = DOT; x < width - DOT; x += 1) {
      const at = y * width + x
      if (seen[at] === 1 || (pixels[at] ?? WHITE) >= INK) continue
      const spot = spotAt(pixels, width, at, seen)
      if (spot !== null) dots.push(spot)
    }
  }
  return dots
}

/** The dark spot that a pixel belongs to; null when it is larger than a dot. Marks what it looked at. */
function spotAt(pixels: Uint8Array, width: number, start: number, seen: Uint8Array): Dot | null {
  const open = [start]
  seen[start] = 1
  let [left, right, top, bottom] = [width, 0, Number.MAX_SAFE_INTEGER, 0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width
    const y = Math.floor(at / width)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    for (const near of [at - 1, at + 1, at - width, at + width]) {
      if (near < 0 || seen[near] === 1 || (pixels[near] ?? WHITE) >= INK) continue
      seen[near] = 1
      open.push(near)
    }
  }
  if (right - left >= DOT || bottom - top >= DOT) return null
  return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) }
}
