import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'

/** A word between colleagues about a mail, or about the application that it opened. Never in any letter. */
export interface Note {
  readonly seq: number
  readonly fingerprint: Fingerprint
  readonly by: string
  readonly at: Instant
  /** Null once its author took it back: that it was there stays. */
  readonly text: string | null
}

/** Who sees to a mail, or to the application that it opened. */
export interface Assignment {
  readonly fingerprint: Fingerprint
  /** Under which it stands now; null for a mail of no application. */
  readonly number: RegistrationNumber | null
  readonly assignee: string
  readonly at: Instant
}

/**
 * What colleagues tell each other. Notes and assignments hang on mails, so that they go where their mail goes
 * when applications are joined or separated, and leave with it when it is erased.
 */
export interface ColleagueRegister {
  writeNote(fingerprint: Fingerprint, text: string, by: string, at: Instant): Promise<void>
  /** Failure: permanent `no-such-note` where it is not theirs, or was taken back. */
  takeNoteBack(seq: number, by: string, at: Instant): Promise<void>
  /** The oldest first. */
  notesOf(fingerprints: readonly Fingerprint[]): Promise<readonly Note[]>
  /**
   * `assignee` null leaves it to nobody. Failure: permanent `assigned-meanwhile` where it is not with `seen`
   * any more: whoever decides is to know whom they take it from.
   */
  assign(
    fingerprint: Fingerprint,
    to: { readonly assignee: string | null; readonly seen: string | null },
    by: string,
    at: Instant,
  ): Promise<void>
  /** All that are somebody’s. */
  assignments(): Promise<readonly Assignment[]>
}
