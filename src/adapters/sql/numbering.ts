import type { Kysely, Transaction } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import type { Sighting } from '../../evidence/evidence.ts'
import { isNumberedHere } from '../../evidence/numbering.ts'
import { STAND_IN } from '../../mail/signs/stand-in.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

export async function numberMails(
  database: Database,
  account: string,
  uidValidity: string,
  ids: readonly string[],
): Promise<number[]> {
  const known = await numbersOf(database, account, uidValidity, ids)
  // Mostly all of them are: nothing is waited for.
  if (ids.every((id) => known.has(id))) return inOrder(ids, known)
  return inTurn(database, async (tx) => {
    const given = await numbersOf(tx, account, uidValidity, ids)
    let next = (await lastNumber(tx, account, uidValidity)) + 1
    const rows = [...new Set(ids)]
      .filter((id) => !given.has(id))
      .map((id) => ({ account, uid_validity: uidValidity, number: next++, remote_id: id }))
    if (rows.length > 0) await tx.insertInto('numbered_mail').values(rows).execute()
    for (const { remote_id, number } of rows) given.set(remote_id, number)
    return inOrder(ids, given)
  })
}

export async function idOfMail(
  database: Database,
  { account, uidValidity, uid }: Sighting,
): Promise<string | null> {
  const row = await database
    .selectFrom('numbered_mail')
    .select('remote_id')
    .where('account', '=', account)
    .where('uid_validity', '=', uidValidity)
    .where('number', '=', uid)
    .executeTakeFirst()
  return row?.remote_id ?? null
}

export async function sawOtherwise(
  database: Database,
  account: string,
  isNumbered: boolean,
): Promise<boolean> {
  const rows = await database
    .selectFrom('sighting')
    .select('uid_validity')
    .distinct()
    .where('account', '=', account)
    .execute()
  return rows.some((row) => isNumberedHere(row.uid_validity) !== isNumbered)
}

/**
 * Under which fingerprint a mail is in the register that was seen in another folder of the account before it
 * was moved; null for one that is new, or of a server whose UIDs say nothing of that.
 */
export async function seenBeforeMoved(
  tx: Transaction<Tables>,
  { account, uidValidity, uid }: Sighting,
): Promise<Fingerprint | null> {
  if (!isNumberedHere(uidValidity)) return null
  const row = await tx
    .selectFrom('numbered_mail as here')
    .innerJoin('numbered_mail as there', (join) =>
      join
        .onRef('there.account', '=', 'here.account')
        .onRef('there.remote_id', '=', 'here.remote_id')
        .onRef('there.uid_validity', '!=', 'here.uid_validity'),
    )
    .innerJoin('sighting', (join) =>
      join
        .onRef('sighting.account', '=', 'there.account')
        .onRef('sighting.uid_validity', '=', 'there.uid_validity')
        .onRef('sighting.uid', '=', 'there.number'),
    )
    .innerJoin('mail', 'mail.fingerprint', 'sighting.fingerprint')
    .select('sighting.fingerprint')
    // What was said in the place of a mail that was not handed over is not that mail.
    .where((one) => one.or([one('mail.failure_code', 'is', null), one('mail.failure_code', '!=', STAND_IN)]))
    .where('here.account', '=', account)
    .where('here.uid_validity', '=', uidValidity)
    .where('here.number', '=', uid)
    .orderBy('sighting.observed_at')
    .executeTakeFirst()
  return row === undefined ? null : Fingerprint.parse(row.fingerprint)
}

/** Before the sightings of these mails go: their server's ids go as well, the numbers stay given. */
export async function forgetIds(tx: Kysely<Tables>, mails: readonly Fingerprint[]): Promise<void> {
  await tx
    .updateTable('numbered_mail')
    .set({ remote_id: null })
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sighting')
          .select('sighting.uid')
          .whereRef('sighting.account', '=', 'numbered_mail.account')
          .whereRef('sighting.uid_validity', '=', 'numbered_mail.uid_validity')
          .whereRef('sighting.uid', '=', 'numbered_mail.number')
          .where('sighting.fingerprint', 'in', [...mails]),
      ),
    )
    .execute()
}

async function numbersOf(
  database: Kysely<Tables>,
  account: string,
  uidValidity: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('numbered_mail')
    .select(['remote_id', 'number'])
    .where('account', '=', account)
    .where('uid_validity', '=', uidValidity)
    .where('remote_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ remote_id, number }) => [remote_id ?? '', Number(number)]))
}

async function lastNumber(tx: Kysely<Tables>, account: string, uidValidity: string): Promise<number> {
  const row = await tx
    .selectFrom('numbered_mail')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('account', '=', account)
    .where('uid_validity', '=', uidValidity)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

function inOrder(ids: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  return ids.map((id) => numbers.get(id) ?? 0)
}
