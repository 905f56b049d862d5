import { type Kysely, sql, type Transaction } from 'kysely'
import { CallId } from '../../base/ids.ts'
import { Instant, later } from '../../base/instant.ts'
import type { Breaker } from '../../register/outbox.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

const WINDOW_MS = 10 * 60_000

/** Those that are open: letters of programs about their calls leave nobody. */
export async function openBreakers(database: Kysely<Tables>): Promise<readonly Breaker[]> {
  const rows = await database
    .selectFrom('breaker')
    .selectAll()
    .where('resumed_at', 'is', null)
    .orderBy('tripped_at')
    .execute()
  return rows.map(({ call_id, tripped_at, letters }) => ({
    callId: CallId.nullable().parse(call_id),
    trippedAt: Instant.parse(tripped_at),
    letters,
  }))
}

/** Whether the letters of a call are stopped; null: what is of no call, which any stops that is of none. */
export async function isStopped(database: Kysely<Tables>, callId: string | null): Promise<boolean> {
  return (await openBreakers(database)).some((open) => open.callId === null || open.callId === callId)
}

/** The call that a letter is about, by its mail or by its application: for letters joined to both. */
export const callOfLetter = sql<string | null>`coalesce(mail.call_id, application.call_id)`

/**
 * Whether one more letter of a program may leave now, about this call, to somebody whom nothing proves.
 * Letters to proven senders are neither counted nor stopped: who writes in the names of others spends
 * nothing of theirs; nor are those of other calls. With `most` gone in ten minutes, or on their way, it
 * opens the call's breaker, which stays open until a person closes it: an hour’s budget comes back by
 * itself, a storm should not.
 */
export async function mayLeave(
  tx: Transaction<Tables>,
  callId: string | null,
  at: Instant,
  most: number,
): Promise<boolean> {
  if (await isStopped(tx, callId)) return false
  const resumed = await tx
    .selectFrom('breaker')
    .select('resumed_at')
    .where(({ or, eb }) => or([eb('call_id', 'is', null), eb('call_id', '=', callId)]))
    .orderBy('resumed_at', 'desc')
    .executeTakeFirst()
  const window = later(at, -WINDOW_MS)
  const since = resumed?.resumed_at != null && resumed.resumed_at > window ? resumed.resumed_at : window
  const letters = await goneSince(tx, callId, since)
  if (letters < most) return true
  const row = await tx
    .insertInto('breaker')
    .values({ tripped_at: at, letters, resumed_at: null, resumed_by: null, call_id: callId })
    // Another call’s in the same millisecond: this one’s opens with the next letter.
    .onConflict((conflict) => conflict.doNothing())
    .returning('tripped_at')
    .executeTakeFirst()
  const told = callId === null ? { letters } : { letters, call: callId }
  if (row !== undefined) await record(tx, at, 'breaker.tripped', 'outbox', told)
  return false
}

/**
 * Letters of programs to the unproven that left since then, or are on their way: each count has an index,
 * both in one have none.
 */
async function goneSince(tx: Transaction<Tables>, callId: string | null, since: string): Promise<number> {
  const automatic = tx
    .selectFrom('outbox')
    .leftJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .leftJoin('application', 'application.number', 'outbox.number')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('outbox.automatic', '=', 1)
    .where(({ or, eb }) => or([eb('mail.sender_proof', 'is', null), eb('mail.sender_proof', '!=', 'proven')]))
    .where(callOfLetter, callId === null ? 'is' : '=', callId)
  const sent = await automatic.where('outbox.sent_at', '>', since).executeTakeFirstOrThrow()
  const onTheirWay = await automatic
    .where('outbox.state', '=', 'intended')
    .where(({ or, eb }) => or([eb('outbox.sent_at', 'is', null), eb('outbox.sent_at', '<=', since)]))
    .executeTakeFirstOrThrow()
  return Number(sent.count) + Number(onTheirWay.count)
}

/** Closes all that are open. False when none was. */
export async function resume(database: Database, by: string, at: Instant): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const closed = await tx
      .updateTable('breaker')
      .set({ resumed_at: at, resumed_by: by })
      .where('resumed_at', 'is', null)
      .returning('tripped_at')
      .execute()
    if (closed.length > 0) await record(tx, at, 'breaker.resumed', 'outbox', { by })
    return closed.length > 0
  })
}
