import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { LetterKind } from '../../acknowledgement/outgoing.ts'
import { Fingerprint, OutboxId } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import { HELD_BY_RESTORATION } from '../../register/outbox.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/**
 * A consistent copy of a register in use, whole or not at all: one read transaction, beside which the service
 * goes on.
 */
export function snapshot(register: string, target: string): void {
  const database = new DatabaseSync(register, { readOnly: true, timeout: 10_000 })
  try {
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
}

/** Mails whose bytes the archive must have, for the register in this database. */
export async function keptMails(database: Database): Promise<readonly Fingerprint[]> {
  const rows = await database
    .selectFrom('mail')
    .select('fingerprint')
    .where('kept', '=', 1)
    .orderBy('fingerprint')
    .execute()
  return rows.map((row) => Fingerprint.parse(row.fingerprint))
}

/** Of letters to applicants those that no program writes anew: what they say is known nowhere else. */
const WRITTEN_ONCE: readonly LetterKind[] = [
  'answer',
  'message',
  'decision',
  'rectification',
  'joining',
  'reminder',
]

async function heldBack(tx: Kysely<Tables>) {
  const waiting = ['due', 'intended']
  const isKept = ({ or, eb, and }: ExpressionBuilder<Tables, 'outbox'>) =>
    or([eb('kind', 'in', WRITTEN_ONCE), and([eb('kind', '=', 'acknowledgement'), eb('automatic', '=', 0)])])
  const kept = await tx
    .updateTable('outbox')
    .set({ state: 'refused', reply: HELD_BY_RESTORATION, claimed_by: null, claimed_until: null })
    .where('state', 'in', waiting)
    .where(isKept)
    .returning(['id', 'fingerprint'])
    .execute()
  const dropped = await tx
    .deleteFrom('outbox')
    .where('state', 'in', waiting)
    .returning(['id', 'fingerprint'])
    .execute()
  return { kept, dropped }
}

/**
 * Says that this register was restored: the life that was lost may have answered what this one does not know
 * of. What came before is never answered by itself any more, and letters that had not left are held for a
 * person, who sees what was really sent: what a program wrote of a mail is not kept, for it is written anew;
 * what a person wrote is, as refused. Returns how many.
 */
export function noteRestored(database: Database, takenAt: Instant, at: Instant): Promise<number> {
  return inTurn(database, async (tx) => {
    const { kept, dropped } = await heldBack(tx)
    for (const { id } of kept) await record(tx, at, 'letter.held-by-restoration', OutboxId.parse(id), {})
    const body = JSON.stringify({ send: false, held: true, reason: '15-restored' })
    for (const { id, fingerprint } of dropped) {
      if (fingerprint !== null)
        await tx
          .updateTable('decision')
          .set({ body, held: 1, to_address: null })
          .where('fingerprint', '=', fingerprint)
          .execute()
      const sealed = fingerprint === null ? [] : [{ table: 'decision', key: fingerprint }]
      await record(tx, at, 'letter.held-by-restoration', OutboxId.parse(id), {}, {}, sealed)
    }
    // That life may live on: they are not to meet in a Redis.
    await tx.updateTable('own').set({ value: randomUUID() }).where('key', '=', 'id').execute()
    await tx.insertInto('restoration').values({ at, taken_at: takenAt }).execute()
    await record(tx, at, 'register.restored', 'register', { takenAt })
    return kept.length + dropped.length
  })
}
