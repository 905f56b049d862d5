import type { Rule } from '../rule.ts'

/** A later mail says another value of a particular: it changes nothing until a person accepts it. */
export const proposedChanges: Rule = {
  id: 'proposed-changes',
  check({ proposals }) {
    return proposals.map(({ field, before, submission }) => ({
      code: 'proposed-change' as const,
      kind: field.kind,
      before: [...before],
      after: field.value,
      mail: submission.fingerprint,
      proof: submission.proof,
      evidence: field.extract,
    }))
  },
}
