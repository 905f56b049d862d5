/** More lines than a call’s file has: beyond, nothing is matched. */
const MOST_LINES = 3_000

/**
 * A changed text with the lines that did not change as a person wrote them. `plain` is what a printer makes
 * of the text before, `changed` of it after: where both have a line, the person’s own stands for it. Null
 * where the printer does not keep to the lines of the text, and nothing can be told of them.
 */
export function withOwnLines(own: string, plain: string, changed: string): string | null {
  const [mine, before, after] = [own, plain, changed].map((text) => text.trimEnd().split('\n')) as [
    string[],
    string[],
    string[],
  ]
  if (mine.length !== before.length || Math.max(before.length, after.length) > MOST_LINES) return null
  const head = sharedHead(before, after)
  const tail = sharedHead(before.slice(head).reverse(), after.slice(head).reverse())
  const middle = matched(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  const kept = [
    ...mine.slice(0, head),
    ...middle.map((one) => (typeof one === 'number' ? (mine[head + one] ?? '') : one)),
    ...mine.slice(before.length - tail),
  ]
  return `${kept.join('\n')}\n`
}

function sharedHead(one: readonly string[], other: readonly string[]): number {
  const end = Math.min(one.length, other.length)
  for (let index = 0; index < end; index += 1) if (one[index] !== other[index]) return index
  return end
}

/** The lines of `after`: the place in `before` of those that are in both, in the longest common order. */
function matched(before: readonly string[], after: readonly string[]): readonly (number | string)[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  const at = (left: number, right: number): number => lengths[left]?.[right] ?? 0
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const row = lengths[left]
      if (row === undefined) continue
      row[right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1))
    }
  const found: (number | string)[] = []
  let left = 0
  for (let right = 0; right < after.length; ) {
    if (left < before.length && before[left] === after[right]) {
      found.push(left)
      left += 1
      right += 1
    } else if (left < before.length && at(left + 1, right) >= at(left, right + 1)) left += 1
    else {
      found.push(after[right] ?? '')
      right += 1
    }
  }
  return found
}
