import { half, type Part } from './draw.ts'
import { type Asked, HEADINGS, LABELS, OTHERS } from './labels.ts'
import { THIRD_HEADINGS, THIRD_LABELS, THIRD_OTHERS } from './third-pools.ts'

/** The words that a part's forms are made of. `others`: questions about what nobody asked for, with their answers. */
export interface Words {
  labels(kind: Asked): readonly string[]
  readonly headings: readonly string[]
  readonly others: readonly (readonly [label: string, value: string])[]
}

/** Two parts share a vocabulary by halves; the third has its own. */
export function wordsOf(part: Part): Words {
  return part === 'third'
    ? { labels: (kind) => THIRD_LABELS[kind], headings: THIRD_HEADINGS, others: THIRD_OTHERS }
    : { labels: (kind) => half(LABELS[kind], part), headings: HEADINGS, others: OTHERS }
}
