import type { Transaction } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { type Attached, countOf } from '../../documents/attached.ts'
import { RULES_EDITION } from '../../mail/rules-edition.ts'
import { type Triage, wasPerhapsAsked } from '../../mail/triage.ts'
import type { SetAsidePipeline } from '../../register/set-aside.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Tx = Transaction<Tables>
type SecondLook = NonNullable<Parameters<SetAsidePipeline['saveSecondLook']>[1]>

/** What the pipeline keeps of mails that are not kept, and asks about them. */
export function sqlSetAsideLooks(database: Database): SetAsidePipeline {
  return {
    isTakenIn: async (fingerprint) =>
      (await database
        .selectFrom('taken_in')
        .select('fingerprint')
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst()) !== undefined,
    toLookAgain: async () =>
      (
        await database
          .selectFrom('set_aside')
          .select('fingerprint')
          .where('fetched_at', 'is not', null)
          .orderBy('fetched_at')
          .execute()
      ).map((row) => Fingerprint.parse(row.fingerprint)),
    saveSecondLook: (fingerprint, look, at) => saveSecondLook(database, fingerprint, look, at),
    takenIn: async () =>
      (await database.selectFrom('taken_in').selectAll().orderBy('decided_at').execute()).map((row) => ({
        fingerprint: Fingerprint.parse(row.fingerprint),
        by: row.decided_by,
        reason: row.reason,
        at: Instant.parse(row.decided_at),
      })),
  }
}

function saveSecondLook(
  database: Database,
  ...[fingerprint, look, at]: Parameters<SetAsidePipeline['saveSecondLook']>
): Promise<void> {
  return inTurn(database, async (tx) => {
    const row = await tx
      .updateTable('set_aside')
      .set({ fetched_at: null, ...(look === null ? {} : changeOf(look)) })
      .where('fingerprint', '=', fingerprint)
      .where('fetched_at', 'is not', null)
      .returning('fingerprint')
      .executeTakeFirst()
    if (row === undefined) return
    await tx.updateTable('mail').set({ attempts: 0 }).where('fingerprint', '=', fingerprint).execute()
    if (look === null) return
    if (look.today === null) await record(tx, at, 'mail.looked-again', fingerprint, {})
    else await record(tx, at, 'mail.judged-anew', fingerprint, { nature: look.today })
  })
}

function changeOf({ today, attached, mayAsk, edition }: SecondLook) {
  const structure = attached === null ? {} : structureOf(attached)
  return {
    rules_edition: edition,
    may_ask: mayAsk ? 1 : 0,
    today,
    ...(today === null ? {} : { looked_at: null }),
    ...structure,
  }
}

function structureOf(attached: Attached) {
  return { attachments: countOf(attached), kinds: JSON.stringify(attached) }
}

/**
 * In the transaction of `saveRead`: what is remembered of a mail that is not kept, or that nothing need be.
 */
export async function keepStructure(
  tx: Tx,
  fingerprint: Fingerprint,
  triage: Pick<Triage, 'nature' | 'grounds'>,
  attached: Attached,
  at: Instant,
): Promise<void> {
  if (triage.nature !== 'unrelated') {
    await tx.deleteFrom('set_aside').where('fingerprint', '=', fingerprint).execute()
    return
  }
  const row = {
    rules_edition: RULES_EDITION,
    ...structureOf(attached),
    may_ask: wasPerhapsAsked(triage) ? 1 : 0,
    put_aside_at: at,
  }
  await tx
    .insertInto('set_aside')
    .values({ fingerprint, ...row })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
    .execute()
}

/** In the transaction that gives the fate. A mail that 0.1.0 had read has no structure yet. */
export async function notePutAside(tx: Tx, fingerprint: Fingerprint, at: Instant): Promise<void> {
  await tx
    .insertInto('set_aside')
    .values({ fingerprint, rules_edition: 1, put_aside_at: at })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ put_aside_at: at }))
    .execute()
}
