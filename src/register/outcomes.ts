import type { Letter } from '../acknowledgement/outgoing.ts'
import type { OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Outcome } from '../dossier/outcome.ts'
import type { Shown } from '../proof/entry.ts'
import type { Signer } from '../proof/signature.ts'
import type { OutboxItem } from './outbox.ts'
import type { Bond } from './staff.ts'

/**
 * An outcome as somebody recorded it, or, `outcome` null, took the one before it back. None is ever changed.
 */
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

/** A letter of decision that a person lets go. `decision`: the outcome that it tells. */
export interface DecisionLetter {
  readonly id: OutboxId
  readonly number: RegistrationNumber
  readonly decision: number
  readonly letter: Letter
  readonly shown: Shown
}

/** Letters of decision: one for each application and decision, unless none before it arrived. */
export interface DecisionRegister {
  /**
   * Writes the entry, then the letter, and signs a head. Failures: permanent `decision-changed` where another
   * outcome stands by now, `decision-sent` where it has its letter.
   */
  sendDecision(
    letter: DecisionLetter,
    author: Pick<Bond, 'by' | 'reason'>,
    signer: Signer,
    at: Instant,
  ): Promise<void>
}

/** The letters of one decision, whatever became of them. */
export function lettersOfDecision<Item extends Pick<OutboxItem, 'id' | 'kind'>>(
  letters: readonly Item[],
  base: string,
): readonly Item[] {
  return letters.filter(({ id, kind }) => kind === 'decision' && (id === base || id.startsWith(`${base}-`)))
}

/** By which its letters are known. */
export function decisionBase(number: RegistrationNumber, decision: number): string {
  return `decision-${number}-${decision}`
}

/** A letter that may have reached its reader. */
export function mayHaveArrived({ state }: Pick<OutboxItem, 'state'>): boolean {
  return state !== 'bounced' && state !== 'refused'
}
