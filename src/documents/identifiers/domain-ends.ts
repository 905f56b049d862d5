import { DOMAIN_ENDS } from '../../knowledge/domain-ends.ts'

/** Letters that recognition takes for one another: « exampie », « exaniple », « c1ub ». */
const ALIKE: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['ni', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['l', 'i'],
  ['j', 'i'],
]

/** Of longer ends two letters may be wrong and it is still clear which is meant; of short ones there are too many. */
const LONG = 5
const WRONG_AT_MOST = 2

/** Ends by their shape, in which letters that look alike are one. */
const BY_SHAPE = Map.groupBy(DOMAIN_ENDS, shapeOf)

function shapeOf(end: string): string {
  return ALIKE.reduce((shape, [seen, meant]) => shape.replaceAll(seen, meant), end)
}

/**
 * The end of a domain that was meant by one that recognition read: itself where there is such an end, the only one that
 * looks like it, null where none or several do.
 */
export function endMeant(read: string): string | null {
  if (DOMAIN_ENDS.has(read) || /[^a-z]/.test(read)) return read
  const alike = BY_SHAPE.get(shapeOf(read)) ?? []
  if (alike.length > 0) return alike.length === 1 ? (alike[0] ?? null) : null
  return read.length < LONG ? null : nearest(read)
}

/** Null when two ends are equally near. */
function nearest(read: string): string | null {
  const far = (end: string): number => lettersWrong(read, end)
  for (let wrong = 1; wrong <= WRONG_AT_MOST; wrong += 1) {
    const near = [...DOMAIN_ENDS].filter((end) => end.length >= LONG && far(end) === wrong)
    if (near.length > 0) return near.length === 1 ? (near[0] ?? null) : null
  }
  return null
}

/** Letters that are to be changed, left out or put in, to make one word of the other; beyond the bound it is not counted on. */
export function lettersWrong(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > WRONG_AT_MOST) return WRONG_AT_MOST + 1
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 0; at < other.length; at += 1)
      next.push(
        Math.min(
          (row[at] ?? 0) + (letter === other[at] ? 0 : 1),
          (row[at + 1] ?? 0) + 1,
          (next[at] ?? 0) + 1,
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
