import type { Rule, Rules } from './bitmap.ts'
import type { Drawing, Stroke } from './pdfium-paths.ts'

/** A page with more lines than that is a plan or squared paper: none of them parts anything. */
const MOST_RULES = 1_000
/** In points: shorter is no side of a cell, wider is no line, and so far off a line is askew. */
const SHORTEST = 6
const THICKEST = 2
const ASKEW = 0.5

/**
 * The level and upright lines that a page draws, as tables and boxes have them, in points as they are seen.
 */
export function rulesAmong(drawings: readonly Drawing[]): Rules {
  const rules: { rows: Rule[]; uprights: Rule[] } = { rows: [], uprights: [] }
  for (const { strokes, isPenned } of drawings) {
    if (isPenned || isThin(strokes)) for (const stroke of strokes) add(rules, stroke)
    if (rules.rows.length + rules.uprights.length > MOST_RULES) return { rows: [], uprights: [] }
  }
  return rules
}

function isThin(strokes: readonly Stroke[]): boolean {
  const points = strokes.flat()
  const extent = (places: readonly number[]): number => Math.max(...places) - Math.min(...places)
  return (
    points.length > 0 &&
    Math.min(extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))) <= THICKEST
  )
}

function add({ rows, uprights }: { rows: Rule[]; uprights: Rule[] }, [from, to]: Stroke): void {
  const [across, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (down <= ASKEW && across >= SHORTEST)
    rows.push({ at: from.y, first: Math.min(from.x, to.x), last: Math.max(from.x, to.x) })
  if (across <= ASKEW && down >= SHORTEST)
    uprights.push({ at: from.x, first: Math.min(from.y, to.y), last: Math.max(from.y, to.y) })
}
