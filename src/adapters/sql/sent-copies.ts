import type { OutboxId } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { SentLetter } from '../../register/sent-copies.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { outboxItem } from './rows.ts'
import { inTurn } from './turn.ts'

/**
 * Bounced ones left too; what was handed over on paper did not. The digest goes to staff, and of trials
 * nothing is kept: neither is among the letters to applicants.
 */
export async function toCopy(database: Database, limit: number): Promise<readonly SentLetter[]> {
  const rows = await database
    .selectFrom('outbox')
    .selectAll()
    .where('sent_at', 'is not', null)
    .where('state', '!=', 'handed')
    .where('kind', 'not in', ['digest', 'trial'])
    .where('id', 'not in', database.selectFrom('sent_copy').select('outbox_id'))
    .orderBy('sent_at')
    .limit(limit)
    .execute()
  return rows
    .map(outboxItem)
    .flatMap(({ id, letter, sentAt }) => (sentAt === null ? [] : [{ id, letter, sentAt }]))
}

export async function noteCopied(database: Database, id: OutboxId, at: Instant): Promise<void> {
  await inTurn(database, async (tx) => {
    const added = await tx
      .insertInto('sent_copy')
      .values({ outbox_id: id, copied_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('outbox_id')
      .executeTakeFirst()
    if (added !== undefined) await record(tx, at, 'letter.copied', id, {})
  })
}
