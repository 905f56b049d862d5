import type { Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { TriageFacts } from '../../mail/facts.ts'
import type { Database } from './connect.ts'

/**
 * What the register knows of a sender, by the clue that every submission leaves and by the letters that were
 * sent.
 */
export async function senderFacts(
  database: Database,
  sender: string | null,
  references: readonly string[],
  but?: Fingerprint,
): Promise<TriageFacts> {
  const known =
    sender === null || sender === ''
      ? undefined
      : await database
          .selectFrom('clue')
          .select('fingerprint')
          .where('kind', '=', 'sender')
          .where('value', '=', sender.toLowerCase())
          .$if(but !== undefined, (query) => query.where('fingerprint', '!=', but ?? ''))
          .limit(1)
          .executeTakeFirst()
  const ours =
    references.length === 0
      ? []
      : await database
          .selectFrom('outbox')
          .select('to_address')
          .where('message_id', 'in', [...references])
          .execute()
  // Whom staff wrote to about an application is known there, whatever address it came from.
  const wasWrittenTo = ours.some(
    ({ to_address }) => to_address !== null && to_address === sender?.toLowerCase(),
  )
  return { fromApplicant: known !== undefined || wasWrittenTo, answersOurs: ours.length > 0 }
}

export async function hasEarlierInHand(
  database: Database,
  fingerprint: Fingerprint,
  observedAt: Instant,
  since: Instant,
): Promise<boolean> {
  const row = await database
    .selectFrom('mail')
    .select('fingerprint')
    .where('progress', 'in', ['received', 'read'])
    .where('fingerprint', '!=', fingerprint)
    .where('observed_at', '<=', observedAt)
    .where('observed_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
