import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Document } from '../documents/document.ts'
import type { Listed } from '../documents/received.ts'
import type { Applicant } from '../dossier/dossier.ts'
import type { Ground } from '../dossier/placeable.ts'
import type { Sighting } from '../evidence/evidence.ts'
import type { Receipt } from '../mail/receipt.ts'
import type { AnswerDecision } from '../mail/robots/decision.ts'
import type { Fate } from '../mail/triage.ts'
import type { Timeliness, Verdict } from '../verdict/finding.ts'
import type { KeptEligibility } from './eligibility.ts'
import type { Progress } from './mail-record.ts'
import type { Breaker, OutboxItem } from './outbox.ts'
import type { KeptOutcome } from './outcomes.ts'

/** One line of the register as people read it. */
export interface ApplicationView {
  readonly number: RegistrationNumber
  readonly applicant: Applicant
  readonly sectors: readonly string[]
  readonly receivedAt: Instant
  readonly verdict: Verdict
  readonly mails: readonly MailView[]
  /** What a person recorded of its end and that stands. */
  readonly outcome: KeptOutcome | null
  /** What a person decided of its eligibility and that stands. */
  readonly eligibility: KeptEligibility | null
}

/** Who decided about a contested time, and why. */
export interface Ruling {
  readonly by: string
  readonly reason: string
  readonly at: Instant
}

export interface MailView {
  readonly fingerprint: Fingerprint
  readonly callId: CallId | null
  readonly bytes: number
  readonly number: RegistrationNumber | null
  readonly progress: Progress
  readonly fate: Fate | null
  /** The address it was sent from, as it says. */
  readonly sender: string | null
  readonly receipt: Receipt | null
  /** Of a time that a person ruled on. */
  readonly ruling: Ruling | null
  readonly decision: AnswerDecision | null
  readonly documents: readonly Document[]
  readonly verdict: Verdict | null
  readonly applicant: Applicant | null
  readonly quarantineCode: string | null
  readonly sightings: readonly Sighting[]
  /** Why it is in its application; null for a mail that is in none. */
  readonly ground: Ground | null
  /**
   * Of one in an application: those that staff should compare with it; of any other: those that it may be
   * about.
   */
  readonly mayBelongTo: readonly RegistrationNumber[]
}

/** An application as lists, exports and the digest tell it: read in one pass, whatever its mails hold. */
export interface ApplicationSummary {
  readonly number: RegistrationNumber
  readonly applicant: Applicant
  readonly sectors: readonly string[]
  readonly receivedAt: Instant
  readonly receipt: Receipt | null
  /** Of the mail that opened it, as is its ruling. */
  readonly sender: string | null
  readonly ruling: Ruling | null
  /** When the last of its mails came. */
  readonly latestAt: Instant
  /** Of the mail that opened it; the verdict is that of its dossier as it stands. */
  readonly timeliness: Timeliness
  readonly verdict: Verdict
  /** In order of receipt; without the texts of mails. */
  readonly documents: readonly Listed[]
  readonly mails: number
  readonly held: boolean
  readonly outcome: KeptOutcome | null
  readonly eligibility: KeptEligibility | null
}

export interface SightingView {
  readonly sighting: Sighting
  readonly fingerprint: Fingerprint
  readonly fate: Fate | null
}

/** One entry of the append-only history. `subject`: the mail, letter or application it tells of. */
export interface HistoryEntry {
  readonly at: Instant
  readonly type: string
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** What became of a letter. */
export type LetterState = Omit<OutboxItem, 'letter'>

/** What people and reports read. */
export interface RegisterViews {
  applications(callId: CallId): Promise<readonly ApplicationView[]>
  /** The same applications, each in short. */
  summaries(callId: CallId): Promise<readonly ApplicationSummary[]>
  /** Null: of all calls, with those whose call is not known yet. */
  mails(callId: CallId | null): Promise<readonly MailView[]>
  letters(): Promise<readonly OutboxItem[]>
  /** The same without what they say. */
  letterStates(): Promise<readonly LetterState[]>
  /** Those that are open: one for each call whose letters are stopped. */
  breakers(): Promise<readonly Breaker[]>
  sightings(account: string): Promise<readonly SightingView[]>
  /** What happened to an application: its mails, its letters and what staff decided, in order. */
  history(number: RegistrationNumber): Promise<readonly HistoryEntry[]>
  aliveAt(account: string): Promise<readonly { folder: string; at: Instant }[]>
}
