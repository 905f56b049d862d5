import { createHash } from 'node:crypto'
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
): Promise<(number | null)[]> {
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
  const id = row?.remote_id ?? null
  return id?.startsWith(ERASED) === true ? null : id
}

/**
 * Stands in the place of the id of a mail that was erased, with its hash: should it still lie in the mailbox,
 * it is known as that and is no news. No id begins so: those of Graph are of the letters of base64.
 */
const ERASED = 'erased:'

function erasedId(id: string): string {
  return `${ERASED}${createHash('sha256').update(id).digest('hex')}`
}

/** In the register's own values: by which way a person said that its mailbox is seen from then on. */
export const ADOPTED_WAY = 'way'

/** How a way is written there. */
export function wayNamed(isNumbered: boolean): string {
  return isNumbered ? 'numbers' : 'uids'
}

export async function sawOtherwise(
  database: Database,
  account: string,
  isNumbered: boolean,
): Promise<boolean> {
  const adopted = await database
    .selectFrom('own')
    .select('value')
    .where('key', '=', ADOPTED_WAY)
    .executeTakeFirst()
  if (adopted !== undefined) return adopted.value !== wayNamed(isNumbered)
  const rows = await database
    .selectFrom('sighting')
    .select('uid_validity')
    .distinct()
    .where(({ fn }) => fn('lower', ['account']), '=', account.toLowerCase())
    .execute()
  return rows.some((row) => isNumberedHere(row.uid_validity) !== isNumbered)
}

/**
 * Under which fingerprint a mail is in the register that was seen in another place before: it was moved, or
 * the account or the folder was written otherwise; null for one that is new, or of a server whose UIDs say
 * nothing of that.
 */
export async function seenBeforeMoved(
  tx: Transaction<Tables>,
  { account, folder, uidValidity, uid }: Sighting,
): Promise<Fingerprint | null> {
  if (!isNumberedHere(uidValidity)) return null
  const row = await tx
    .selectFrom('numbered_mail as here')
    .innerJoin('numbered_mail as there', 'there.remote_id', 'here.remote_id')
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
    .where((one) =>
      one.or([
        one('sighting.account', '!=', account),
        one('sighting.folder', '!=', folder),
        one('sighting.uid_validity', '!=', uidValidity),
        one('sighting.uid', '!=', uid),
      ]),
    )
    .where('here.account', '=', account)
    .where('here.uid_validity', '=', uidValidity)
    .where('here.number', '=', uid)
    .orderBy('sighting.observed_at')
    .executeTakeFirst()
  return row === undefined ? null : Fingerprint.parse(row.fingerprint)
}

/**
 * Before the sightings of these mails go: of their server's ids the hashes stay, wherever else the mails were
 * listed too, and the numbers stay given.
 */
export async function forgetIds(tx: Kysely<Tables>, mails: readonly Fingerprint[]): Promise<void> {
  const rows = await tx
    .selectFrom('numbered_mail')
    .innerJoin('sighting', (join) =>
      join
        .onRef('sighting.account', '=', 'numbered_mail.account')
        .onRef('sighting.uid_validity', '=', 'numbered_mail.uid_validity')
        .onRef('sighting.uid', '=', 'numbered_mail.number'),
    )
    .select('numbered_mail.remote_id as id')
    .distinct()
    .where('sighting.fingerprint', 'in', [...mails])
    .execute()
  for (const { id } of rows) {
    if (id === null || id.startsWith(ERASED)) continue
    await tx
      .updateTable('numbered_mail')
      .set({ remote_id: erasedId(id) })
      .where('remote_id', '=', id)
      .execute()
  }
}

/** Null for a mail that was erased, in whatever folder it lay then. */
async function numbersOf(
  database: Kysely<Tables>,
  account: string,
  uidValidity: string,
  ids: readonly string[],
): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map()
  const numbers = new Map<string, number | null>()
  const rows = await database
    .selectFrom('numbered_mail')
    .select(['remote_id', 'number'])
    .where('account', '=', account)
    .where('uid_validity', '=', uidValidity)
    .where('remote_id', 'in', [...ids])
    .execute()
  for (const { remote_id, number } of rows) numbers.set(remote_id ?? '', Number(number))
  const hashes = new Map(ids.filter((id) => !numbers.has(id)).map((id) => [erasedId(id), id]))
  if (hashes.size === 0) return numbers
  const erased = await database
    .selectFrom('numbered_mail')
    .select('remote_id')
    .distinct()
    .where('remote_id', 'in', [...hashes.keys()])
    .execute()
  for (const { remote_id } of erased) numbers.set(hashes.get(remote_id ?? '') ?? '', null)
  return numbers
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

function inOrder(ids: readonly string[], numbers: ReadonlyMap<string, number | null>): (number | null)[] {
  return ids.map((id) => numbers.get(id) ?? null)
}
