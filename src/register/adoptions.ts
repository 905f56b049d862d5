import type { CallId, Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Author } from './author.ts'

/** The deadline that the register judges by: the call file's, as adopted. `body` is its canonical text. */
export interface AdoptedDeadline extends Author {
  readonly version: number
  readonly body: string
}

/** What a process lives with: one that finds it changed begins anew, with what is true then. */
export interface Standing {
  /** How many changes of deadlines and of calls' files people adopted so far. */
  readonly adoptions: number
  /** The version of the register's tables. */
  readonly schema: number
}

/** Changes of rules take effect when a person adopts them, with the difference seen first. */
export interface AdoptionRegister {
  adoptedDeadline(callId: CallId): Promise<AdoptedDeadline | null>
  /** One question, however many calls there are. */
  standing(): Promise<Standing>
  /** Adopting what is adopted is adopting nothing. */
  adoptDeadline(callId: CallId, body: string, adoption: Author, at: Instant): Promise<void>
  /** Returns how many will be read again. */
  readAgain(fingerprints: readonly Fingerprint[], adoption: Author, at: Instant): Promise<number>
}
