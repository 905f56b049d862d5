import type { Sighting } from './evidence.ts'

/**
 * A UIDVALIDITY has 32 bits (RFC 9051, 2.3.1.1). What stands in its place where a server numbers nothing is
 * longer, so that a folder of the one is never taken for one of the other.
 */
const LONGEST_OF_IMAP = 10

/** Whether the register numbers the mails of this folder: its server knows them by ids only. */
export function isNumberedHere(uidValidity: string): boolean {
  return uidValidity.length > LONGEST_OF_IMAP
}

/**
 * Numbers in the place of UIDs for a server that has none: given once, rising, never given again. The id of a
 * mail must stay what it is wherever the mail is moved.
 */
export interface Numbering {
  /** One for each id, in the order of `ids`; to new ones the next; null for a mail that was erased. */
  numbers(
    place: { readonly account: string; readonly uidValidity: string },
    ids: readonly string[],
  ): Promise<readonly (number | null)[]>
  /** Null for a number that nobody gave, or whose mail was erased. */
  idOf(sighting: Sighting): Promise<string | null>
}
