/**
 * One thing that people write, and how it is told: a line of a list of words. `says` are alternatives over folded text
 * (`fold`), each a linear expression's source, taken at word borders. `example` and `unlike` are sentences as people
 * write them: a test holds that the entry finds the first, finds nothing in the second, and is alone in its list to
 * find the first.
 */
export interface Entry {
  readonly id: string
  readonly says: readonly string[]
  readonly example: string
  readonly unlike: string
}

/** What a list found in a text: the entry, and the words that show it, folded. */
export interface Hit<E extends Entry> {
  readonly entry: E
  readonly text: string
  readonly index: number
}

/** A list of words that is looked for in folded text. */
export interface WordList<E extends Entry = Entry> {
  readonly entries: readonly E[]
  /** The first entry, in the order of the list, that the text says; null when it says none. */
  first(folded: string): Hit<E> | null
  /** Every entry that the text says, each once, in the order of the list. */
  all(folded: string): readonly Hit<E>[]
  says(folded: string): boolean
}

/** Makes a list of its entries. `at`: 'start' for words that count at the beginning of a text only. */
export function wordList<const E extends Entry>(
  entries: readonly E[],
  at: 'anywhere' | 'start' = 'anywhere',
): WordList<E> {
  const patterns = entries.map((entry) => [entry, expressionOf(entry, at)] as const)
  const hitOf = (folded: string, entry: E, pattern: RegExp): Hit<E> | null => {
    const found = pattern.exec(folded)
    return found === null ? null : { entry, text: found[0].trim(), index: found.index }
  }
  const all = (folded: string): Hit<E>[] =>
    patterns.flatMap(([entry, pattern]) => hitOf(folded, entry, pattern) ?? [])
  return {
    entries,
    all,
    first: (folded) => {
      for (const [entry, pattern] of patterns) {
        const hit = hitOf(folded, entry, pattern)
        if (hit !== null) return hit
      }
      return null
    },
    says: (folded) => patterns.some(([, pattern]) => pattern.test(folded)),
  }
}

/** Letters and digits end words; an expression that ends in another sign (« ? », « : ») has no border to keep. */
function expressionOf({ says }: Entry, at: 'anywhere' | 'start'): RegExp {
  const start = at === 'start' ? '^\\W{0,3}' : '(?<![\\p{L}\\p{N}])'
  return new RegExp(`${start}(?:${says.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
