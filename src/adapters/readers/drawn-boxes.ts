import type { Drawing, Stroke } from './pdfium-paths.ts'
import type { Box } from './pdfium-view.ts'
import type { Placed } from './placed.ts'

/** In points: sides of a box that is ticked. */
const SMALLEST = 6
const LARGEST = 20
/** A side against the other: a box to tick is square. */
const SQUARE = 1.35
/** So much off it is askew: a side of a box is not, a stroke of a tick is. */
const ASKEW = 0.7
/** A pen goes over the sides of a box by so much of them. */
const OVER = 0.6
/** So many boxes of one size are a list; one may be an ornament. */
const LIST = 2
/** Signs that are typed onto a box for a tick. */
const TYPED = /^[xXvV✓✔✗✘×+]$/

/**
 * The pieces of a page with a sign for each box to tick that it draws, ☒ or ☐, where a list of them stands
 * before words. What is drawn or typed in a box is its tick. Boxes side by side are a comb for letters, and
 * left as they are.
 */
export function withDrawnBoxes(placed: readonly Placed[], drawings: readonly Drawing[]): readonly Placed[] {
  const boxes = boxesAmong(drawings, placed)
  if (boxes.length < LIST) return placed
  const typed = new Set<Placed>()
  const ticks = drawings.flatMap((drawing) => tickOf(drawing) ?? [])
  const signs = boxes.map((box): Placed => {
    const inside = placed.filter((piece) => TYPED.test(piece.text.trim()) && isIn(piece, box))
    for (const piece of inside) typed.add(piece)
    const isTicked = inside.length > 0 || ticks.some((tick) => isOver(tick, box))
    const beside = wordsBehind(box, placed)
    const { y, height } = beside ?? { y: box.bottom, height: box.bottom - box.top }
    return { text: isTicked ? '☒' : '☐', x: box.left, y, width: box.right - box.left, height }
  })
  // A sign is a piece of its words, so near that they are one cell.
  return [...placed.filter((piece) => !typed.has(piece)), ...signs.map((sign) => drawnNear(sign, placed))]
}

/** Words begin so far behind their box at most, in points. */
const NEAR = 24

function wordsBehind(box: Box, placed: readonly Placed[]): Placed | undefined {
  return placed.find(({ text, x, y, height }) => {
    const middle = y - height / 3
    const gap = x - box.right
    return gap > -2 && gap < NEAR && middle > box.top && middle < box.bottom && /\p{L}{2}/u.test(text)
  })
}

function drawnNear(sign: Placed, placed: readonly Placed[]): Placed {
  const { x, width } = sign
  const words = placed
    .filter((piece) => piece.y === sign.y && piece.x > x)
    .reduce<Placed | null>((first, piece) => (first === null || piece.x < first.x ? piece : first), null)
  return words === null ? sign : { ...sign, width: Math.max(width, words.x - x - sign.height / 4) }
}

function boxesAmong(drawings: readonly Drawing[], placed: readonly Placed[]): Box[] {
  const squares = distinct(drawings.flatMap((drawing) => squareOf(drawing) ?? []))
  const alone = squares.filter((box) => !squares.some((other) => other !== box && isBeside(box, other)))
  const before = alone.filter((box) => wordsBehind(box, placed) !== undefined && isClear(box, placed))
  return before.filter((box) => before.filter((other) => isAlike(box, other)).length >= LIST)
}

/** Nothing is written in it but what may be a tick. */
function isClear(box: Box, placed: readonly Placed[]): boolean {
  return placed.every((piece) => !isIn(piece, box) || TYPED.test(piece.text.trim()))
}

function isIn({ x, y, width, height }: Placed, { left, right, top, bottom }: Box): boolean {
  const [across, down] = [x + width / 2, y - height / 3]
  return across > left - 2 && across < right + 2 && down > top - 2 && down < bottom + 2
}

/** Two outlines of one box, or its ground and its outline, are one. */
function distinct(boxes: readonly Box[]): Box[] {
  const kept: Box[] = []
  for (const box of boxes) {
    const same = kept.find((other) => overlap(box, other))
    if (same === undefined) kept.push(box)
  }
  return kept
}

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > (one.right - one.left) / 2 && down > (one.bottom - one.top) / 2
}

/** A closed run of level and upright strokes, as wide as it is high. */
function squareOf({ strokes, points, isPenned }: Drawing): Box | null {
  const box = boundsOf(points)
  if (box === null || !isPenned || strokes.length < 4 || strokes.length > 8) return null
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const isSized = Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST
  const isSquare = Math.max(width, height) <= SQUARE * Math.min(width, height)
  return isSized && isSquare && !strokes.some(isAskew) ? box : null
}

function isAskew([from, to]: Stroke): boolean {
  return Math.abs(from.x - to.x) > ASKEW && Math.abs(from.y - to.y) > ASKEW
}

/** Where strokes askew, or curves, stand that may be a tick; null for what is drawn level and upright. */
function tickOf({ strokes, points }: Drawing): Box | null {
  return strokes.some(isAskew) || points.length > strokes.length + 1 ? boundsOf(points) : null
}

/** It stands over a box and is no longer than a pen goes over it. */
function isOver(bounds: Box, box: Box): boolean {
  const over = OVER * (box.right - box.left)
  const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2]
  return (
    x > box.left &&
    x < box.right &&
    y > box.top &&
    y < box.bottom &&
    bounds.left > box.left - over &&
    bounds.right < box.right + over &&
    bounds.top > box.top - over &&
    bounds.bottom < box.bottom + over
  )
}

function boundsOf(points: Drawing['points']): Box | null {
  if (points.length === 0) return null
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** So near that they are boxes of a comb, one for a letter. */
function isBeside(one: Box, other: Box): boolean {
  const gap = Math.max(other.left - one.right, one.left - other.right)
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return gap < (one.right - one.left) / 2 && shared > (one.bottom - one.top) / 2
}

function isAlike(one: Box, other: Box): boolean {
  return Math.abs(one.right - one.left - (other.right - other.left)) < 1.5
}
