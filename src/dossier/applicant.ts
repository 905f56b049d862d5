import type { FieldKind } from '../call/field-kind.ts'
import type { FieldValue } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Applicant, Submission } from './dossier.ts'
import { fieldsIn, usableFields } from './fields-in.ts'

/**
 * Who applies: for each fact the most certain value, the latest submission winning between equals, so that
 * a corrected form corrects the applicant.
 */
export function applicantOf(submissions: readonly Submission[]): Applicant {
  const fields = fieldsIn(submissions)
  const siret = best(fields, 'siret')
  return {
    name: best(fields, 'name'),
    legalForm: best(fields, 'legal_form'),
    siret,
    siren: best(fields, 'siren') ?? siret?.slice(0, 9) ?? null,
    rna: best(fields, 'rna'),
    email: best(fields, 'email'),
    phone: best(fields, 'phone'),
    representative: best(fields, 'representative'),
    role: best(fields, 'role'),
    address: best(fields, 'postal_address'),
  }
}

/**
 * The same as people are shown it: where nothing surer names a natural person, the surest of what only a
 * letter's end, a curriculum's head or a sender gives.
 */
export function applicantShown(submissions: readonly Submission[]): Applicant {
  const applicant = applicantOf(submissions)
  if (applicant.name !== null) return applicant
  const unsure = fieldsIn(submissions)
    .filter((field) => field.kind === 'name' && field.unsure === true)
    .toSorted((one, other) => other.confidence - one.confidence)
  return { ...applicant, name: unsure[0]?.value ?? null }
}

function best(fields: readonly FieldValue[], kind: FieldKind): string | null {
  let found: FieldValue | null = null
  for (const field of fields) {
    if (field.kind !== kind || field.confidence < WEIGHTS.usable) continue
    if (found === null || field.confidence >= found.confidence) found = field
  }
  return found?.value ?? null
}

/** The sectors that the submissions name, each once, in the order they were found. */
export function sectorsOf(submissions: readonly Submission[]): readonly string[] {
  return [...new Set(usableFields(submissions, 'sector').map((field) => field.value))]
}
