import type { Rule, Rules } from './bitmap.ts'
import type { Box } from './pdfium-view.ts'
import type { Placed } from './placed.ts'
import { middleOf } from './steps.ts'

/** Lengths by which cells are told. */
interface Measures {
  /** Rules end a little before or behind the ones that they meet. */
  readonly slack: number
  /** Taller, a box is a frame around paragraphs. */
  readonly tallest: number
  /** Narrower, it is for one letter of a comb. */
  readonly narrowest: number
  readonly same: number
}

/** At 200 dots per inch; combs are closed before. */
export const IN_PIXELS: Measures = { slack: 8, tallest: 200, narrowest: 0, same: 6 }
export const IN_POINTS: Measures = { slack: 3, tallest: 72, narrowest: 24, same: 2 }
/** So much of their height is between two words of a line. */
const SPACE = 0.12

interface RuledBox extends Box {
  readonly words: Placed[]
}

/**
 * Words between the rules of a table, each cell in one piece, its lines below one another; cells of a row
 * stand on one height. What no table holds is left as it is.
 */
export function inRuledCells(words: readonly Placed[], rules: Rules, measures = IN_PIXELS): Placed[] {
  const boxes = new Map<string, RuledBox>()
  const free: Placed[] = []
  for (const word of words) {
    const box = boxAround(word, rules, measures)
    if (box === null) free.push(word)
    else {
      const key = `${box.left} ${box.right} ${box.top} ${box.bottom}`
      const known = boxes.get(key) ?? box
      known.words.push(word)
      boxes.set(key, known)
    }
  }
  const all = [...boxes.values()]
  // Cells of a row stand on one line, whatever heights recognition measured in each.
  const height = middleOf(all.flatMap((box) => box.words.map((word) => word.height)))
  return [
    ...free,
    ...all.flatMap((box) =>
      all.some((other) => isBeside(other, box, measures)) ? [cellOf(box, height)] : box.words,
    ),
  ]
}

function boxAround(word: Placed, { rows, uprights }: Rules, measures: Measures): RuledBox | null {
  const { slack, tallest, narrowest } = measures
  const x = word.x + word.width / 2
  const y = word.y - word.height / 2
  const [left, right] = nearest(uprights, x, y, slack)
  const [top, bottom] = nearest(rows, y, x, slack)
  if (left === null || right === null || top === null || bottom === null) return null
  return bottom - top > tallest || right - left < narrowest ? null : { left, right, top, bottom, words: [] }
}

/** The rules before and behind a place that pass it. */
function nearest(
  rules: readonly Rule[],
  at: number,
  along: number,
  slack: number,
): [before: number | null, behind: number | null] {
  let before: number | null = null
  let behind: number | null = null
  for (const rule of rules) {
    if (along < rule.first - slack || along > rule.last + slack) continue
    if (rule.at <= at && (before === null || rule.at > before)) before = rule.at
    if (rule.at > at && (behind === null || rule.at < behind)) behind = rule.at
  }
  return [before, behind]
}

function isBeside(other: Box, box: Box, { same }: Measures): boolean {
  const shares = Math.abs(other.left - box.right) <= same || Math.abs(other.right - box.left) <= same
  return shares && Math.abs(other.top - box.top) <= same && Math.abs(other.bottom - box.bottom) <= same
}

function cellOf(box: RuledBox, height: number): Placed {
  const lines: Placed[][] = []
  for (const word of [...box.words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && word.y - first.y < 0.6 * first.height) line.push(word)
    else lines.push([word])
  }
  const left = Math.min(...box.words.map((word) => word.x))
  const right = Math.max(...box.words.map((word) => word.x + word.width))
  const text = lines.map(textOfLine).join('\n')
  return { text, x: left, y: box.top + height, width: right - left, height, cell: true }
}

function textOfLine(line: readonly Placed[]): string {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const word of [...line].sort((a, b) => a.x - b.x)) {
    const isApart = text !== '' && word.x - end > SPACE * word.height
    text += isApart ? ` ${word.text.trim()}` : word.text.trim()
    end = word.x + word.width
  }
  return text
}
