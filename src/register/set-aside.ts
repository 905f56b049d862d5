import { z } from 'zod'
import { type CallId, Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Attached } from '../documents/attached.ts'
import { Sighting } from '../evidence/evidence.ts'
import type { MailboxLease } from './intake.ts'

/**
 * What today's rules make of a mail that a person should see: something handed in or asked, or nothing that
 * can be read.
 */
export const Today = z.enum(['submission', 'inquiry', 'quarantined'])
export type Today = z.infer<typeof Today>

/**
 * A mail that is none of our business, as the register remembers it: no sender, no subject, no name of a
 * file.
 */
export interface SetAside {
  readonly fingerprint: Fingerprint
  readonly callId: CallId
  readonly receivedAt: Instant
  readonly bytes: number
  /** Null: a release that did not count them put it aside, and it was not looked at since. */
  readonly attached: Attached | null
  /** It read a little like a question. */
  readonly mayAsk: boolean
  readonly putAsideAt: Instant
  /** What the rules of today would make of it, where that is something else; null where they agree. */
  readonly today: Today | null
  /** When a person last looked at it as it stands now. */
  readonly lookedAt: Instant | null
  /** When it was found to lie in no watched folder any more. */
  readonly goneAt: Instant | null
  /** A person takes it in; it is being fetched. */
  readonly taken: { readonly by: string; readonly at: Instant } | null
  readonly sightings: readonly Sighting[]
}

/** How many there are of what a person should see. */
export interface SetAsideCounts {
  /** With attachments, and nobody looked. */
  readonly unseen: number
  /** Without any, perhaps a question, and nobody looked. */
  readonly mayAsk: number
  /** Today's rules would take them in; nobody decided yet. */
  readonly changed: number
  /** A person took them in, and they lie in the mailbox no more; nobody looked since. */
  readonly lost: number
}

/** What the digest tells of a call since the last one; `changed` are all that wait. */
export interface SetAsideNews {
  readonly withAttachments: number
  readonly mayAsk: number
  readonly changed: number
  readonly lost: number
}

/** The times of receipt in which a call's mails are looked at again. */
export interface Season {
  readonly from: Instant
  /** Null where it has no end. */
  readonly until: Instant | null
}

/** A mail to be fetched from the mailbox again, and why. */
export const ToFetch = z.object({
  fingerprint: Fingerprint,
  why: z.enum(['taken-in', 'second-look']),
  /** Where it was seen, the latest first. */
  sightings: z.array(Sighting).readonly(),
})
export type ToFetch = z.infer<typeof ToFetch>

interface Decision {
  readonly by: string
  readonly reason: string
}

/** What staff see of mails put aside, and decide about them. */
export interface SetAsideDesk {
  /** What today's rules would take in first, then those with attachments; the newest first. */
  setAside(
    from: number,
    most: number,
  ): Promise<{ readonly mails: readonly SetAside[]; readonly total: number }>
  /** Null when it is not put aside, or no more. */
  setAsideMail(fingerprint: Fingerprint): Promise<SetAside | null>
  setAsideCounts(): Promise<SetAsideCounts>
  setAsideNews(callId: CallId, since: Instant | null): Promise<SetAsideNews>
  noteLooked(fingerprint: Fingerprint, at: Instant): Promise<void>
  /**
   * A person's word: it is read as something for the call from now on, whatever the rules say. False when it
   * was said.
   */
  takeIn(fingerprint: Fingerprint, decision: Decision, at: Instant): Promise<boolean>
  /** A person's word that today's rules are not followed. False when there is nothing to follow. */
  leaveAside(fingerprint: Fingerprint, decision: Decision, at: Instant): Promise<boolean>
}

/** What the process that holds the mailbox's secret works from: the register says what is to be fetched. */
export interface SetAsideFetches {
  /** Whether a mail seen there is put aside: no other may be looked at for the asking. */
  isSetAside(sighting: Sighting): Promise<boolean>
  /**
   * What people took in first; then what an earlier edition of the rules put aside in a season, the newest
   * first.
   */
  toFetch(
    account: string,
    seasons: readonly Season[],
    edition: number,
    most: number,
  ): Promise<readonly ToFetch[]>
  /** Its bytes are safe again: it goes the way of every mail, or waits for the second look. */
  fetchedAgain(mail: ToFetch, at: Instant, lease: MailboxLease): Promise<void>
  /** It lies nowhere where it was seen. A new sighting makes it one to be fetched again. */
  noteGone(mail: ToFetch, at: Instant): Promise<void>
}

/** What the pipeline needs for them. */
export interface SetAsidePipeline {
  isTakenIn(fingerprint: Fingerprint): Promise<boolean>
  /** Mails whose bytes are there for the second look. */
  toLookAgain(): Promise<readonly Fingerprint[]>
  /**
   * Keeps what today's rules say and what was attached; its bytes may go. Null: they were not there, it is
   * fetched anew.
   */
  saveSecondLook(
    fingerprint: Fingerprint,
    look: {
      readonly today: Today | null
      readonly attached: Attached | null
      readonly mayAsk: boolean
      readonly edition: number
    } | null,
    at: Instant,
  ): Promise<void>
  /** For a register beside the real one: the decisions of the real one stand in it too. */
  takenIn(): Promise<readonly (Decision & { readonly fingerprint: Fingerprint; readonly at: Instant })[]>
}

export interface SetAsideRegister extends SetAsideDesk, SetAsideFetches, SetAsidePipeline {}
