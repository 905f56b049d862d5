import { z } from 'zod'
import { Letter } from '../acknowledgement/outgoing.ts'
import { OutboxId } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'

/** A letter that left, and when. */
export const SentLetter = z.object({ id: OutboxId, letter: Letter, sentAt: Instant })
export type SentLetter = z.infer<typeof SentLetter>

/** The letters to applicants of which the account's own folder of sent mail has no copy yet. */
export interface SentCopies {
  /** The oldest first. */
  toCopy(limit: number): Promise<readonly SentLetter[]>
  /** Noting it twice is noting it once. */
  noteCopied(id: OutboxId, at: Instant): Promise<void>
}
