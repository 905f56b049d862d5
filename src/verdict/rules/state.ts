import type { RequiredDocument, RequiredField } from '../../call/requirements.ts'
import type { Asked } from '../conditions.ts'
import type { RequirementFinding } from '../finding.ts'

/** What was seen of a requirement. */
export type State = Pick<RequirementFinding, 'status' | 'reason' | 'evidence' | 'count'>

/**
 * What is not asked of this applicant is not looked for; of whom nobody knows whether it is asked, only a
 * person can say that it lacks. What was found is found in any case.
 */
export function withCondition(state: State, asked: Asked): State {
  if (asked.is === false)
    return { status: 'not_applicable', reason: 'not_asked', evidence: [...asked.evidence] }
  if (asked.is === null && state.status === 'missing')
    return {
      status: 'unclear',
      reason: 'condition_unknown',
      evidence: [...state.evidence, ...asked.evidence],
    }
  return state
}

/**
 * The finding of a requirement: what may be left out never lacks, and what the call's file assumes is marked.
 */
export function settledBy(
  state: State,
  { id, optional, assumed }: Pick<RequiredDocument | RequiredField, 'id' | 'optional' | 'assumed'>,
): RequirementFinding {
  const leftOut = optional && state.status !== 'met' && state.status !== 'not_applicable'
  const told: State = leftOut
    ? { status: 'not_applicable', reason: 'optional', evidence: [...state.evidence] }
    : state
  return { code: 'requirement', id, ...told, ...(assumed ? { assumed: true as const } : {}) }
}
