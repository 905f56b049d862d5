import { DOMAIN_ENDS } from '../../knowledge/domain-ends.ts'
import { lettersWrong, WRONG_AT_MOST } from './letters-wrong.ts'

/** Letters that recognition takes for one another: « exampie », « exaniple », « c1ub ». */
const ALIKE: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['ni', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['l', 'i'],
  ['j', 'i'],
]

/**
 * Of longer ends two letters may be wrong and it is still clear which is meant; of short ones there are too
 * many.
 */
const LONG = 5

/** Ends by their shape, in which letters that look alike are one. */
const BY_SHAPE = Map.groupBy(DOMAIN_ENDS, shapeOf)

function shapeOf(end: string): string {
  return ALIKE.reduce((shape, [seen, meant]) => shape.replaceAll(seen, meant), end)
}

/**
 * The end of a domain that was meant by one that recognition read: itself where there is such an end, the
 * only one that looks like it, null where none or several do.
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
