import { type Bitmap, WHITE } from './bitmap.ts'
import { middleOf, stepsOf } from './steps.ts'

/** A dot of a leader is smaller, at 150 to 200 dots per inch; the letters of a footer are not. */
const DOT = 6
const INK = 160
/** Dots of one leader stand so near each other, on one line, and are at least so many. */
const DOT_STEP = 24
const DOT_LINE = 3
const DOTS = 6
/**
 * They stand evenly: but for a blot or a dot that noise has eaten, their steps differ by no more than this.
 */
const UNEVEN = 2
const EVEN_SHARE = 0.75

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
  for (const row of rows.filter(isLeader)) for (const dot of row) blank(bitmap, dot)
}

function follows(previous: Dot | undefined, dot: Dot): boolean {
  return previous !== undefined && dot.x - previous.x <= DOT_STEP && Math.abs(dot.y - previous.y) <= DOT_LINE
}

/** Points and accents of a line of text stand anyhow; the dots of a leader are printed at even steps. */
function isLeader(row: readonly Dot[]): boolean {
  if (row.length < DOTS) return false
  const steps = stepsOf(row.map((dot) => dot.x))
  const usual = middleOf(steps)
  const even = steps.filter((step) => Math.abs(step - usual) <= UNEVEN)
  return even.length >= EVEN_SHARE * steps.length
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
