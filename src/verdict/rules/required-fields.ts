import type { FieldKind, RequiredField } from '../../call/call.ts'
import type { FieldValue } from '../../documents/document.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RequirementFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { unreadableDocuments } from './unreadable.ts'

/** Each fact that the form must hold (CRPA R112-9-1 for the identifier; the call for the others). */
export const requiredFields: Rule = {
  id: 'required-fields',
  check({ call, submissions }) {
    const fields = submissions.flatMap((submission) =>
      submission.documents.flatMap((document) => document.fields),
    )
    return call.requiredFields.map((required) => findingFor(required, fields, submissions))
  },
}

function findingFor(
  required: RequiredField,
  fields: readonly FieldValue[],
  submissions: readonly Submission[],
): RequirementFinding {
  const base = { code: 'requirement' as const, id: required.id }
  const usable = fields.filter((field) => field.confidence >= WEIGHTS.usable)
  for (const group of required.anyOf) {
    const values = group.map((kind) => bestOf(usable, kind))
    if (values.every((value) => value !== null))
      return { ...base, status: 'met', reason: 'found', evidence: values.map((value) => value.extract) }
  }
  const weak = required.anyOf.flat().flatMap((kind) => bestOf(fields, kind) ?? [])
  const own = weak.filter((value) => value.confidence < WEIGHTS.usable)
  if (own.length > 0)
    return { ...base, status: 'unclear', reason: reasonOf(own), evidence: own.map((value) => value.extract) }
  const unreadable = unreadableDocuments(submissions)[0]
  if (unreadable !== undefined)
    return { ...base, status: 'unclear', reason: unreadable.reason, evidence: [...unreadable.evidence] }
  if (required.mayBeInvisible) return { ...base, status: 'unclear', reason: 'cannot_be_seen', evidence: [] }
  return { ...base, status: 'missing', reason: 'not_detected', evidence: [] }
}

function bestOf(fields: readonly FieldValue[], kind: FieldKind): FieldValue | null {
  let best: FieldValue | null = null
  for (const field of fields)
    if (field.kind === kind && (best === null || field.confidence > best.confidence)) best = field
  return best
}

function reasonOf(values: readonly FieldValue[]): 'being_registered' | 'invalid_identifier' | 'found_weakly' {
  if (values.some((value) => value.pending === true)) return 'being_registered'
  const identifier = values.every(
    (value) => value.kind === 'siret' || value.kind === 'siren' || value.kind === 'rna',
  )
  return identifier ? 'invalid_identifier' : 'found_weakly'
}
