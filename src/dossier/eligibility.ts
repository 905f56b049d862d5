import { z } from 'zod'

/**
 * Whether an application may be looked at by those who select: a person's decision, before any selection.
 * Nothing in the program proposes one, and no program tells it to an applicant.
 */
export const Eligibility = z.enum(['eligible', 'to_complete', 'not_eligible'])
export type Eligibility = z.infer<typeof Eligibility>

const IN_WORDS: Readonly<Record<Eligibility, string>> = {
  eligible: 'recevable',
  to_complete: 'à compléter',
  not_eligible: 'non recevable',
}

/** « recevable »: for staff alone. */
export function eligibilityInWords(eligibility: Eligibility): string {
  return IN_WORDS[eligibility]
}

/** Said of an application that nobody decided about. */
export const UNDECIDED = 'sans décision'
