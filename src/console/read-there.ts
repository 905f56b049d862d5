import { z } from 'zod'
import { FieldKind } from '../call/field-kind.ts'
import type { Document, FieldValue } from '../documents/document.ts'
import { type Passage, passageOf } from '../documents/text/passage.ts'
import type { Asked } from './route.ts'

/**
 * What was read in a document, as addresses name it: by its kind, and which of that kind it is. No address
 * holds what it says.
 */
export const ReadThere = z.object({
  info: FieldKind,
  rang: z.coerce.number().int().min(0).max(9_999).default(0),
})
export type ReadThere = z.infer<typeof ReadThere>

/** Where a mark stands, for the end of an address. */
export const MARK = 'lu'

/** What an address names; null where it names nothing. */
export function readThereAsked({ query }: Asked): ReadThere | null {
  return ReadThere.safeParse(query).data ?? null
}

/** The same for another address; nothing where nothing is named. */
export function queryOf(there: ReadThere | null): Readonly<Record<string, string>> {
  return there === null ? {} : { info: there.info, rang: String(there.rang) }
}

/** The value that is named; null where the document has none. */
export function fieldNamed({ fields }: Document, there: ReadThere | null): FieldValue | null {
  return fields.filter(({ kind }) => kind === there?.info)[there?.rang ?? 0] ?? null
}

/** How addresses name a value of a document. */
export function naming({ fields }: Document, field: FieldValue): ReadThere {
  return { info: field.kind, rang: fields.filter(({ kind }) => kind === field.kind).indexOf(field) }
}

/** What is marked on a page: nothing where it was read on another. */
export function passageOn(page: number, field: FieldValue | null): Passage | null {
  return field?.extract.page === page ? passageOf(field.value, field.extract.text) : null
}
