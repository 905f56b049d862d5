import type { ArrivalNews, Traces } from '../acknowledgement/arrival.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import type { CallId, Fingerprint, OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Applicant, Submission } from '../dossier/dossier.ts'
import type { Place } from '../dossier/fates.ts'
import type { Ground, Placeable } from '../dossier/placeable.ts'
import type { TriageFacts } from '../mail/facts.ts'
import type { Mail } from '../mail/mail.ts'
import type { Receipt } from '../mail/receipt.ts'
import type { AnswerDecision } from '../mail/robots/decision.ts'
import type { Fate } from '../mail/triage.ts'
import type { EntryPlace, Shown } from '../proof/entry.ts'
import type { Signer } from '../proof/signature.ts'
import type { Verdict } from '../verdict/finding.ts'
import type { Outage } from '../verdict/outage.ts'
import type { FreshlyRead, MailRecord, Progress, ReadMail } from './mail-record.ts'
import type { OutboxItem } from './outbox.ts'

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
  /** It writes the number of an application that it may belong to, and is not part of. */
  readonly namesAlike: boolean
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
  senderFacts(sender: string | null, references: readonly string[], but?: Fingerprint): Promise<TriageFacts>
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
