import { type Bitmap, type Rule, type Rules, WHITE } from './bitmap.ts'
import { middleOf, stepsOf } from './steps.ts'

/** So many boxes of one size side by side are a comb, for a sign each. */
const BOXES = 5
/** In pixels at 200 dots per inch. */
const NARROWEST = 16
const SAME = 4
/** So many sides behind one another may be lost to noise. */
const UNSEEN = 2
/** Wider than high by more than this share, a box is a cell of words. */
const BROADEST = 1.6
const INK = 170
/** Between the signs of a word, and for a box that was left empty. */
const LETTER_GAP = 3
const SPACE = 14
/** The sign of a box stands clear of its sides. */
const MARGIN = 3

interface Comb {
  readonly top: number
  readonly bottom: number
  /** Where its boxes begin and end. */
  readonly sides: readonly number[]
}

/**
 * Sets the signs of combs close together: one by one, recognition takes them for anything. Gives the rules
 * that are left.
 */
export function closeCombs(bitmap: Bitmap, { rows, uprights }: Rules): Rules {
  const used = new Set<Rule>()
  const left = [...uprights].sort((a, b) => a.first - b.first)
  for (const one of left) {
    if (used.has(one)) continue
    const beside = left.filter((other) => !used.has(other) && hasHeight(other, one))
    for (const comb of combsOf(beside)) {
      close(bitmap, comb)
      for (const rule of beside) if (isSideOf(comb, rule)) used.add(rule)
    }
  }
  return { rows, uprights: uprights.filter((rule) => !used.has(rule)) }
}

function isSideOf({ sides }: Comb, { at }: Rule): boolean {
  return at >= (sides[0] ?? 0) - SAME && at <= (sides.at(-1) ?? 0) + 2 * SAME
}

function hasHeight(other: Rule, one: Rule): boolean {
  return Math.abs(other.first - one.first) <= 2 * SAME && Math.abs(other.last - one.last) <= 2 * SAME
}

/** Runs of sides that stand at even steps, about as far apart as they are high. */
function combsOf(sides: readonly Rule[]): Comb[] {
  const [first] = sides
  if (first === undefined) return []
  const height = first.last - first.first
  const columns = [...new Set(sides.map((side) => side.at))].sort((a, b) => a - b)
  const apart = columns.filter((at, index) => index === 0 || at - (columns[index - 1] ?? 0) > 2 * SAME)
  const usual = middleOf(stepsOf(apart))
  if (usual < NARROWEST || usual > BROADEST * height) return []
  const runs: number[][] = []
  for (const at of apart) {
    const run = runs.at(-1)
    const before = run?.at(-1) ?? 0
    const steps = Math.round((at - before) / usual)
    const fits = steps >= 1 && steps <= UNSEEN + 1 && Math.abs(at - before - steps * usual) <= SAME * steps
    if (run === undefined || !fits) runs.push([at])
    else
      for (let step = 1; step <= steps; step += 1)
        run.push(Math.round(before + ((at - before) * step) / steps))
  }
  return runs
    .filter((run) => run.length > BOXES)
    .map((run) => ({ top: first.first, bottom: first.last, sides: run }))
}

function close({ pixels, width }: Bitmap, { top, bottom, sides }: Comb): void {
  const [start = 0] = sides
  const end = sides.at(-1) ?? start
  const before = Uint8Array.from(pixels.subarray(top * width, (bottom + 1) * width))
  for (let y = top; y <= bottom; y += 1) pixels.fill(WHITE, y * width + start, y * width + end + 1)
  let to = start + MARGIN
  for (let box = 1; box < sides.length; box += 1) {
    const ink = inkOf(before, width, (sides[box - 1] ?? 0) + MARGIN, (sides[box] ?? 0) - MARGIN)
    if (ink === null) {
      to += SPACE
      continue
    }
    for (let y = MARGIN; y <= bottom - top - MARGIN; y += 1) {
      const from = y * width
      pixels.set(before.subarray(from + ink.first, from + ink.last + 1), top * width + from + to)
    }
    to += ink.last - ink.first + 1 + LETTER_GAP
  }
}

/** The columns of pixels in which a box is written on. */
function inkOf(
  strip: Uint8Array,
  width: number,
  left: number,
  right: number,
): { first: number; last: number } | null {
  const rows = strip.length / width
  let [first, last] = [-1, -1]
  for (let x = left; x <= right; x += 1) {
    let dark = 0
    for (let y = MARGIN; y < rows - MARGIN; y += 1) if ((strip[y * width + x] ?? WHITE) < INK) dark += 1
    if (dark < 2) continue
    if (first === -1) first = x
    last = x
  }
  return first === -1 ? null : { first: first - 1, last: last + 1 }
}
