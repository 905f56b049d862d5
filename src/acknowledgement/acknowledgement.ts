import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { Verdict } from '../verdict/finding.ts'
import type { LetterFile } from './outgoing.ts'

/** A person's own text, as they typed it. `instead`: what the program did not find is left out. */
export interface Words {
  readonly text: string
  readonly instead: boolean
}

/** What an acknowledgement is made from. The same input always gives the same letter, to the byte. */
export interface AcknowledgementInput {
  readonly call: Call
  readonly number: RegistrationNumber
  /**
   * `unread`: a mail that no program could read; a person opens it. `inquiry`: it asks, or withdraws, and
   * hands nothing in.
   */
  readonly kind: 'application' | 'supplement' | 'duplicate' | 'unread' | 'inquiry'
  /** The mail acknowledged, not the whole dossier. */
  readonly submission: Pick<Submission, 'fingerprint' | 'receipt' | 'documents'>
  /**
   * When its application was first received: from then on silence counts (CRPA L231-4), whatever came later.
   * Without it this mail is the first.
   */
  readonly appliedAt?: Instant
  readonly verdict: Pick<Verdict, 'findings'>
  /** Whether the applicant can still complete: missing pieces are named only then. */
  readonly beforeDeadline: boolean
  /** One address: the decision's (src/mail/robots). */
  readonly to: string
  readonly original: {
    readonly subject: string
    readonly messageId: string | null
    readonly references: readonly string[]
  }
  /** 1 for the first acknowledgement of this mail; more for a rectifying one. */
  readonly version: number
  /**
   * True when our servers do not prove who wrote: nothing that came is repeated, neither a subject nor the
   * name of a file, and nothing is said of a dossier. A forger would have us write to whom they want.
   */
  readonly neutral?: boolean
  /** True when a person sends it: then it is no automatic answer and does not say so (domain 5.2). */
  readonly byPerson?: boolean
  /** What the person who sends it says besides; every mandatory mention stays. */
  readonly words?: Words
  /** What they join to it. */
  readonly files?: readonly LetterFile[]
  /**
   * The signed receipt, as a block of ASCII lines (src/proof/receipt.ts); without it the letter carries none.
   */
  readonly receipt?: string
  /** The letter that this one corrects, with the time of receipt that it stated (design, invariant 7). */
  readonly corrects?: {
    readonly messageId: string
    readonly writtenAt: Instant
    readonly receivedAt: Instant
  }
}
