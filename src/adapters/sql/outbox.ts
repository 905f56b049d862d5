import { type Kysely, sql } from 'kysely'
import { handleOf } from '../../acknowledgement/envelope.ts'
import { type Fingerprint, OutboxId, type RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { OutboxItem, OutboxRegister, SendOutcome } from '../../register/outbox.ts'
import { callOfLetter, mayLeave, openBreakers } from './breaker.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { outboxItem } from './rows.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type NewLetter = Pick<OutboxItem, 'id' | 'kind' | 'letter' | 'automatic'> & {
  readonly number: RegistrationNumber | null
  readonly fingerprint: Fingerprint | null
  /** Of an automatic acknowledgement. */
  readonly purse?: string
  /** On paper, by a person: nothing of it is left to be sent. */
  readonly isHanded?: boolean
}

/** A letter that answers no mail: a digest, a reminder. False when it was there. */
export async function addLetter(
  database: Database,
  item: Parameters<OutboxRegister['addLetter']>[0],
  at: Instant,
): Promise<boolean> {
  return inTurn(database, (tx) =>
    insertLetter(tx, { automatic: false, number: null, fingerprint: null, ...item }, at),
  )
}

/**
 * The id says what the letter answers, so writing it twice is writing it once. Returns false when it was
 * there.
 */
export async function insertLetter(database: Kysely<Tables>, item: NewLetter, at: Instant): Promise<boolean> {
  const isHanded = item.isHanded === true
  const row = await database
    .insertInto('outbox')
    .values({
      id: item.id,
      handle: handleOf(item.id),
      kind: item.kind,
      automatic: item.automatic ? 1 : 0,
      to_address: isHanded ? null : (item.letter.to[0]?.toLowerCase() ?? null),
      number: item.number,
      fingerprint: item.fingerprint,
      letter: JSON.stringify(item.letter),
      message_id: item.letter.messageId,
      state: isHanded ? 'handed' : 'due',
      sent_at: isHanded ? at : null,
      attempts: 0,
      uncertain: 0,
      next_at: at,
      created_at: at,
      purse: item.purse ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  const type = isHanded ? 'letter.handed' : 'letter.due'
  if (row !== undefined) await record(database, at, type, item.id, { kind: item.kind })
  return row !== undefined
}

/** The intent is committed before the attempt: a crash after it is known, and shown, as uncertain. */
export async function claim(
  database: Database,
  id: OutboxId,
  owner: string,
  at: Instant,
  leaseUntil: Instant,
  breakerAt: number,
): Promise<OutboxItem | null> {
  return inTurn(database, async (tx) => {
    const wanted = await tx
      .selectFrom('outbox')
      .leftJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
      .leftJoin('application', 'application.number', 'outbox.number')
      .select(['outbox.automatic', 'mail.sender_proof', callOfLetter.as('call')])
      .where('outbox.id', '=', id)
      .where('outbox.state', '=', 'due')
      .where('outbox.next_at', '<=', at)
      .executeTakeFirst()
    if (wanted === undefined) return null
    const isBounded = wanted.automatic === 1 && wanted.sender_proof !== 'proven'
    if (isBounded && !(await mayLeave(tx, wanted.call, at, breakerAt))) return null
    const row = await tx
      .updateTable('outbox')
      .set((expression) => ({
        state: 'intended',
        claimed_by: owner,
        claimed_until: leaseUntil,
        attempts: expression('attempts', '+', 1),
      }))
      .where('id', '=', id)
      .where('state', '=', 'due')
      .where('next_at', '<=', at)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) return null
    await record(tx, at, 'letter.intended', id, { attempt: row.attempts })
    return outboxItem(row)
  })
}

/**
 * The end of an attempt. That a letter left is a fact, whoever holds it by now; anything else only counts
 * from the one who holds the intent: a sender that was taken for dead must not let go what another has in
 * hand.
 */
export async function settle(
  database: Database,
  id: OutboxId,
  owner: string,
  outcome: SendOutcome,
  at: Instant,
): Promise<void> {
  await inTurn(database, async (tx) => {
    const changed = await tx
      .updateTable('outbox')
      .set({ claimed_by: null, claimed_until: null, reply: outcome.reply, ...changeOf(outcome, at) })
      .$if(outcome.kind === 'later' && outcome.uncertain, (query) =>
        query.set((expression) => ({ uncertain: expression('uncertain', '+', 1) })),
      )
      .$if(outcome.kind === 'later' && outcome.isAttempt === false, (query) =>
        query.set((expression) => ({ attempts: expression('attempts', '-', 1) })),
      )
      .where('id', '=', id)
      .where('state', 'in', outcome.kind === 'sent' ? ['intended', 'due'] : ['intended'])
      .$if(outcome.kind !== 'sent', (query) => query.where('claimed_by', '=', owner))
      .returning('id')
      .executeTakeFirst()
    if (changed !== undefined) await record(tx, at, EVENT_OF[outcome.kind], id, {})
  })
}

const EVENT_OF = { sent: 'letter.sent', refused: 'letter.refused', later: 'letter.postponed' } as const

function changeOf(outcome: SendOutcome, at: Instant) {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sent_at: at }
    case 'refused':
      return { state: 'refused' }
    case 'later':
      return { state: 'due', next_at: outcome.nextAt }
  }
}

/**
 * `owner` is `<instance>#<life>`: one instance runs once, so intents of its other lives were cut short by a
 * crash. They may have gone out: due again with the same Message-ID, and counted as uncertain.
 */
export async function releaseClaims(database: Database, owner: string, at: Instant): Promise<number> {
  const instance = owner.slice(0, owner.indexOf('#') + 1)
  return inTurn(database, async (tx) => {
    const rows = await tx
      .updateTable('outbox')
      .set((expression) => ({
        state: 'due',
        claimed_by: null,
        claimed_until: null,
        uncertain: expression('uncertain', '+', 1),
        next_at: at,
      }))
      .where('state', '=', 'intended')
      .where(({ or, and, eb }) =>
        or([
          eb('claimed_until', '<=', at),
          and([eb('claimed_by', 'like', `${instance}%`), eb('claimed_by', '!=', owner)]),
        ]),
      )
      .returning('id')
      .execute()
    for (const row of rows) await record(tx, at, 'letter.uncertain', row.id, {})
    return rows.length
  })
}

export async function due(database: Database, at: Instant, limit: number): Promise<readonly OutboxId[]> {
  const stopped = (await openBreakers(database)).map(({ callId }) => callId)
  const rows = await database
    .selectFrom('outbox')
    .leftJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .leftJoin('application', 'application.number', 'outbox.number')
    .select('outbox.id')
    .where('outbox.state', '=', 'due')
    .where('outbox.next_at', '<=', at)
    .$if(stopped.length > 0, (query) =>
      query.where(({ or, eb, not }) =>
        or([
          eb('outbox.automatic', '=', 0),
          eb('mail.sender_proof', '=', 'proven'),
          ...(stopped.includes(null) ? [] : [not(eb(sql`coalesce(${callOfLetter}, '')`, 'in', stopped))]),
        ]),
      ),
    )
    .orderBy('outbox.created_at')
    .limit(limit)
    .execute()
  return rows.map((row) => OutboxId.parse(row.id))
}
