import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Outcome } from '../dossier/outcome.ts'
import type { Bond } from './staff.ts'

/** An outcome as somebody recorded it, or, `outcome` null, took the one before it back. None is ever changed. */
export interface KeptOutcome {
  readonly seq: number
  readonly number: RegistrationNumber
  readonly outcome: Outcome | null
  readonly by: string
  readonly reason: string
  readonly at: Instant
}

/** What became of applications in the end, each word of a person beside the ones before it. */
export interface OutcomeRegister {
  recordOutcome(
    number: RegistrationNumber,
    /** Null takes back what stands. */
    outcome: Outcome | null,
    author: Pick<Bond, 'by' | 'reason'>,
    at: Instant,
  ): Promise<void>
  /** All that was recorded of it, and of the applications that went into it, the oldest first. */
  outcomes(number: RegistrationNumber): Promise<readonly KeptOutcome[]>
}

/** The one that stands: the last; null where that took back what stood. */
export function standing(outcomes: readonly KeptOutcome[]): KeptOutcome | null {
  const last = outcomes.at(-1)
  return last === undefined || last.outcome === null ? null : last
}
