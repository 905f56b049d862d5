import { FOREIGN_LABELS } from './foreign-labels.ts'
import type { Label } from './label.ts'
import { PERSON_LABELS } from './person-labels.ts'
import { PLACE_LABELS } from './place-labels.ts'
import { SECTION_LABELS } from './section-labels.ts'
import { STRUCTURE_LABELS } from './structure-labels.ts'

/**
 * All labels of forms, by what they ask for: facts of a call, parts of a name or address, sections, and what
 * nobody asks.
 */
export const LABELS = { ...STRUCTURE_LABELS, ...PERSON_LABELS, ...PLACE_LABELS, ...SECTION_LABELS }
export type LabelKind = keyof typeof LABELS

/** Each with what it asks for: French forms first, then those of neighbours. */
export const LABEL_ENTRIES = [LABELS, ...Object.values(FOREIGN_LABELS)].flatMap((labels) =>
  Object.entries(labels),
) as readonly (readonly [LabelKind, Label])[]
