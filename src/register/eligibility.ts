import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Eligibility } from '../dossier/eligibility.ts'
import type { Bond } from './staff.ts'

/**
 * What somebody decided of an application's eligibility, or, `eligibility` null, took back. None is ever
 * changed.
 */
export interface KeptEligibility {
  readonly seq: number
  readonly number: RegistrationNumber
  readonly eligibility: Eligibility | null
  readonly by: string
  readonly reason: string
  readonly at: Instant
}

/** Decisions on eligibility, each beside the ones before it; the last counts. */
export interface EligibilityRegister {
  recordEligibility(
    number: RegistrationNumber,
    /** Null takes back what stands. */
    eligibility: Eligibility | null,
    author: Pick<Bond, 'by' | 'reason'>,
    at: Instant,
  ): Promise<void>
  /** All that was decided of it, and of the applications that went into it, the oldest first. */
  eligibilities(number: RegistrationNumber): Promise<readonly KeptEligibility[]>
}

/** The one that stands: the last; null where that took back what stood. */
export function standingEligibility(decided: readonly KeptEligibility[]): KeptEligibility | null {
  const last = decided.at(-1)
  return last === undefined || last.eligibility === null ? null : last
}
