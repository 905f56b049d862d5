import type { FieldValue } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { ApplicationView } from '../register/views.ts'

/** All that was read in an application, in order of receipt. */
export function fieldsIn({ mails }: Pick<ApplicationView, 'mails'>): readonly FieldValue[] {
  return mails.flatMap(({ documents }) => documents.flatMap(({ fields }) => fields))
}

/**
 * What was read of a fact that only this call asks for, each value once; nothing that is too weak to count.
 */
export function ownFacts(application: Pick<ApplicationView, 'mails'>, kind: string): readonly FieldValue[] {
  const told = fieldsIn(application).filter(
    (field) => field.kind === kind && field.confidence >= WEIGHTS.usable,
  )
  return [...new Map(told.map((field) => [field.value, field])).values()]
}
