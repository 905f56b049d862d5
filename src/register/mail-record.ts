import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Attached } from '../documents/attached.ts'
import type { Document } from '../documents/document.ts'
import type { Clocks } from '../evidence/evidence.ts'
import type { Mail } from '../mail/mail.ts'
import type { Receipt } from '../mail/receipt.ts'
import type { SenderProof } from '../mail/signs/sender-proof.ts'
import type { Fate, Triage } from '../mail/triage.ts'

/**
 * How far a mail has come. `received`: its bytes are safe; `read`: parsed and its documents recognised;
 * `assembled`: its fate and its application are known; `settled`: its verdict stands and what had to be
 * written to its sender is in the outbox; `quarantined`: a person must look.
 */
export type Progress = 'received' | 'read' | 'assembled' | 'settled' | 'quarantined'

/**
 * What `read` found. `mail` and `documents` are null for mail that is none of our business: it is not kept.
 */
export interface ReadMail {
  /** The call that the mail is for. */
  readonly callId: CallId
  readonly receipt: Receipt
  readonly triage: Triage
  readonly sender: string | null
  /** What the authority's own servers say of that address. */
  readonly proof: SenderProof
  readonly mail: Mail | null
  readonly documents: readonly Document[]
}

/** A mail that was just read, with what it is found by, and what is remembered of its attachments. */
export interface FreshlyRead extends ReadMail {
  /** The words of the mail and of what came with it, for searches; none of a mail that is not kept. */
  readonly words: string
  readonly attached: Attached
}

export interface MailRecord {
  readonly fingerprint: Fingerprint
  readonly bytes: number
  readonly clocks: Clocks
  readonly progress: Progress
  readonly attempts: number
  readonly fate: Fate | null
  readonly number: RegistrationNumber | null
  readonly read: ReadMail | null
}
