import type { FieldKind } from '../call/field-kind.ts'
import type { FieldValue } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'

/** Everything that was read in some submissions, in order of receipt. */
export function fieldsIn(submissions: readonly Submission[]): readonly FieldValue[] {
  return submissions.flatMap(({ documents }) => documents.flatMap(({ fields }) => fields))
}

/** Of it what is sure enough to count, of one kind. */
export function usableFields(submissions: readonly Submission[], kind: FieldKind): readonly FieldValue[] {
  return fieldsIn(submissions).filter((field) => field.kind === kind && field.confidence >= WEIGHTS.usable)
}
