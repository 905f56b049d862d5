import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'

/** Where a mail was seen: unique for ever in an IMAP account (RFC 9051, 2.3.1.1). */
export const Sighting = z.object({
  account: z.string().min(1),
  folder: z.string().min(1),
  uidValidity: z.string().regex(/^\d+$/),
  uid: z.int().positive(),
})
export type Sighting = z.infer<typeof Sighting>

/**
 * The clocks that say when a mail came. `internalDate` is null offline; `observedAt` is ours and never
 * decides.
 */
export const Clocks = z.object({
  internalDate: Instant.nullable(),
  observedAt: Instant,
  fileTime: Instant.nullable(),
  /** Of a paper application: the day of its postmark; its arrival stands in `internalDate`. */
  postmark: z.iso.date().nullable(),
})
export type Clocks = z.infer<typeof Clocks>

/** The kept original: its identity, its size, its clocks. */
export const Evidence = z.object({ fingerprint: Fingerprint, bytes: z.int().nonnegative(), clocks: Clocks })
export type Evidence = z.infer<typeof Evidence>

/**
 * Keeps raw mails by fingerprint. `keep` returns only when the bytes are on the disk for good (fsync of the
 * file and of its folder); keeping the same bytes again is a success that writes nothing.
 * Failures: transient when the disk is full or away.
 */
export interface Archive {
  keep(raw: Uint8Array): Promise<Fingerprint>
  /** Throws Failure('permanent', 'evidence-missing') or Failure('permanent', 'evidence-altered'). */
  read(fingerprint: Fingerprint): Promise<Uint8Array>
  has(fingerprint: Fingerprint): Promise<boolean>
  /** For mail that has nothing to do with the call: its content is never kept. */
  forget(fingerprint: Fingerprint): Promise<void>
}

/** A mail as a folder hands it over: nothing parsed, nothing marked. */
export interface SeenMail {
  readonly uid: number
  readonly internalDate: Instant | null
  readonly raw: Uint8Array
}

/** Nobody can send more than a mail server of these days takes; a larger one is not fetched. */
export const LARGEST_MAIL_BYTES = 256 * 1024 * 1024

/** What a folder says of a mail that it need not hand over; null where that is no size or no clock. */
export interface MailFacts {
  readonly bytes: number | null
  readonly internalDate: Instant | null
}

/** A folder opened for reading only (EXAMINE, BODY.PEEK): looking at it changes nothing in it. */
export interface WatchedFolder {
  readonly account: string
  readonly folder: string
  readonly uidValidity: string
  /** The server, or its owner, puts suspected spam there. */
  readonly isJunk: boolean
  /** The UID that the next mail gets, as the folder was opened; null when the server does not say. */
  readonly nextUid: number | null
  /** All UIDs, or those from `from` up; with `orSince` also those below whose mails came since that day. */
  uids(from?: number, orSince?: Instant): Promise<readonly number[]>
  /** Null for a mail that the server says nothing of. */
  facts(uid: number): Promise<MailFacts | null>
  /**
   * Rising. A mail that was taken away in the meantime is left out, and so is one that the server does not
   * hand over or that is larger than LARGEST_MAIL_BYTES.
   */
  fetch(uids: readonly number[]): AsyncIterable<SeenMail>
}
