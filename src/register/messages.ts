import type { Letter } from '../acknowledgement/outgoing.ts'
import type { OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Shown } from '../proof/entry.ts'
import type { Signer } from '../proof/signature.ts'

/** What a person writes to an applicant, as it is kept. */
export interface KeptMessage {
  readonly id: OutboxId
  readonly number: RegistrationNumber
  readonly letter: Letter
  readonly shown: Shown
}

/** Messages of persons to applicants. */
export interface MessageRegister {
  /**
   * Writes the entry, then the letter, and signs a head. Failure: permanent `message-meanwhile` where one
   * with this id is there.
   */
  sendMessage(message: KeptMessage, by: string, signer: Signer, at: Instant): Promise<void>
}
