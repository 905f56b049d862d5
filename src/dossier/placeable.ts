import { z } from 'zod'
import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Submission } from './dossier.ts'

/**
 * A submission with what places it. `repliesTo`: mails whose acknowledgement it answers; `words`: its text.
 */
export interface Placeable {
  readonly submission: Submission
  /** Its Message-ID: the same mail may come twice, by an alias and by a list. */
  readonly messageId: string | null
  readonly repliesTo: readonly Fingerprint[]
  readonly words: string
  /** The numbers that it writes and that the register has, of its call. */
  readonly names: readonly RegistrationNumber[]
  /**
   * What staff decided: mails it belongs with, and mails it does not. Their word goes before every ground.
   */
  readonly bonds: Bonds
  /**
   * Its sender writes for so many (SHARED_BY) that not all of theirs were looked at: only those that it could
   * mean.
   */
  readonly writesForMany: boolean
  /** Its application so far; null for a mail that is placed for the first time. */
  readonly number: RegistrationNumber | null
  /**
   * The numbers of the applications that it opened, the first one first: one that went into another keeps its
   * own.
   */
  readonly opened: readonly RegistrationNumber[]
}

/** A decision of staff about two mails, kept with its author and reason; the last one about a pair counts. */
export interface Bonds {
  readonly together: readonly Fingerprint[]
  readonly apart: readonly Fingerprint[]
  /** Mails with which an earlier edition joined it, by an identifier alone. */
  readonly kept: readonly Fingerprint[]
}

/** Why a mail is in its application; `same-identifier` is a word of 0.1.0, which let an identifier join. */
export const Ground = z.enum([
  'opened',
  'joined-by-staff',
  'joined-before',
  'reply-to-our-acknowledgement',
  'names-its-number',
  'same-house',
  'same-content',
  'same-sender-replaces-it',
  'same-sender-same-name',
  'same-sender-names-it',
  'same-sender-adds-to-it',
  'same-identifier',
])
export type Ground = z.infer<typeof Ground>

export interface Member extends Placeable {
  readonly ground: Ground
}
