import { takesPersonsOnly } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import type { Condition } from '../call/requirements.ts'
import type { Extract } from '../documents/document.ts'
import { sectorsOf } from '../dossier/applicant.ts'
import type { Submission } from '../dossier/dossier.ts'
import { usableFields } from '../dossier/fields-in.ts'
import { classesOf, type LegalClass } from '../knowledge/legal-classes.ts'

/**
 * Whether something is asked of this applicant: null where the program cannot know. `evidence`: what tells.
 */
export interface Asked {
  readonly is: boolean | null
  readonly evidence: readonly Extract[]
}

const OF_EVERYBODY: Asked = { is: true, evidence: [] }

/**
 * What a requirement's `when` makes of a dossier. All of its parts must hold; one that does not is enough.
 */
export function askedOf(when: Condition | undefined, submissions: readonly Submission[], call: Call): Asked {
  if (when === undefined) return OF_EVERYBODY
  const parts = [
    ...(when.legalForm === undefined ? [] : [byLegalForm(when.legalForm, submissions, call)]),
    ...(when.sector === undefined ? [] : [bySector(when.sector, submissions)]),
  ]
  const not = parts.find(({ is }) => is === false)
  if (not !== undefined) return not
  const unknown = parts.find(({ is }) => is === null)
  return unknown ?? { is: true, evidence: parts.flatMap(({ evidence }) => evidence) }
}

/** Two readings that are so near each other in confidence may both be right. */
const NEAR = 0.1

/** By the surest legal form; where near readings disagree, nobody knows. */
function byLegalForm(asked: readonly LegalClass[], submissions: readonly Submission[], call: Call): Asked {
  if (takesPersonsOnly(call)) return { is: asked.includes('personne'), evidence: [] }
  const usable = usableFields(submissions, 'legal_form').filter(({ value }) => classesOf(value).length > 0)
  const surest = Math.max(0, ...usable.map(({ confidence }) => confidence))
  const told = usable.filter(({ confidence }) => confidence >= surest - NEAR)
  // Only associations have a number of their register.
  const [association] = usableFields(submissions, 'rna')
  if (told.length === 0 && association !== undefined)
    return { is: asked.includes('association'), evidence: [association.extract] }
  // A name that a curriculum or a signed letter gives, and no legal form beside it.
  const [person] = usableFields(submissions, 'name').filter((field) => field.person === true)
  if (told.length === 0 && person !== undefined)
    return { is: asked.includes('personne'), evidence: [person.extract] }
  const answers = new Set(told.map(({ value }) => classesOf(value).some((one) => asked.includes(one))))
  const [is] = answers
  if (is === undefined || answers.size > 1) return { is: null, evidence: told.map(({ extract }) => extract) }
  return { is, evidence: told.map(({ extract }) => extract).slice(0, 1) }
}

function bySector(asked: readonly string[], submissions: readonly Submission[]): Asked {
  const chosen = sectorsOf(submissions)
  const evidence = usableFields(submissions, 'sector').map(({ extract }) => extract)
  return { is: chosen.length === 0 ? null : chosen.some((one) => asked.includes(one)), evidence }
}
