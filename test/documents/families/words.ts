import { half, type Part } from './draw.ts'
import { FOURTH } from './fourth-pools.ts'
import { type Asked, HEADINGS, LABELS, OTHERS } from './labels.ts'
import { THIRD } from './third-pools.ts'
import type { Piece, Vocabulary } from './vocabulary.ts'

/** The parts that share no pool with another. */
export const VOCABULARIES: Readonly<Partial<Record<Part, Vocabulary>>> = { third: THIRD, fourth: FOURTH }

/** The words that a part's forms are made of. `others`: questions about what nobody asked for, with their answers. */
export interface Words {
  labels(kind: Asked): readonly string[]
  readonly parts?: Readonly<Record<Piece, readonly string[]>>
  readonly headings: readonly string[]
  readonly others: readonly (readonly [label: string, value: string])[]
}

/** Two parts share a vocabulary by halves; the others have their own. */
export function wordsOf(part: Part): Words {
  const own = VOCABULARIES[part]
  return own === undefined
    ? { labels: (kind) => half(LABELS[kind], part), headings: HEADINGS, others: OTHERS }
    : { ...own, labels: (kind) => own.labels[kind] }
}
