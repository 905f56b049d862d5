import type { LetterKind } from '../acknowledgement/outgoing.ts'
import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Fate } from '../mail/triage.ts'
import type { ClockReading } from './clock.ts'
import type { Breaker, OutboxItem, OutboxState } from './outbox.ts'
import type { TokenState } from './tokens.ts'

/** An acknowledgement that a person must send, and nobody has yet. */
export interface HeldMail {
  readonly fingerprint: Fingerprint
  readonly callId: CallId
  readonly number: RegistrationNumber | null
  /** Row of the decision table; `quarantined` for one that nobody could read. */
  readonly reason: string
  readonly fate: Fate | null
  /** Why it was quarantined; null when it was not. */
  readonly code: string | null
  readonly receivedAt: Instant
}

/** A letter to an applicant that did not arrive. */
export interface LostLetter {
  readonly id: string
  readonly callId: CallId | null
  readonly number: RegistrationNumber | null
  readonly kind: LetterKind
  /** `restored`: it had not left when the register was restored, or left from the life that was lost. */
  readonly state: 'bounced' | 'refused' | 'restored'
  readonly since: Instant
}

/**
 * The service's signs of life, counted without reading what mails hold: for metrics and alarms, as often as
 * one likes.
 */
export interface Vitals {
  /** Mails by fate; `unknown`: still in hand. */
  readonly mails: Readonly<Record<string, number>>
  /**
   * Mails whose way is not finished, when the oldest of them last moved, and since when it waits: one that is
   * tried again and again moves.
   */
  readonly unfinished: {
    readonly count: number
    readonly since: Instant | null
    readonly seenAt: Instant | null
  }
  readonly letters: Readonly<Partial<Record<OutboxState, number>>>
  /** When the oldest letter that is due or on its way was written. */
  readonly oldestDue: Instant | null
  readonly held: readonly HeldMail[]
  readonly lost: readonly LostLetter[]
  /** Mails with a file that the antivirus named. */
  readonly infected: readonly { readonly fingerprint: Fingerprint; readonly callId: CallId | null }[]
  readonly folders: readonly { readonly account: string; readonly folder: string; readonly at: Instant }[]
  readonly clock: ClockReading | null
  readonly breakers: readonly Breaker[]
  readonly tokens: readonly TokenState[]
}

/** An alarm that was told and is not over. */
export interface RaisedAlarm {
  readonly key: string
  readonly toldAt: Instant
}

export interface VitalsRegister {
  vitals(): Promise<Vitals>
  raisedAlarms(): Promise<readonly RaisedAlarm[]>
  /**
   * `told`: raised from now on, with the letters that tell it; `over`: may be raised again one day. False,
   * and nothing changes, when another machine told one of them meanwhile.
   */
  noteAlarms(
    told: readonly string[],
    over: readonly string[],
    letters: readonly Pick<OutboxItem, 'id' | 'kind' | 'letter'>[],
    at: Instant,
  ): Promise<boolean>
}
