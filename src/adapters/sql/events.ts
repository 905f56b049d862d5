import type { Kysely } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import type { Tables } from './tables.ts'

/**
 * Everything that can happen in the register. Events name things by id and count them; they hold no personal data,
 * except for what a member of staff decided: then who, and why, in their words.
 */
export type EventType =
  | 'mail.received'
  | 'mail.seen-again'
  | 'mail.read'
  | 'mail.assembled'
  | 'mail.concluded'
  | 'mail.quarantined'
  | 'applications.joined'
  | 'application.separated'
  | 'mailbox.back'
  | 'mailbox.taken'
  | 'register.restored'
  | 'letter.held-by-restoration'
  | 'deadline.adopted'
  | 'mail.read-again'
  | 'letter.due'
  | 'letter.intended'
  | 'letter.sent'
  | 'letter.refused'
  | 'letter.postponed'
  | 'letter.uncertain'
  | 'letter.bounced'
  | 'letter.delayed'
  | 'letter.challenged'
  | 'letter.absent'
  | 'letter.released'
  | 'letter.copied'
  | 'receipt.corrected'
  | 'breaker.tripped'
  | 'breaker.resumed'

/** Adds to the append-only history, in the transaction of what it tells. */
export async function record(
  database: Kysely<Tables>,
  at: Instant,
  type: EventType,
  subject: string,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await database
    .insertInto('event')
    .values({ at, type, subject, detail: JSON.stringify(detail) })
    .execute()
}
