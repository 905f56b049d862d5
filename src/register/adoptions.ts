import type { CallId, Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Author } from './author.ts'

/** The deadline that the register judges by: the call file's, as adopted. `body` is its canonical text. */
export interface AdoptedDeadline extends Author {
  readonly version: number
  readonly body: string
}

/** Changes of rules take effect when a person adopts them, with the difference seen first. */
export interface AdoptionRegister {
  adoptedDeadline(callId: CallId): Promise<AdoptedDeadline | null>
  /**
   * How many changes of deadlines and of calls' files people adopted so far: whoever lives with fewer reads
   * the files again.
   */
  adoptions(): Promise<number>
  /** Adopting what is adopted is adopting nothing. */
  adoptDeadline(callId: CallId, body: string, adoption: Author, at: Instant): Promise<void>
  /** Returns how many will be read again. */
  readAgain(fingerprints: readonly Fingerprint[], adoption: Author, at: Instant): Promise<number>
}
