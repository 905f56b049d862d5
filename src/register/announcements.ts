import type { Instant } from '../base/instant.ts'

/** What other programs of the authority are told of: acts and states, never who or what was written. */
export const ANNOUNCED = [
  'mail.concluded',
  'mail.quarantined',
  'application.merged',
  'applications.joined',
  'application.separated',
  'receipt.ruled',
  'receipt.corrected',
  'fact.corrected',
  'outcome.recorded',
  'outcome.taken-back',
  'letter.sent',
  'letter.refused',
  'letter.bounced',
  'deadline.adopted',
  'call.closed',
] as const
export type AnnouncedType = (typeof ANNOUNCED)[number]

/**
 * One entry of the register as other programs are told of it: ids and codes alone. `position`: of the entry;
 * the codes are those that stand when it is told.
 */
export interface Announcement {
  readonly position: number
  readonly at: Instant
  readonly type: AnnouncedType
  readonly call: string | null
  /** The registration number. */
  readonly number: string | null
  /** The mail's fingerprint. */
  readonly mail: string | null
  readonly fate: string | null
  readonly timeliness: string | null
  readonly completeness: string | null
  /** Of a letter: what kind it is. */
  readonly letter: string | null
}

/** How far a subscriber was told of the register. */
export interface AnnouncementRegister {
  /** The oldest first, of those after what the subscriber was told. */
  toAnnounce(subscriber: string, most: number): Promise<readonly Announcement[]>
  /** The subscriber took everything up to this position. */
  noteAnnounced(subscriber: string, position: number): Promise<void>
}
