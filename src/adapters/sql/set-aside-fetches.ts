import type { Kysely, Transaction } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import type { Season, SetAsideFetches, ToFetch } from '../../register/set-aside.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { holdLease } from './lease.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'
import { sightingsOfAll } from './views.ts'

/** What is fetched from the mailbox again of what was put aside. */
export function sqlSetAsideFetches(database: Database): SetAsideFetches {
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
                and([
                  eb('mail.received_at', '>=', from),
                  ...(until === null ? [] : [eb('mail.received_at', '<=', until)]),
                ]),
              ),
            ),
          )
          .orderBy('mail.received_at', 'desc')
          .limit(most)
          .execute()
  if (wanted.length + old.length === 0) return []
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
export async function noteBack(tx: Transaction<Tables>, fingerprint: Fingerprint): Promise<void> {
  await tx
    .updateTable('set_aside')
    .set({ gone_at: null })
    .where('fingerprint', '=', fingerprint)
    .where('gone_at', 'is not', null)
    .execute()
}
