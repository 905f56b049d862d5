import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Eligibility } from '../dossier/eligibility.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'
import type { Naming } from './naming.ts'
import type { ListedItem, OutboxItem } from './outbox.ts'
import type { LineCounts, StateCount } from './states.ts'
import type { ApplicationView, HistoryEntry, MailView } from './views.ts'

export interface Neighbours {
  readonly before: RegistrationNumber | null
  readonly after: RegistrationNumber | null
}

/** One line of the register as lists show it. `waits`: an acknowledgement that a person must send. */
export interface Line extends Naming {
  readonly number: RegistrationNumber
  readonly callId: CallId
  readonly sectors: readonly string[]
  readonly receivedAt: Instant
  readonly timeliness: Timeliness
  readonly completeness: Completeness
  readonly eligibility: Eligibility | null
  readonly mails: number
  readonly waits: boolean
  /** Changes of particulars that a person has to accept or refuse. */
  readonly proposals: number
  /** The colleague who sees to it. */
  readonly assignee: string | null
}

/**
 * What narrows a list; null narrows nothing. `sector`: '' for applications without one. `text`: every word
 * must be there. `assignee`: '' for those that nobody sees to.
 */
export interface LineFilter {
  readonly callId: CallId | null
  readonly sector: string | null
  readonly timeliness: Timeliness | null
  readonly completeness: Completeness | null
  readonly eligibility: Eligibility | 'undecided' | null
  readonly waits: boolean
  readonly proposals: boolean
  readonly assignee: string | null
  readonly text: string
  readonly order: LineOrder
}

/** What comes first in a list. */
export const LINE_ORDERS = ['latest', 'oldest', 'name', 'sector'] as const
export type LineOrder = (typeof LINE_ORDERS)[number]

export const EVERYTHING: LineFilter = {
  callId: null,
  sector: null,
  timeliness: null,
  completeness: null,
  eligibility: null,
  waits: false,
  proposals: false,
  assignee: null,
  text: '',
  order: 'latest',
}

/** Applications that came within ten minutes. */
export interface Deposits {
  readonly from: Instant
  readonly count: number
}

/** A mail that asks something or withdraws, or may belong to an application it does not stand in. */
export interface Loose {
  readonly fingerprint: Fingerprint
  readonly number: RegistrationNumber | null
  readonly receivedAt: Instant
  readonly others: readonly RegistrationNumber[]
}

/** Where a number without a conclusion leads: another number, a mail, soon its own page, or nowhere. */
export type Whereabouts = RegistrationNumber | { readonly mail: Fingerprint } | 'in-hand' | 'unknown'

/** The number that an application went into; null where it went into none. */
export function wentInto(now: Whereabouts): RegistrationNumber | null {
  return typeof now === 'object' || now === 'in-hand' || now === 'unknown' ? null : now
}

/**
 * What the staff's pages read: each by an index or one pass over short rows, however many applications there
 * are.
 */
export interface DeskRegister {
  lines(
    filter: LineFilter,
    from: number,
    most: number,
  ): Promise<{ readonly lines: readonly Line[]; readonly total: number }>
  /** Of one call, or of all. */
  lineCounts(callId: CallId | null): Promise<LineCounts>
  /** The same, by all that lists are narrowed by at once. */
  states(callId: CallId | null): Promise<readonly StateCount[]>
  /** When the applications of a call came, the oldest first; without those of which none did. */
  deposits(callId: CallId): Promise<readonly Deposits[]>
  /** Those received before, and completed by a mail that came since. */
  completedSince(callId: CallId, since: Instant): Promise<readonly RegistrationNumber[]>
  /** Who applies, by number, for lists of other things. */
  namesOf(numbers: readonly RegistrationNumber[]): Promise<ReadonlyMap<string, Naming>>
  /** Who wrote, and about what, by fingerprint: for mails that have no number. */
  writersOf(fingerprints: readonly Fingerprint[]): Promise<ReadonlyMap<string, Naming>>
  application(number: RegistrationNumber): Promise<ApplicationView | null>
  /** The applications received just before and just after it, of the same call. */
  neighbours(number: RegistrationNumber): Promise<Neighbours>
  /**
   * What a number without a conclusion is: joined to another, of a mail that is no application (a question),
   * about to be concluded, or none of ours.
   */
  whereabouts(number: RegistrationNumber): Promise<Whereabouts>
  /** The numbers of the applications that went into it: the letters of its mails have them. */
  joinedNumbers(number: RegistrationNumber): Promise<readonly RegistrationNumber[]>
  /**
   * Mails that hand nothing in and are about it, or may be (`mayBelongTo`): questions, answers to a letter,
   * withdrawals.
   */
  askedOf(number: RegistrationNumber): Promise<readonly MailView[]>
  /** Of mails in no application: those that each may be about, by fingerprint. */
  concernsOf(
    fingerprints: readonly Fingerprint[],
  ): Promise<ReadonlyMap<string, readonly RegistrationNumber[]>>
  mailView(fingerprint: Fingerprint): Promise<MailView | null>
  lettersOf(number: RegistrationNumber): Promise<readonly ListedItem[]>
  /** Letters about a mail, the oldest first. */
  lettersAbout(fingerprint: Fingerprint): Promise<readonly ListedItem[]>
  /** With what its files hold. */
  letter(id: string): Promise<OutboxItem | null>
  /** Mails that may belong to another application, for staff to compare. */
  unsureJoins(): Promise<readonly Loose[]>
  /** Mails of the account by fate; `unknown`: still in hand. */
  balance(account: string): Promise<Readonly<Record<string, number>>>
  /** Who looked at what: kept like everything else that happens. */
  noteRead(subject: string, by: string, what: string, at: Instant): Promise<void>
  /** Sign-ins, reads and acts of the console, the latest first. */
  trail(most: number): Promise<readonly HistoryEntry[]>
}
