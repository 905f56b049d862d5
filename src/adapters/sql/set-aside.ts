import { type Kysely, sql } from 'kysely'
import { CallId, Fingerprint } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Attached } from '../../documents/attached.ts'
import { type SetAside, type SetAsideDesk, Today } from '../../register/set-aside.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { parseJson } from './rows.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'
import { sightingsOfAll } from './views.ts'

/** What staff see of mails that are none of our business, and what they decide about them. */
export function sqlSetAsideDesk(database: Database): SetAsideDesk {
  return {
    setAside: (from, most) => page(database, from, most),
    setAsideMail: async (fingerprint) =>
      (await told(database, rows(database).where('mail.fingerprint', '=', fingerprint)))[0] ?? null,
    setAsideCounts: () => counts(database),
    setAsideNews: (callId, since) => news(database, callId, since),
    async noteLooked(fingerprint, at) {
      await database
        .updateTable('set_aside')
        .set({ looked_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
    },
    takeIn: (fingerprint, decision, at) => takeIn(database, fingerprint, decision, at),
    leaveAside: (fingerprint, decision, at) => leaveAside(database, fingerprint, decision, at),
  }
}

/**
 * Mails put aside, each with what is remembered of it and with the person's word that was not followed yet.
 */
function rows(database: Kysely<Tables>) {
  return database
    .selectFrom('mail')
    .innerJoin('set_aside', 'set_aside.fingerprint', 'mail.fingerprint')
    .leftJoin('taken_in', 'taken_in.fingerprint', 'mail.fingerprint')
    .where('mail.fate', '=', 'unrelated')
}

type Rows = ReturnType<typeof rows>

/** Today's rules would take it in, and nobody decided. */
const changed = (query: Rows): Rows =>
  query.where('set_aside.today', 'is not', null).where('taken_in.decided_at', 'is', null)
/** Somebody took it in, and it lies in the mailbox no more. */
const lost = (query: Rows): Rows =>
  query
    .where('taken_in.decided_at', 'is not', null)
    .where('taken_in.fetched_at', 'is', null)
    .where('set_aside.gone_at', 'is not', null)
const withAttachments = (query: Rows): Rows =>
  query.where('set_aside.attachments', '>', 0).where('taken_in.decided_at', 'is', null)
/** Of those without attachments: one with is looked at anyhow. */
const mayAsk = (query: Rows): Rows =>
  query
    .where('set_aside.may_ask', '=', 1)
    .where((where) =>
      where.or([where('set_aside.attachments', 'is', null), where('set_aside.attachments', '=', 0)]),
    )
    .where('taken_in.decided_at', 'is', null)

/**
 * What a person should see first: what was lost, then what today's rules would take in, then what holds
 * files, then what may be a question.
 */
const RANK = sql`case
  when taken_in.decided_at is not null and taken_in.fetched_at is null and set_aside.gone_at is not null \
then 0
  when set_aside.today is not null and taken_in.decided_at is null then 1
  when set_aside.attachments > 0 then 2 when set_aside.may_ask = 1 then 3 else 4 end`

async function page(database: Database, from: number, most: number): ReturnType<SetAsideDesk['setAside']> {
  const ordered = rows(database)
    .orderBy(RANK)
    .orderBy('mail.received_at', 'desc')
    .orderBy('mail.fingerprint')
    .limit(most)
    .offset(from)
  return { mails: await told(database, ordered), total: await howMany(rows(database)) }
}

async function told(database: Database, query: Rows): Promise<readonly SetAside[]> {
  const found = await query
    .select(['mail.fingerprint', 'mail.call_id', 'mail.received_at', 'mail.bytes'])
    .select(['set_aside.kinds', 'set_aside.may_ask', 'set_aside.put_aside_at', 'set_aside.today'])
    .select(['set_aside.looked_at', 'set_aside.gone_at'])
    .select(['taken_in.decided_by', 'taken_in.decided_at'])
    .execute()
  const fingerprints = found.map((row) => row.fingerprint)
  const seen = await sightingsOfAll(database, fingerprints)
  return found.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    callId: CallId.parse(row.call_id),
    receivedAt: Instant.parse(row.received_at),
    bytes: row.bytes,
    attached: row.kinds === null ? null : parseJson(Attached, row.kinds),
    mayAsk: row.may_ask === 1,
    putAsideAt: Instant.parse(row.put_aside_at),
    today: Today.nullable().parse(row.today),
    lookedAt: Instant.nullable().parse(row.looked_at),
    goneAt: Instant.nullable().parse(row.gone_at),
    taken: row.decided_by === null ? null : { by: row.decided_by, at: Instant.parse(row.decided_at) },
    sightings: (seen.get(row.fingerprint) ?? []).toReversed(),
  }))
}

async function howMany(query: Rows): Promise<number> {
  const { count } = await query.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

const unseen = (query: Rows): Rows => query.where('set_aside.looked_at', 'is', null)

async function counts(database: Database): ReturnType<SetAsideDesk['setAsideCounts']> {
  const all = rows(database)
  return {
    unseen: await howMany(unseen(withAttachments(all))),
    mayAsk: await howMany(unseen(mayAsk(all))),
    changed: await howMany(changed(all)),
    lost: await howMany(unseen(lost(all))),
  }
}

async function news(
  database: Database,
  ...[callId, since]: Parameters<SetAsideDesk['setAsideNews']>
): ReturnType<SetAsideDesk['setAsideNews']> {
  const all = rows(database).where('mail.call_id', '=', callId)
  return {
    withAttachments: await howMany(withAttachments(all).where('set_aside.put_aside_at', '>', since ?? '')),
    mayAsk: await howMany(mayAsk(all).where('set_aside.put_aside_at', '>', since ?? '')),
    changed: await howMany(changed(all)),
    lost: await howMany(lost(all).where('set_aside.gone_at', '>', since ?? '')),
  }
}

function takeIn(
  database: Database,
  ...[fingerprint, { by, reason }, at]: Parameters<SetAsideDesk['takeIn']>
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const added = await tx
      .insertInto('taken_in')
      .values({ fingerprint, decided_by: by, reason, decided_at: at, fetched_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('fingerprint')
      .executeTakeFirst()
    if (added === undefined) return false
    // It may lie there again, whatever was found before.
    await tx.updateTable('set_aside').set({ gone_at: null }).where('fingerprint', '=', fingerprint).execute()
    await record(tx, at, 'mail.taken-in', fingerprint, { by, reason })
    return true
  })
}

function leaveAside(
  database: Database,
  ...[fingerprint, { by, reason }, at]: Parameters<SetAsideDesk['leaveAside']>
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const row = await tx
      .updateTable('set_aside')
      .set({ today: null, looked_at: at })
      .where('fingerprint', '=', fingerprint)
      .where('today', 'is not', null)
      .returning('fingerprint')
      .executeTakeFirst()
    if (row === undefined) return false
    await record(tx, at, 'mail.left-aside', fingerprint, { by, reason })
    return true
  })
}
