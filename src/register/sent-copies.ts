import type { Letter } from '../acknowledgement/outgoing.ts'
import type { OutboxId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'

/** A letter that left, and when. */
export interface SentLetter {
  readonly id: OutboxId
  readonly letter: Letter
  readonly sentAt: Instant
}

/** The letters to applicants of which the account's own folder of sent mail has no copy yet. */
export interface SentCopies {
  /** The oldest first. */
  toCopy(limit: number): Promise<readonly SentLetter[]>
  /** Noting it twice is noting it once. */
  noteCopied(id: OutboxId, at: Instant): Promise<void>
}
