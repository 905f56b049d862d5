import type { Kysely, Transaction } from 'kysely'
import { Instant, later } from '../../base/instant.ts'
import type { Breaker } from '../../register/outbox.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

const WINDOW_MS = 10 * 60_000

/** The breaker that is open, or null: letters of programs may leave. */
export async function openBreaker(database: Kysely<Tables>): Promise<Breaker | null> {
  const row = await database
    .selectFrom('breaker')
    .selectAll()
    .where('resumed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : { trippedAt: Instant.parse(row.tripped_at), letters: row.letters }
}

/**
 * Whether one more letter of a program may leave now to somebody whom nothing proves. Letters to proven
 * senders are neither counted nor stopped: who writes in the names of others spends nothing of theirs. With
 * `most` gone in ten minutes, or on their way, it opens the breaker, which stays open until a person closes
 * it: an hour’s budget comes back by itself, a storm should not.
 */
export async function mayLeave(tx: Transaction<Tables>, at: Instant, most: number): Promise<boolean> {
  if ((await openBreaker(tx)) !== null) return false
  const resumed = await tx
    .selectFrom('breaker')
    .select('resumed_at')
    .orderBy('resumed_at', 'desc')
    .executeTakeFirst()
  const window = later(at, -WINDOW_MS)
  const since = resumed?.resumed_at != null && resumed.resumed_at > window ? resumed.resumed_at : window
  const letters = await goneSince(tx, since)
  if (letters < most) return true
  await tx
    .insertInto('breaker')
    .values({ tripped_at: at, letters, resumed_at: null, resumed_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(tx, at, 'breaker.tripped', 'outbox', { letters })
  return false
}

/**
 * Letters of programs to the unproven that left since then, or are on their way: each count has an index,
 * both in one have none.
 */
async function goneSince(tx: Transaction<Tables>, since: string): Promise<number> {
  const automatic = tx
    .selectFrom('outbox')
    .leftJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('outbox.automatic', '=', 1)
    .where(({ or, eb }) => or([eb('mail.sender_proof', 'is', null), eb('mail.sender_proof', '!=', 'proven')]))
  const sent = await automatic.where('outbox.sent_at', '>', since).executeTakeFirstOrThrow()
  const onTheirWay = await automatic
    .where('outbox.state', '=', 'intended')
    .where(({ or, eb }) => or([eb('outbox.sent_at', 'is', null), eb('outbox.sent_at', '<=', since)]))
    .executeTakeFirstOrThrow()
  return Number(sent.count) + Number(onTheirWay.count)
}

/** False when it was not open. */
export async function resume(database: Database, by: string, at: Instant): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const closed = await tx
      .updateTable('breaker')
      .set({ resumed_at: at, resumed_by: by })
      .where('resumed_at', 'is', null)
      .returning('tripped_at')
      .executeTakeFirst()
    if (closed !== undefined) await record(tx, at, 'breaker.resumed', 'outbox', { by })
    return closed !== undefined
  })
}
