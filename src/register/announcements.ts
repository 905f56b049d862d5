import { z } from 'zod'
import { Instant } from '../base/instant.ts'

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
export const Announcement = z.object({
  position: z.int(),
  at: Instant,
  type: z.enum(ANNOUNCED),
  call: z.string().nullable(),
  /** The registration number. */
  number: z.string().nullable(),
  /** The mail's fingerprint. */
  mail: z.string().nullable(),
  fate: z.string().nullable(),
  timeliness: z.string().nullable(),
  completeness: z.string().nullable(),
  /** Of a letter: what kind it is. */
  letter: z.string().nullable(),
})
export type Announcement = z.infer<typeof Announcement>

/** How far a subscriber was told of the register. */
export interface AnnouncementRegister {
  /** The oldest first, of those after what the subscriber was told. */
  toAnnounce(subscriber: string, most: number): Promise<readonly Announcement[]>
  /** The subscriber took everything up to this position. */
  noteAnnounced(subscriber: string, position: number): Promise<void>
}
