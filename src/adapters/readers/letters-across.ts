import { type Bitmap, DARK, type Rule, WHITE } from './bitmap.ts'
import { middleOf } from './steps.ts'

/** In pixels at 200 dots per inch: a shorter rule is the side of a box, and nothing is written across it. */
const SIDE_OF_A_TABLE = 60
/**
 * So far beside its middle a rule may stand; no stroke of a letter is so wide, and a rule that crosses is
 * wider.
 */
const BESIDE = 4
const WIDEST_STROKE = 40
/** By so much a stroke is wider than the rule, or darker, that it is told from it. */
const WIDER = 2
const DARKER = 50
/** So near to a rule that crosses, both are one blot. */
const CROSSING = 8
/** So far beside a rule letters lose ink with it. */
const REACH = 8

/** The ink of one row of pixels where a rule passes. */
interface Ink {
  readonly y: number
  readonly left: number
  readonly right: number
  readonly darkest: number
  /** Dark pixels beside it, of other strokes. */
  readonly beside: readonly number[]
}

/** Ink of letters on an upright rule, kept while the rule is erased. */
export interface LettersAcross {
  /** Puts back what was erased of them, and takes away what is left of the rule between them. */
  putBack(): void
}

/**
 * What runs over the side of its cell is written through by a rule, which looks like a letter there, and
 * takes letters with it when it is erased. A rule is thinner and paler than letters are: that tells them
 * apart, row by row.
 */
export function lettersAcross(
  bitmap: Bitmap,
  rows: readonly Rule[],
  uprights: readonly Rule[],
): LettersAcross {
  const passed = uprights
    .filter(({ first, last }) => last - first >= SIDE_OF_A_TABLE)
    .map((rule) => strokesOn(bitmap, rows, rule))
  return {
    putBack: () => {
      for (const { kept, rests } of passed) {
        for (const { y, left, right } of rests)
          bitmap.pixels.fill(WHITE, y * bitmap.width + left - 1, y * bitmap.width + right + 2)
        for (const { at, values } of kept) bitmap.pixels.set(values, at)
      }
    },
  }
}

interface Kept {
  readonly at: number
  readonly values: Uint8Array
}

interface Strokes {
  readonly kept: readonly Kept[]
  readonly rests: readonly Ink[]
}

function strokesOn(bitmap: Bitmap, rows: readonly Rule[], rule: Rule): Strokes {
  const ink = inkOn(bitmap, rule).filter(({ y }) => !isCrossed(rows, rule, y))
  const usual = middleOf(ink.map(({ left, right }) => right - left))
  const shade = middleOf(ink.map(({ darkest }) => darkest))
  const isStroke = ({ left, right, darkest }: Ink): boolean =>
    right - left > usual + WIDER || darkest < shade - DARKER
  const copy = (y: number, left: number, right: number): Kept => {
    const at = y * bitmap.width + left
    // A Buffer's slice is no copy.
    return { at, values: Uint8Array.from(bitmap.pixels.subarray(at, at + right - left + 1)) }
  }
  const strokes = ink.filter(isStroke).map(({ y, left, right }) => copy(y, left, right))
  const beside = ink.flatMap((one) => one.beside.map((x) => copy(one.y, x, x)))
  const kept = [...strokes, ...beside]
  return { kept, rests: kept.length === 0 ? [] : ink.filter((one) => !isStroke(one)) }
}

function isCrossed(rows: readonly Rule[], { at }: Rule, y: number): boolean {
  return rows.some(
    (row) => Math.abs(row.at - y) <= CROSSING && row.first - CROSSING <= at && at <= row.last + CROSSING,
  )
}

/** The ink at a rule's place, row by row; none where another rule crosses or nothing stands. */
function inkOn({ pixels, width }: Bitmap, { at, first, last }: Rule): Ink[] {
  const found: Ink[] = []
  for (let y = first; y <= last; y += 1) {
    const shade = (x: number): number => (x < 0 || x >= width ? WHITE : (pixels[y * width + x] ?? WHITE))
    const start = darkNear(shade, at)
    if (start === null) continue
    let [left, right] = [start, start]
    while (shade(left - 1) < DARK && right - left <= WIDEST_STROKE) left -= 1
    while (shade(right + 1) < DARK && right - left <= WIDEST_STROKE) right += 1
    if (right - left > WIDEST_STROKE) continue
    const near = Array.from({ length: 2 * REACH + 1 }, (_, index) => at - REACH + index)
    const own = near.filter((x) => x >= left && x <= right && Math.abs(x - at) <= BESIDE)
    const beside = near.filter((x) => (x < left - 1 || x > right + 1) && shade(x) < DARK)
    found.push({ y, left, right, darkest: Math.min(...own.map(shade)), beside })
  }
  return found
}

function darkNear(shade: (x: number) => number, at: number): number | null {
  for (let off = 0; off <= BESIDE; off += 1) {
    if (shade(at - off) < DARK) return at - off
    if (shade(at + off) < DARK) return at + off
  }
  return null
}
