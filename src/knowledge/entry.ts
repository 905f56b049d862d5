import { WORD_SIGNS } from '../base/folding.ts'

/**
 * One thing that people write, and how it is told: a line of a list of words. `says` are alternatives over
 * folded text (`fold`), each a linear expression's source, taken at word borders. `example` and `unlike` are
 * sentences as people write them: a test holds that the entry finds the first, finds nothing in the second,
 * and is alone in its list to find the first.
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

/** Where in a text the words of a list count. */
export type Where = 'anywhere' | 'at its start' | 'as a whole'

/** Makes a list of its entries. */
export function wordList<const E extends Entry>(
  entries: readonly E[],
  where: Where = 'anywhere',
): WordList<E> {
  const patterns = entries.map((entry) => [entry, expressionOf(entry.says, where)] as const)
  // Most texts say nothing of a list: one look at all of it tells.
  const any = expressionOf(
    entries.flatMap((entry) => entry.says),
    where,
  )
  function* hits(folded: string): Generator<Hit<E>> {
    if (!any.test(folded)) return
    for (const [entry, pattern] of patterns) {
      const found = pattern.exec(folded)
      if (found !== null) yield { entry, text: found[0].trim(), index: found.index }
    }
  }
  return {
    entries,
    first: (folded) => hits(folded).next().value ?? null,
    all: (folded) => [...hits(folded)],
    says: (folded) => any.test(folded),
  }
}

const BEFORE: Readonly<Record<Where, string>> = {
  anywhere: `(?<![${WORD_SIGNS}])`,
  'at its start': `^[^${WORD_SIGNS}]{0,3}`,
  'as a whole': '^',
}

function expressionOf(says: readonly string[], where: Where): RegExp {
  const after = where === 'as a whole' ? '$' : `(?![${WORD_SIGNS}])`
  return new RegExp(`${BEFORE[where]}(?:${says.join('|')})${after}`, 'u')
}
