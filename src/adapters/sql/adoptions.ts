import type { Kysely } from 'kysely'
import type { CallId, Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { AdoptedDeadline, Standing } from '../../register/adoptions.ts'
import type { Author } from '../../register/author.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

export async function adoptedDeadline(
  database: Kysely<Tables>,
  callId: CallId,
): Promise<AdoptedDeadline | null> {
  const row = await database
    .selectFrom('deadline')
    .selectAll()
    .where('call_id', '=', callId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { version: row.version, body: row.body, by: row.adopted_by, reason: row.reason }
}

/** The first version of a deadline is nobody's change. */
export async function standing(database: Kysely<Tables>): Promise<Standing> {
  const { deadlines, versions, schema } = await database
    .selectNoFrom((one) => [
      one
        .selectFrom('deadline')
        .select(({ fn }) => fn.countAll().as('deadlines'))
        .where('version', '>', 1)
        .as('deadlines'),
      one
        .selectFrom('call_version')
        .select(({ fn }) => fn.countAll().as('versions'))
        .where('adopted_at', 'is not', null)
        .as('versions'),
      one
        .selectFrom('schema_version')
        .select(({ fn }) => fn.max('version').as('schema'))
        .as('schema'),
    ])
    .executeTakeFirstOrThrow()
  return { adoptions: Number(deadlines) + Number(versions), schema: Number(schema) }
}

/**
 * The next version, and every submission of the call to be judged again. Two processes that adopt the first
 * one adopt it once.
 */
export async function adoptDeadline(
  database: Database,
  callId: CallId,
  body: string,
  { by, reason }: Author,
  at: Instant,
): Promise<void> {
  await inTurn(database, async (tx) => {
    const latest = await adoptedDeadline(tx, callId)
    if (latest?.body === body) return
    const version = (latest?.version ?? 0) + 1
    const row = await tx
      .insertInto('deadline')
      .values({ call_id: callId, version, body, adopted_by: by, reason, adopted_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    if (row === undefined) return
    await record(tx, at, 'deadline.adopted', callId, { version, by, reason })
    if (version === 1) return
    await tx
      .updateTable('mail')
      .set({ progress: 'assembled', updated_at: at })
      .where('call_id', '=', callId)
      .where('number', 'is not', null)
      .where('progress', '=', 'settled')
      .execute()
  })
}

/**
 * Mails that the service reads again from the archive, with today's program and call; those whose receipt a
 * person corrected stay, and those whose bytes are not there.
 */
export async function readAgain(
  database: Database,
  fingerprints: readonly Fingerprint[],
  { by, reason }: Author,
  at: Instant,
): Promise<number> {
  return inTurn(database, async (tx) => {
    let count = 0
    for (const fingerprint of fingerprints) {
      const corrected = tx.selectFrom('correction').select('fingerprint')
      const row = await tx
        .updateTable('mail')
        .set({ progress: 'received', attempts: 0, failure_code: null, updated_at: at })
        .where('fingerprint', '=', fingerprint)
        .where('progress', 'in', ['settled', 'quarantined'])
        .where('kept', '=', 1)
        .where('fingerprint', 'not in', corrected)
        .returning('fingerprint')
        .executeTakeFirst()
      if (row === undefined) continue
      count += 1
      await record(tx, at, 'mail.read-again', fingerprint, { by, reason })
    }
    return count
  })
}
