/** Two words that differ by more letters are two words. */
export const WRONG_AT_MOST = 2

/**
 * Letters that are to be changed, left out or put in, to make one word of the other; beyond the bound it is
 * not counted on.
 */
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
