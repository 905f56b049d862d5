import type { Letter } from '../acknowledgement/outgoing.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Ledger } from '../register/ledger.ts'

/** The account's folder of sent mail. Looking for a letter there changes nothing in it. */
export interface SentFolder {
  has(messageId: string): Promise<boolean>
  append(raw: Uint8Array, sentAt: Instant): Promise<void>
}

export interface CopySentPorts {
  readonly ledger: Pick<Ledger, 'toCopy' | 'noteCopied'>
  readonly folder: SentFolder
  /** The letter as it left; its Date is when the server took it, a moment after it was handed over. */
  readonly compose: (letter: Letter, sentAt: Instant) => Promise<Uint8Array>
  readonly clock: Clock
}

/** Letters with their files, of up to 7 MB each, in one answer. */
const AT_A_TIME = 5

/**
 * Puts a copy of each letter that left into the account's folder of sent mail: once, for the folder is asked
 * for its Message-ID first. A crash between the copy and the note finds the copy there; so does a server that
 * keeps one itself.
 */
export async function copySent({ ledger, folder, compose, clock }: CopySentPorts): Promise<void> {
  let letters = await ledger.toCopy({ most: AT_A_TIME })
  while (letters.length > 0) {
    for (const { id, letter, sentAt } of letters) {
      if (!(await folder.has(letter.messageId))) await folder.append(await compose(letter, sentAt), sentAt)
      await ledger.noteCopied({ id, at: clock.now() })
    }
    letters = await ledger.toCopy({ most: AT_A_TIME })
  }
}
