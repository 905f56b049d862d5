import type { Placed } from './pdf-layout.ts'
import type { Box } from './pdfium-view.ts'
import type { Rule, Rules } from './rules.ts'
import { middleOf } from './steps.ts'

/** Rules end a little before or behind the ones that they meet. */
const SLACK = 8
/** Taller, in pixels at 200 dots per inch, a box is a frame around paragraphs. */
const TALLEST = 200
const SAME = 6

interface RuledBox extends Box {
  readonly words: Placed[]
}

/**
 * Words between the rules of a table, each cell in one piece, its lines below one another; cells of a row stand on one
 * height. What no table holds is left as it is.
 */
export function inRuledCells(words: readonly Placed[], rules: Rules): Placed[] {
  const boxes = new Map<string, RuledBox>()
  const free: Placed[] = []
  for (const word of words) {
    const box = boxAround(word, rules)
    if (box === null) free.push(word)
    else {
      const key = `${box.left} ${box.right} ${box.top} ${box.bottom}`
      const known = boxes.get(key) ?? box
      known.words.push(word)
      boxes.set(key, known)
    }
  }
  const all = [...boxes.values()]
  return [
    ...free,
    ...all.flatMap((box) => (all.some((other) => isBeside(other, box)) ? [cellOf(box)] : box.words)),
  ]
}

function boxAround(word: Placed, { rows, uprights }: Rules): RuledBox | null {
  const x = word.x + word.width / 2
  const y = word.y - word.height / 2
  const [left, right] = nearest(uprights, x, y)
  const [top, bottom] = nearest(rows, y, x)
  if (left === null || right === null || top === null || bottom === null) return null
  return bottom - top > TALLEST ? null : { left, right, top, bottom, words: [] }
}

/** The rules before and behind a place that pass it. */
function nearest(
  rules: readonly Rule[],
  at: number,
  along: number,
): [before: number | null, behind: number | null] {
  let before: number | null = null
  let behind: number | null = null
  for (const rule of rules) {
    if (along < rule.first - SLACK || along > rule.last + SLACK) continue
    if (rule.at <= at && (before === null || rule.at > before)) before = rule.at
    if (rule.at > at && (behind === null || rule.at < behind)) behind = rule.at
  }
  return [before, behind]
}

function isBeside(other: Box, box: Box): boolean {
  const shares = Math.abs(other.left - box.right) <= SAME || Math.abs(other.right - box.left) <= SAME
  return shares && Math.abs(other.top - box.top) <= SAME && Math.abs(other.bottom - box.bottom) <= SAME
}

function cellOf(box: RuledBox): Placed {
  const lines: Placed[][] = []
  for (const word of [...box.words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && word.y - first.y < 0.6 * first.height) line.push(word)
    else lines.push([word])
  }
  const height = middleOf(box.words.map((word) => word.height))
  const left = Math.min(...box.words.map((word) => word.x))
  const right = Math.max(...box.words.map((word) => word.x + word.width))
  const text = lines
    .map((line) =>
      [...line]
        .sort((a, b) => a.x - b.x)
        .map((word) => word.text)
        .join(' '),
    )
    .join('\n')
  return { text, x: left, y: box.top + height, width: right - left, height, cell: true }
}
