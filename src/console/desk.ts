import type { Fingerprint } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import type { DocumentReader } from '../documents/document.ts'
import type { MailOpener } from '../documents/mail-opener.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { LookAt } from '../evidence/glance.ts'
import type { ApplicationRecord } from '../exports/application-record.ts'
import type { ApplicationSheet } from '../exports/application-sheet.ts'
import type { Sheet } from '../exports/register-table.ts'
import type { Head } from '../proof/head.ts'
import type { Signer } from '../proof/signature.ts'
import type { Register } from '../register/register.ts'
import type { CallFiles } from '../steps/adopt-call.ts'
import type { Jobs } from '../steps/jobs.ts'
import type { PackedEntry } from '../steps/pack-pieces.ts'
import type { Proofs } from '../steps/sign-in.ts'
import type { WrittenMail } from '../steps/written-mail.ts'

/** The authority's own sign-in server (OpenID Connect). */
export interface Voucher {
  /** Where to send the browser, and what to remember meanwhile. */
  begin(): Promise<{ readonly to: string; readonly memory: string }>
  /** The address it vouches for; null when it does not. */
  finish(url: string, memory: string): Promise<string | null>
}

/** What a changed call would make of the mails that were judged already. */
export interface CallComparison {
  readonly state: 'underway' | 'done' | 'failed'
  /** How many mails were read again, of how many. */
  readonly done: number
  readonly of: number
  readonly changes: readonly {
    readonly fingerprint: Fingerprint
    readonly number: string | null
    /** « timeliness: on_time → late » */
    readonly changes: readonly string[]
  }[]
}

/** Everything that the staff's pages work with. */
export interface Desk {
  readonly register: Register
  readonly calls: Calls
  /**
   * The call files as they stand now: the one place where a changed deadline is seen before it takes effect.
   */
  readonly callsNow: () => Calls
  readonly archive: Archive
  /** A look at a mail where it lies in the mailbox, by the process that may. */
  readonly lookAt: LookAt
  readonly opener: MailOpener
  /** Reads a file that staff dropped, behind the same wall as strangers’. */
  readonly reader: DocumentReader
  readonly callFiles: CallFiles
  /** Begins a comparison, or tells how far it is; `anew` forgets the one before. */
  readonly compareWith: (call: Call, fingerprint: string, anew: boolean) => CallComparison
  readonly jobs: Jobs
  readonly clock: Clock
  readonly codeClock: Clock
  readonly signer: Signer
  readonly proofs: Proofs
  /** A text as rows of dark and light, to be photographed. */
  readonly square: (text: string) => readonly (readonly boolean[])[]
  readonly account: string
  /** How long an act waits until the office has worked it in. */
  readonly patienceMs: number
  /** Where staff reach these pages; empty where nobody said. */
  readonly ownUrl: string
  readonly voucher: Voucher | null
  /** The call’s form, to be filled on a screen or by hand. */
  formPdf(call: Call): Promise<Uint8Array>
  composeMail(mail: WrittenMail): Promise<Uint8Array>
  workbook(sheets: readonly Sheet[]): Promise<Uint8Array>
  /** Sheets of applications, as a PDF. */
  sheets(sheets: readonly ApplicationSheet[], call: Call, at: Instant): Promise<Uint8Array>
  zip(entries: AsyncIterable<PackedEntry>, at: Instant): AsyncIterable<Uint8Array>
  depositRegister(
    records: readonly ApplicationRecord[],
    call: Call,
    at: Instant,
    head: Head | null,
  ): Promise<Uint8Array>
}
