import type { LetterKind } from '../acknowledgement/outgoing.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'

/** What staff know the applications of a call as, by number. */
export type KnownAs = ReadonlyMap<string, string>

/** An application as the digest shows it. */
export interface DigestApplication {
  readonly number: string
  /** As staff know it, with its number: without a name, who wrote and about what. So below. */
  readonly who: string
  /** Ids of the call's sectors. */
  readonly sectors: readonly string[]
  /** First receipt. */
  readonly receivedAt: Instant
  readonly timeliness: Timeliness
  readonly completeness: Completeness
  /** Ids of requirements that are missing, and of those that a person must look at. */
  readonly missing: readonly string[]
  readonly unclear: readonly string[]
  /** What staff should know beside it, in French: sizes, numbers, dates and bounds of what came. */
  readonly remarks?: readonly string[]
  /** Changes of particulars that later mails propose. */
  readonly proposals: number
  /** Came or changed since the last digest. */
  readonly isNew: boolean
}

/** An acknowledgement that a person must send. `reason`: row of the decision table. */
export interface DigestHeld {
  readonly who: string
  readonly reason: string
  readonly since: Instant
}

/** A letter that did not arrive, was refused, or of which nobody knows whether it left. */
export interface DigestDelivery {
  readonly who: string
  readonly state: 'bounced' | 'refused' | 'restored' | 'said-bounced' | 'challenged' | 'uncertain' | 'delayed'
  /** Of the letter; an acknowledgement’s where it says none. */
  readonly kind?: LetterKind
  readonly since: Instant
  /** To call the applicant; null when the file gives none. */
  readonly phone: string | null
}

export interface DigestQuarantined {
  readonly who: string
  readonly fingerprint: string
  readonly receivedAt: Instant
  readonly code: string
}

/** Two applications or more that may be one: a person compares. */
export interface DigestAlike {
  readonly who: string
  readonly others: readonly string[]
}

/** A question or a withdrawal that waits for an answer. */
export interface DigestInquiry {
  readonly who: string
  readonly fingerprint: string
  readonly receivedAt: Instant
}

/** Mails that seemed none of our business and that a person should see. */
export interface DigestSetAside {
  /** With attachments, put aside since the last digest. */
  readonly withAttachments: number
  /** Without any, put aside since the last digest, and perhaps a question. */
  readonly mayAsk: number
  /** Today’s rules would take them in, and nobody decided. */
  readonly changed: number
  /** A person took them in, and since the last digest they were found to be in the mailbox no more. */
  readonly lost: number
}

/** Mails by fate, and those that have none: the balance sheet (design, invariant 1). */
export interface DigestBalance {
  readonly mails: number
  readonly fates: Readonly<Record<string, number>>
  readonly unexplained: number
}

export interface DigestInput {
  readonly call: Call
  readonly now: Instant
  readonly applications: readonly DigestApplication[]
  readonly held: readonly DigestHeld[]
  readonly deliveries: readonly DigestDelivery[]
  readonly quarantined: readonly DigestQuarantined[]
  readonly inquiries: readonly DigestInquiry[]
  readonly alike: readonly DigestAlike[]
  readonly setAside: DigestSetAside
  readonly balance: DigestBalance
  /**
   * The state of the append-only register, signed: what is printed here cannot be changed later unseen. Null
   * before the first.
   */
  readonly head: { readonly size: number; readonly root: string; readonly at: Instant } | null
  /** Troubles of the service itself, in French, one sentence each: a mailbox that cannot be reached… */
  readonly alarms: readonly string[]
  /** Where staff have their pages; absent where they have none. */
  readonly consoleUrl?: string
}

/** A digest ready to be sent to the staff. */
export interface Digest {
  readonly subject: string
  readonly text: string
  readonly html: string
}
