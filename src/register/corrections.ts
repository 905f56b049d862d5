import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Correction } from '../dossier/correction.ts'
import type { Bond } from './staff.ts'

/** A correction with who decided it and why; one that was undone stays, and counts no more. */
export interface KeptCorrection {
  readonly seq: number
  readonly fingerprint: Fingerprint
  readonly correction: Correction
  readonly by: string
  readonly reason: string
  readonly at: Instant
  readonly undone: boolean
}

/** Facts that staff corrected: versioned beside what was read, which stays as it is. */
export interface CorrectionRegister {
  /** The application is judged again with it. Returns the mails to conclude. */
  correct(
    fingerprint: Fingerprint,
    correction: Correction,
    author: Pick<Bond, 'by' | 'reason'>,
    at: Instant,
  ): Promise<readonly Fingerprint[]>
  /** Returns the mails to conclude; none when there is no such correction to undo. */
  undoCorrection(
    seq: number,
    author: Pick<Bond, 'by' | 'reason'>,
    at: Instant,
  ): Promise<readonly Fingerprint[]>
  /** Null: of all applications. */
  corrections(number: RegistrationNumber | null): Promise<readonly KeptCorrection[]>
}
