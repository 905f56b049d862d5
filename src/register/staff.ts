import type { Letter } from '../acknowledgement/outgoing.ts'
import type { Fingerprint, OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { Place } from '../dossier/fates.ts'
import type { Placeable } from '../dossier/placeable.ts'
import type { Receipt } from '../mail/receipt.ts'
import type { EntryPlace, Shown } from '../proof/entry.ts'
import type { Signer } from '../proof/signature.ts'
import type { Author } from './author.ts'
import type { MailRecord } from './mail-record.ts'
import type { OutboxItem } from './outbox.ts'

/** What a member of staff decided, who and why: kept with the history for good. */
export interface StaffAct extends Author {
  /** When staff establish another time of receipt; null when they only let a letter go. */
  readonly receivedAt: Instant | null
  /** What staff decide about a contested time; absent when they do not. */
  readonly ruled?: 'on_time' | 'late'
}

/** What a letter of a person is written from, read in the transaction that keeps it. */
export interface StaffFacts {
  readonly record: MailRecord
  /** With the correction applied. */
  readonly receipt: Receipt
  /** As it was before the correction; the same receipt without one. */
  readonly receiptBefore: Receipt
  readonly submissions: readonly Submission[]
  /** Acknowledgements of this mail, the oldest first. */
  readonly letters: readonly OutboxItem[]
  readonly taken: (number: RegistrationNumber) => boolean
}

/**
 * A letter that a person lets go. `number` is the application's, drawn now for a mail that nobody could read.
 */
export interface StaffLetter {
  readonly id: OutboxId
  readonly kind: 'acknowledgement' | 'answer' | 'rectification'
  readonly number: RegistrationNumber
  /** Written once its place in the register is known. */
  readonly letter: (place: EntryPlace) => Letter
  readonly shown: Shown
  /** True when it says something in the person's own words: the history tells so. */
  readonly written: boolean
  /** On paper: it is not sent. */
  readonly isHanded: boolean
}

/** What follows from an act: both pure, asked in its transaction. */
export interface StaffDecisions {
  /** Null writes no letter. What it throws undoes everything. */
  readonly compose: (facts: StaffFacts) => StaffLetter | null
  /** As `assemble` decides. */
  readonly place: (
    related: readonly Placeable[],
    taken: (number: RegistrationNumber) => boolean,
  ) => readonly Place[]
  /** Signs a head of the register with each letter. */
  readonly signer: Signer
}

/** A decision of staff about pairs of mails: one application, or not. */
export interface Bond extends Author {
  readonly kind: 'together' | 'apart'
  readonly pairs: readonly (readonly [Fingerprint, Fingerprint])[]
}

/**
 * What staff may do in the register: each act is one transaction, with its author and reason in the history.
 */
export interface StaffRegister {
  /**
   * Writes a letter in a person's name and, when the act says so, corrects the receipt first; the old receipt
   * is kept beside the new one, what it may belong with is placed anew and judged again. Null when `compose`
   * writes none.
   */
  act(
    fingerprint: Fingerprint,
    act: StaffAct,
    decisions: StaffDecisions,
    at: Instant,
  ): Promise<OutboxId | null>
  /** What a letter about this mail would be written from: for showing it first. */
  staffFacts(fingerprint: Fingerprint): Promise<StaffFacts>
  /** Closes every breaker: letters leave by themselves again. False when none was open. */
  resume(by: string, at: Instant): Promise<boolean>
  /** The mails that staff joined it with and did not set apart since. */
  joinedWith(fingerprint: Fingerprint): Promise<readonly Fingerprint[]>
  /** Joins or separates mails; all that it touches is placed anew. Returns the mails to conclude again. */
  bind(
    bond: Bond,
    decide: (
      related: readonly Placeable[],
      taken: (number: RegistrationNumber) => boolean,
    ) => readonly Place[],
    at: Instant,
  ): Promise<readonly Fingerprint[]>
}
