import { z } from 'zod'
import { type CallId, Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { Clocks, Sighting } from '../evidence/evidence.ts'
import type { Receipt } from '../mail/receipt.ts'

/** The right to watch a mailbox. `token` rises with each owner: a register refuses an older one. */
export const MailboxLease = z.object({ account: z.string().min(1), token: z.int() })
export type MailboxLease = z.infer<typeof MailboxLease>

/**
 * `copy`: the same bytes are in the register already; `out-of-junk`: they are, a person moved them out of the
 * suspected spam, and what was decided because they lay there is to be decided again; `same-mail`: the mail
 * is in the register with other bytes, for its server wrote it anew when it was moved; these are not kept,
 * for no mail of the register has them.
 */
export const SightingOutcome = z.enum(['new', 'copy', 'out-of-junk', 'same-mail'])
export type SightingOutcome = z.infer<typeof SightingOutcome>

/** A mail that was seen, its bytes safe. */
export const SeenEvidence = z.object({
  sighting: Sighting,
  fingerprint: Fingerprint,
  bytes: z.int().nonnegative(),
  clocks: Clocks,
  /** Seen in a folder of suspected spam; false when left out. */
  isJunk: z.boolean().optional(),
})
export type SeenEvidence = z.infer<typeof SeenEvidence>

/** Why a mail is set aside for a person, whose staff it is told, and when it came. */
export interface Quarantine {
  readonly code: string
  readonly callId: CallId
  readonly receipt: Receipt
}

/** What intake needs. */
export interface IntakeRegister {
  /** UIDs of a folder, or those from `from` up, that already have a row. */
  knownUids(account: string, folder: string, uidValidity: string, from?: number): Promise<ReadonlySet<number>>
  /**
   * The numbers of a folder's mails by their server's immutable ids, in the order of `ids`; new ones get the
   * next, never one that was given before. Null for a mail that was erased: it is no news.
   */
  numberMails(account: string, uidValidity: string, ids: readonly string[]): Promise<(number | null)[]>
  /**
   * Whether mails of an account were seen by the other way than this one: with UIDs of a server, or with
   * numbers of ours; by what a person adopted last, where somebody did.
   */
  sawOtherwise(account: string, isNumbered: boolean): Promise<boolean>
  /** The id of a mail by its number; null where nobody gave it, or it was erased. */
  idOfMail(place: Sighting): Promise<string | null>
  /**
   * UIDs near one whose mails were handed over and read as such, the nearest first: to ask for them again.
   */
  handedOverNear(place: Sighting, most: number): Promise<readonly number[]>
  /**
   * Commits that mails were seen. Recording twice is recording once. Failure('transient', 'lease-lost') when
   * another watches by now.
   */
  recordSightings(
    seen: readonly SeenEvidence[],
    at: Instant,
    /** Without it nobody watches: a paper application, a test. */
    lease?: MailboxLease,
  ): Promise<readonly SightingOutcome[]>
  /**
   * Commits what the server said of a mail that it does not hand over, set aside for a person. Recording
   * twice is recording once. Failure('transient', 'lease-lost') as above.
   */
  recordWithheld(seen: SeenEvidence, why: Quarantine, at: Instant, lease: MailboxLease): Promise<void>
  /** Nothing that the folder lists is without a row, or is being fetched. */
  proveAlive(account: string, folder: string, at: Instant): Promise<void>
  /**
   * Takes or keeps a mailbox until an hour; null while another instance has it. `owner`: `<instance>#<life>`.
   */
  takeLease(account: string, owner: string, at: Instant, until: Instant): Promise<MailboxLease | null>
  endLease(lease: MailboxLease, at: Instant): Promise<void>
}
