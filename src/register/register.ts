import type { ArrivalNews, Traces } from '../acknowledgement/arrival.ts'
import type { Letter, LetterKind } from '../acknowledgement/outgoing.ts'
import type { CallId, Fingerprint, OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Attached } from '../documents/attached.ts'
import type { Document } from '../documents/document.ts'
import type { Ground, Placeable } from '../dossier/belonging.ts'
import type { Applicant, Submission } from '../dossier/dossier.ts'
import type { Place } from '../dossier/fates.ts'
import type { Clocks } from '../evidence/evidence.ts'
import type { Mail } from '../mail/mail.ts'
import type { Receipt } from '../mail/receipt.ts'
import type { AnswerDecision } from '../mail/robots/decision.ts'
import type { SenderProof } from '../mail/signs/sender-proof.ts'
import type { Fate, Triage } from '../mail/triage.ts'
import type { EntryPlace, Shown } from '../proof/entry.ts'
import type { Signer } from '../proof/signature.ts'
import type { Verdict } from '../verdict/finding.ts'
import type { Outage } from '../verdict/outage.ts'
import type { AccountRegister } from './accounts.ts'
import type { AdoptionRegister } from './adoptions.ts'
import type { AnnouncementRegister } from './announcements.ts'
import type { CallRegister } from './call-versions.ts'
import type { ClockRegister } from './clock.ts'
import type { ComparisonRegister } from './comparison.ts'
import type { CorrectionRegister } from './corrections.ts'
import type { DeskRegister } from './desk.ts'
import type { IntakeRegister } from './intake.ts'
import type { DecisionRegister, OutcomeRegister } from './outcomes.ts'
import type { ProofRegister } from './proof.ts'
import type { SentCopies } from './sent-copies.ts'
import type { SetAsideRegister } from './set-aside.ts'
import type { StaffRegister } from './staff.ts'
import type { TokenRegister } from './tokens.ts'
import type { RegisterViews } from './views.ts'
import type { VitalsRegister } from './vitals.ts'

/**
 * How far a mail has come. `received`: its bytes are safe; `read`: parsed and its documents recognised;
 * `assembled`: its fate and its application are known; `settled`: its verdict stands and what had to be
 * written to its sender is in the outbox; `quarantined`: a person must look.
 */
export type Progress = 'received' | 'read' | 'assembled' | 'settled' | 'quarantined'

/**
 * What `read` found. `mail` and `documents` are null for mail that is none of our business: it is not kept.
 */
export interface ReadMail {
  /** The call that the mail is for. */
  readonly callId: CallId
  readonly receipt: Receipt
  readonly triage: Triage
  readonly sender: string | null
  /** What the authority's own servers say of that address. */
  readonly proof: SenderProof
  readonly mail: Mail | null
  readonly documents: readonly Document[]
}

/** A mail that was just read, with what is remembered of its attachments when it is not kept. */
export interface FreshlyRead extends ReadMail {
  readonly attached: Attached
}

export interface MailRecord {
  readonly fingerprint: Fingerprint
  readonly bytes: number
  readonly clocks: Clocks
  readonly progress: Progress
  readonly attempts: number
  readonly fate: Fate | null
  readonly number: RegistrationNumber | null
  readonly read: ReadMail | null
}

/** Everything `conclude` decides from, for one mail, read in the transaction that saves the conclusion. */
export interface ConclusionFacts {
  readonly record: MailRecord & { readonly read: ReadMail }
  /** The application's submissions received up to and including this mail; empty when it belongs to none. */
  readonly submissions: readonly Submission[]
  /** When our own service did not watch the mailbox. */
  readonly outages: readonly Outage[]
  /** What was answered from the purse that this mail's sender spends from (`purseOf`), of its call. */
  readonly answersToAddressLastDay: number
  readonly answersToApplicationLastDay: number
  readonly answersLastHour: number
  readonly repliesToOurs: boolean
  readonly alreadyAnswered: boolean
  /** Another mail of the same sender with the same Message-ID has its letter. */
  readonly twinAnswered: boolean
  /** The applicant was told of another duplicate already. */
  readonly duplicateTold: boolean
  /** Why it is in its application; null for a mail that is in none. */
  readonly ground: Ground | null
  /**
   * The first acknowledgement that left by itself about another mail of the application, and arrived as far
   * as is known.
   */
  readonly firstLetter: Letter | null
  /**
   * Too many letters to the unproven left at once, and this one's sender is such: a person must say so first.
   */
  readonly breakerOpen: boolean
  /** Seen in folders of suspected spam and in no other. */
  readonly onlyInJunk: boolean
  /** When this register was last restored from a backup; null when never. */
  readonly restoredAt: Instant | null
}

export interface Conclusion {
  readonly decision: AnswerDecision
  readonly verdict: Verdict | null
  readonly applicant: Applicant | null
  /** Written once its place in the register is known. */
  readonly letter: ((place: EntryPlace) => Letter) | null
  readonly letterId: OutboxId | null
  /** Tells the address first acknowledged that this mail, from another one, joined its application. */
  readonly joining: { readonly id: OutboxId; readonly letter: Letter } | null
  /** What the register’s entry shows in clear for ever. */
  readonly shown: Shown
  /** What the mail tells of a letter of ours, when a robot sent it. */
  readonly news: ArrivalNews | null
}

export type OutboxState = 'due' | 'intended' | 'sent' | 'refused' | 'bounced'

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

/** The end of an attempt to hand a letter to the submission server. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | { readonly kind: 'later'; readonly reply: string; readonly nextAt: Instant; readonly uncertain: boolean }

/** The sender has an application, or answers a letter of ours. */
export interface SenderFacts {
  readonly fromApplicant: boolean
  readonly answersOurs: boolean
}

/** What the answer to a trial is decided from. */
export interface TrialFacts {
  readonly toAddressLastDay: number
  readonly lastHour: number
  readonly breakerOpen: boolean
  readonly onlyInJunk: boolean
  readonly restoredAt: Instant | null
}

export type TrialLetter = Pick<OutboxItem, 'id' | 'letter'>

/** What the pipeline needs. Every change is one transaction; repeating one changes nothing. */
export interface PipelineRegister {
  /**
   * Several changes as one transaction: all of them are on the disk when it returns, or none when it throws.
   */
  asOne<Result>(changes: (register: PipelineRegister) => Promise<Result>): Promise<Result>
  mail(fingerprint: Fingerprint): Promise<MailRecord | null>
  /**
   * What is known of a mail's sender, by other mails than `but`, and of those it answers. `references`:
   * Message-IDs.
   */
  senderFacts(sender: string | null, references: readonly string[], but?: Fingerprint): Promise<SenderFacts>
  /**
   * Whether mails seen at `observedAt` or before, but not before `since`, are still to be placed, this one
   * aside.
   */
  hasEarlierInHand(fingerprint: Fingerprint, observedAt: Instant, since: Instant): Promise<boolean>
  /**
   * A service that was ended from outside says nothing of the mails it had in hand: one attempt of each is
   * taken back.
   */
  forgiveAttempts(): Promise<void>
  /**
   * +1 before an attempt, -1 when it ended in good order: what is left over are attempts that ended their
   * process.
   */
  countAttempt(fingerprint: Fingerprint, change: 1 | -1, at: Instant): Promise<number>
  saveRead(fingerprint: Fingerprint, read: FreshlyRead, at: Instant): Promise<void>
  /**
   * Places a mail among those it may belong with. `decide` gets all of them, with the mail itself, and tells
   * the place of each; it is asked again when a number it drew is taken. Returns the mails to conclude
   * (again).
   */
  assemble(
    fingerprint: Fingerprint,
    decide: (
      related: readonly Placeable[],
      taken: (number: RegistrationNumber) => boolean,
    ) => readonly Place[],
    at: Instant,
    /**
     * Handles of the letters at whose signed envelope addresses a mail arrived; without it none are known.
     */
    handlesIn?: (mail: Mail) => readonly string[],
  ): Promise<readonly Fingerprint[]>
  /** Null when there was nothing to conclude. */
  conclude(
    fingerprint: Fingerprint,
    decide: (facts: ConclusionFacts) => Conclusion,
    at: Instant,
    /** How a robot’s mail names the letter it is about; without it no mail has news of a letter. */
    traces?: (mail: Mail) => Traces,
    /** Signs a head of the register with each letter; without it none is taken. */
    signer?: Signer,
  ): Promise<{ readonly letterIds: readonly OutboxId[]; readonly fate: Fate | null } | null>
  quarantine(
    fingerprint: Fingerprint,
    code: string,
    callId: CallId,
    receipt: Receipt,
    at: Instant,
  ): Promise<void>
  /**
   * Mails that are none of our business and whose bytes are still in the archive, in nobody's hand; or
   * whether one is.
   */
  toDiscard(fingerprint?: Fingerprint): Promise<readonly Fingerprint[]>
  discarded(fingerprint: Fingerprint): Promise<void>
  /**
   * Writes the answer to a trial, decided from what its sender was answered lately. Null when there is none.
   */
  answerTrial(
    asked: {
      readonly fingerprint: Fingerprint
      readonly callId: CallId
      readonly addresses: readonly string[]
    },
    decide: (facts: TrialFacts) => TrialLetter | null,
    at: Instant,
  ): Promise<OutboxId | null>
  /** Takes answers to trials away that are older than a day. Returns how many. */
  forgetTrials(at: Instant): Promise<number>
  /** Lets the database learn how its rows are spread; cheap where little has changed. */
  tend(): Promise<void>
  unfinished(before: Instant): Promise<readonly { fingerprint: Fingerprint; progress: Progress }[]>
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
  readonly trippedAt: Instant
  readonly letters: number
}

export interface Register
  extends IntakeRegister,
    PipelineRegister,
    OutboxRegister,
    RegisterViews,
    StaffRegister,
    AdoptionRegister,
    CallRegister,
    ClockRegister,
    ProofRegister,
    ComparisonRegister,
    VitalsRegister,
    SentCopies,
    AnnouncementRegister,
    TokenRegister,
    AccountRegister,
    CorrectionRegister,
    DeskRegister,
    OutcomeRegister,
    DecisionRegister,
    SetAsideRegister,
    AsyncDisposable {}
