import type { Call } from '../../call/call.ts'
import type { FieldKind } from '../../call/field-kind.ts'
import type { RequiredField } from '../../call/requirements.ts'
import type { FieldValue } from '../../documents/document.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { fieldsIn } from '../../dossier/fields-in.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { askedOf } from '../conditions.ts'
import type { RequirementFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { type State, settledBy, withCondition } from './state.ts'
import { unreadableDocuments } from './unreadable.ts'

/** Each fact that the form must hold (CRPA R112-9-1 for the identifier; the call for the others). */
export const requiredFields: Rule = {
  id: 'required-fields',
  check({ call, submissions }) {
    const fields = fieldsIn(submissions)
    return call.requiredFields.map((required) => {
      const state = stateOf(required, fields, submissions, call)
      return settledBy(withCondition(state, askedOf(required.when, submissions, call)), required)
    })
  },
}

function stateOf(
  required: RequiredField,
  fields: readonly FieldValue[],
  submissions: readonly Submission[],
  call: Call,
): State {
  const usable = fields.filter((field) => field.confidence >= WEIGHTS.usable)
  for (const group of required.anyOf) {
    const values = group.map((kind) => bestOf(usable, kind))
    if (values.every((value) => value !== null))
      return { status: 'met', reason: 'found', evidence: values.map((value) => value.extract) }
  }
  const weak = required.anyOf.flat().flatMap((kind) => bestOf(fields, kind) ?? [])
  const own = weak.filter((value) => value.confidence < WEIGHTS.usable)
  if (own.length > 0)
    return { status: 'unclear', reason: reasonOf(own, call), evidence: own.map((value) => value.extract) }
  const unreadable = unreadableDocuments('fact', submissions, call)[0]
  if (unreadable !== undefined)
    return { status: 'unclear', reason: unreadable.reason, evidence: [...unreadable.evidence] }
  if (required.mayBeInvisible) return { status: 'unclear', reason: 'cannot_be_seen', evidence: [] }
  return { status: 'missing', reason: 'not_detected', evidence: [] }
}

function bestOf(fields: readonly FieldValue[], kind: FieldKind): FieldValue | null {
  let best: FieldValue | null = null
  for (const field of fields)
    if (field.kind === kind && (best === null || field.confidence > best.confidence)) best = field
  return best
}

function reasonOf(values: readonly FieldValue[], call: Call): RequirementFinding['reason'] {
  if (values.some((value) => value.pending === true)) return 'being_registered'
  if (values.some((value) => value.elsewhere === true)) return 'registered_elsewhere'
  return values.every(({ kind }) => provesItself(kind, call)) ? 'invalid_identifier' : 'found_weakly'
}

/**
 * Numbers of registers, of the house or of the call: what is unsure of them is that their own check refuses
 * them.
 */
function provesItself(kind: FieldKind, { kinds }: Call): boolean {
  if (kind === 'siret' || kind === 'siren' || kind === 'rna') return true
  return kinds.some((own) => own.id === kind && (own.check !== undefined || own.pattern !== undefined))
}
