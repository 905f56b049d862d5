import type { Kysely, Transaction } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { type Attached, countOf } from '../../documents/attached.ts'
import { RULES_EDITION } from '../../mail/rules-edition.ts'
import type { Nature } from '../../mail/triage.ts'
import type { Season, SetAsideFetches, SetAsidePipeline, ToFetch } from '../../register/set-aside.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { holdLease } from './lease.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'
import { sightingsOfAll } from './views.ts'

type Tx = Transaction<Tables>
type SecondLook = NonNullable<Parameters<SetAsidePipeline['saveSecondLook']>[1]>

/** What the processes work from that fetch mails put aside again, and look at them. */
export function sqlSetAsideWork(database: Database): SetAsideFetches & SetAsidePipeline {
  return {
    isSetAside: async ({ account, folder, uidValidity, uid }) => {
      const row = await database
        .selectFrom('sighting')
        .innerJoin('mail', 'mail.fingerprint', 'sighting.fingerprint')
        .select('mail.fate')
        .where('account', '=', account)
        .where('folder', '=', folder)
        .where('uid_validity', '=', uidValidity)
        .where('uid', '=', uid)
        .executeTakeFirst()
      return row?.fate === 'unrelated'
    },
    toFetch: (account, seasons, edition, most) => toFetch(database, account, seasons, edition, most),
    fetchedAgain: (mail, at, lease) => fetchedAgain(database, mail, at, lease),
    noteGone: (mail, at) => noteGone(database, mail, at),
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

/** Only what nobody has in hand: bytes that are about to be taken away are not fetched meanwhile. */
function fetchable(database: Kysely<Tables>) {
  return database
    .selectFrom('mail')
    .innerJoin('set_aside', 'set_aside.fingerprint', 'mail.fingerprint')
    .leftJoin('taken_in', 'taken_in.fingerprint', 'mail.fingerprint')
    .select('mail.fingerprint')
    .where('mail.fate', '=', 'unrelated')
    .where('mail.progress', '=', 'settled')
    .where('mail.kept', '=', 0)
    .where('set_aside.gone_at', 'is', null)
    .where('taken_in.fetched_at', 'is', null)
}

async function toFetch(
  database: Database,
  account: string,
  seasons: readonly Season[],
  edition: number,
  most: number,
): Promise<readonly ToFetch[]> {
  const wanted = await fetchable(database)
    .where('taken_in.decided_at', 'is not', null)
    .orderBy('taken_in.decided_at')
    .limit(most)
    .execute()
  const old =
    seasons.length === 0
      ? []
      : await fetchable(database)
          .where('taken_in.decided_at', 'is', null)
          .where('set_aside.rules_edition', '<', edition)
          .where(({ or, and, eb }) =>
            or(
              seasons.map(({ from, until }) =>
                and([eb('mail.received_at', '>=', from), eb('mail.received_at', '<=', until)]),
              ),
            ),
          )
          .orderBy('mail.received_at', 'desc')
          .limit(most)
          .execute()
  const seen = await sightingsOfAll(
    database,
    [...wanted, ...old].map((row) => row.fingerprint),
  )
  const told = (why: ToFetch['why']) => (row: { readonly fingerprint: string }) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    why,
    sightings: (seen.get(row.fingerprint) ?? []).filter((one) => one.account === account).toReversed(),
  })
  return [...wanted.map(told('taken-in')), ...old.map(told('second-look'))].slice(0, most)
}

function fetchedAgain(
  database: Database,
  ...[{ fingerprint, why }, at, lease]: Parameters<SetAsideFetches['fetchedAgain']>
): Promise<void> {
  return inTurn(database, async (tx) => {
    await holdLease(tx, lease)
    const isTaken = why === 'taken-in'
    const row = await tx
      .updateTable('mail')
      .set(
        isTaken
          ? { kept: 1, progress: 'received', attempts: 0, failure_code: null, updated_at: at }
          : { kept: 1, attempts: 0 },
      )
      .where('fingerprint', '=', fingerprint)
      .where('progress', '=', 'settled')
      .where('fate', '=', 'unrelated')
      .returning('fingerprint')
      .executeTakeFirst()
    if (row === undefined) return
    if (!isTaken) {
      await tx
        .updateTable('set_aside')
        .set({ fetched_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
      return
    }
    await tx.updateTable('taken_in').set({ fetched_at: at }).where('fingerprint', '=', fingerprint).execute()
    // What was decided of a mail that was none of our business is decided anew.
    await tx.deleteFrom('decision').where('fingerprint', '=', fingerprint).execute()
    await record(tx, at, 'mail.fetched-again', fingerprint, {})
  })
}

function noteGone(
  database: Database,
  ...[{ fingerprint, why }, at]: Parameters<SetAsideFetches['noteGone']>
): Promise<void> {
  return inTurn(database, async (tx) => {
    await tx
      .updateTable('set_aside')
      .set({ gone_at: at, looked_at: null })
      .where('fingerprint', '=', fingerprint)
      .execute()
    if (why === 'taken-in') await record(tx, at, 'mail.not-found', fingerprint, {})
  })
}

/** It is seen again: what was gone can be fetched. */
export async function noteBack(tx: Tx, fingerprint: Fingerprint): Promise<void> {
  await tx
    .updateTable('set_aside')
    .set({ gone_at: null })
    .where('fingerprint', '=', fingerprint)
    .where('gone_at', 'is not', null)
    .execute()
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
    if (look !== null && look.today !== null)
      await record(tx, at, 'mail.judged-anew', fingerprint, { nature: look.today })
  })
}

function changeOf({ today, attached, edition }: SecondLook) {
  const structure = attached === null ? {} : structureOf(attached)
  return { rules_edition: edition, today, ...(today === null ? {} : { looked_at: null }), ...structure }
}

function structureOf(attached: Attached) {
  return { attachments: countOf(attached), kinds: JSON.stringify(attached) }
}

/** In the transaction of `saveRead`: what is remembered of a mail that is not kept, or that nothing need be. */
export async function keepStructure(
  tx: Tx,
  fingerprint: Fingerprint,
  nature: Nature,
  attached: Attached,
  at: Instant,
): Promise<void> {
  if (nature !== 'unrelated') {
    await tx.deleteFrom('set_aside').where('fingerprint', '=', fingerprint).execute()
    return
  }
  const row = { rules_edition: RULES_EDITION, ...structureOf(attached), put_aside_at: at }
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
