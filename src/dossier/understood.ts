import { z } from 'zod'
import { CallId, type Fingerprint } from '../base/ids.ts'
import type { Calls } from '../call/calls.ts'
import { Attached } from '../documents/attached.ts'
import { Document } from '../documents/document.ts'
import type { Clocks } from '../evidence/evidence.ts'
import type { TriageFacts } from '../mail/facts.ts'
import { Mail } from '../mail/mail.ts'
import { Receipt } from '../mail/receipt.ts'
import { SenderProof } from '../mail/signs/sender-proof.ts'
import { Triage } from '../mail/triage.ts'

/** What the register may know of a mail's sender: a mail is looked at under each of these suppositions. */
export const Supposition = z.enum(['stranger', 'applicant', 'answers-us', 'applicant-answers-us'])
export type Supposition = z.infer<typeof Supposition>

/** What each supposes. */
export const SUPPOSED: Readonly<Record<Supposition, TriageFacts>> = {
  stranger: { fromApplicant: false, answersOurs: false },
  applicant: { fromApplicant: true, answersOurs: false },
  'answers-us': { fromApplicant: false, answersOurs: true },
  'applicant-answers-us': { fromApplicant: true, answersOurs: true },
}

/** For which call a mail is, and what it is to it. */
export const Sorted = z.object({ callId: CallId, triage: Triage })
export type Sorted = z.infer<typeof Sorted>

/** Of the longest mails the first words: an index takes no more (PostgreSQL’s tsvector: a megabyte). */
export const WORDS_AT_MOST = 300_000

/**
 * All that can be said of a mail without the register: it follows from its bytes, its clocks and the calls
 * alone. Whoever decides meets no word of a stranger's any more that was not looked at before.
 */
export const Understood = z.object({
  mail: Mail,
  receipt: Receipt,
  proof: SenderProof,
  attached: Attached,
  sorted: z.record(Supposition, Sorted),
  /** For each call that the mail may be for. */
  documents: z.record(CallId, z.array(Document)),
  /** What it and its documents say, each word once, folded: for searches. */
  words: z.string().max(WORDS_AT_MOST),
})
export type Understood = z.infer<typeof Understood>

/** Which mail is read, and when it came by which clock. */
export interface MailInHand {
  readonly fingerprint: Fingerprint
  readonly clocks: Clocks
}

/**
 * Reads mails, from their bytes to what they are, where a stranger's bytes meet nothing. A file that cannot
 * be read is said so of, in the answer. Failures: permanent, `not-a-mail`, `head-too-long`, `stand-in` or
 * `ended-its-reader`, for bytes that are no mail that can be read; transient when this machine cannot read at
 * all.
 */
export interface MailReader {
  /** `closed`: attachments that are not to be opened. */
  readMail(
    raw: Uint8Array,
    inHand: MailInHand,
    calls: Calls,
    closed?: readonly ClosedAttachment[],
  ): Promise<Understood>
}

/** An attachment, by its index in its mail, that an antivirus does not let through. */
export interface ClosedAttachment {
  readonly index: number
  readonly problem: 'infected' | 'too_large'
  readonly detail: string
}

/** Takes a mail apart for an antivirus. */
export interface PartsReader {
  /** The decoded bytes of each attachment, with its index in the mail. */
  parts(raw: Uint8Array): Promise<readonly { readonly index: number; readonly content: Uint8Array }[]>
}

/** The supposition that holds. */
export function suppositionOf({ fromApplicant, answersOurs }: TriageFacts): Supposition {
  if (fromApplicant) return answersOurs ? 'applicant-answers-us' : 'applicant'
  return answersOurs ? 'answers-us' : 'stranger'
}
