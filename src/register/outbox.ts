import type { ArrivalNews } from '../acknowledgement/arrival.ts'
import type { Letter, LetterKind, ListedLetter } from '../acknowledgement/outgoing.ts'
import type { CallId, Fingerprint, OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { Verdict } from '../verdict/finding.ts'

/** `intended`: an attempt is being made; `bounced`: it came back; `handed`: given or posted on paper. */
export type OutboxState = 'due' | 'intended' | 'sent' | 'refused' | 'bounced' | 'handed'

/**
 * In the place of a server’s answer: it had not left when the backup was taken, and may have left from the
 * life that was lost.
 */
export const HELD_BY_RESTORATION =
  'aucune : retenue par une restauration du registre, elle est peut-être déjà partie'

/** How a letter failed to arrive, as far as is known; null for every other one. */
export function lossOf({
  state,
  reply,
}: Pick<OutboxItem, 'state' | 'reply'>): 'bounced' | 'refused' | 'restored' | null {
  if (state === 'refused') return reply === HELD_BY_RESTORATION ? 'restored' : 'refused'
  return state === 'bounced' ? 'bounced' : null
}

export interface OutboxItem {
  readonly id: OutboxId
  readonly kind: LetterKind
  readonly number: RegistrationNumber | null
  readonly fingerprint: Fingerprint | null
  readonly letter: Letter
  readonly state: OutboxState
  readonly attempts: number
  /**
   * How many attempts ended without an answer: the letter may have gone out more than once, with one
   * Message-ID.
   */
  readonly uncertain: number
  readonly nextAt: Instant
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly reply: string | null
  /** False for what a person released and for the staff’s digest: budgets and the breaker are for robots. */
  readonly automatic: boolean
  /** The worst that a robot on the other side told of it, and when. */
  readonly arrival: { readonly news: ArrivalNews; readonly at: Instant } | null
}

/** A letter as pages list it: of its files the names. */
export interface ListedItem extends Omit<OutboxItem, 'letter'> {
  readonly letter: ListedLetter
}

/** The end of an attempt to hand a letter to the submission server. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | {
      readonly kind: 'later'
      readonly reply: string
      readonly nextAt: Instant
      readonly uncertain: boolean
      /** False when nobody was asked to take it: not counted. True when left out. */
      readonly isAttempt?: boolean
    }

/** An application to be reminded: its last acknowledgement, and how it stands. */
export interface ToRemind {
  readonly number: RegistrationNumber
  /** The mail that the acknowledgement answered. */
  readonly fingerprint: Fingerprint
  readonly letter: Letter
  /** The last mail received. */
  readonly submission: Submission
  readonly verdict: Verdict
}

/** What the outbox needs. */
export interface OutboxRegister {
  /**
   * Writing it twice is writing it once: false then. Without more it is about no mail and no program’s
   * answer.
   */
  addLetter(
    item: Pick<OutboxItem, 'id' | 'kind' | 'letter'> &
      Partial<Pick<OutboxItem, 'automatic' | 'number' | 'fingerprint'>>,
    at: Instant,
  ): Promise<boolean>
  /** Incomplete applications that may be reminded and were not yet, those alone that are due. */
  toRemind(callId: CallId, isDue: (one: ToRemind) => boolean, most: number): Promise<readonly ToRemind[]>
  /** How many reminders were written after `since`. */
  remindersSince(since: Instant): Promise<number>
  /** Writes the intent before the attempt; null when there is nothing to send or another sender has it. */
  claim(
    id: OutboxId,
    owner: string,
    at: Instant,
    leaseUntil: Instant,
    /** So many letters of programs in ten minutes open the breaker. */
    breakerAt: number,
  ): Promise<OutboxItem | null>
  /** Nothing changes unless `owner` holds the intent; that a letter left is noted from anybody. */
  settle(id: OutboxId, owner: string, outcome: SendOutcome, at: Instant): Promise<void>
  /**
   * Intents of earlier lives of this instance, and those whose lease is over, are due again, counted as
   * uncertain.
   */
  releaseClaims(owner: string, at: Instant): Promise<number>
  due(at: Instant, limit: number): Promise<readonly OutboxId[]>
}

/** Sending by itself stopped: when, and after how many letters in ten minutes. */
export interface Breaker {
  /** Whose letters are stopped; null: those of every call. */
  readonly callId: CallId | null
  readonly trippedAt: Instant
  readonly letters: number
}
