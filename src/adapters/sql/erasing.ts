import { type Kysely, sql } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Unit } from '../../proof/seal.ts'
import type { ProofRegister } from '../../register/proof.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { forgetIds } from './numbering.ts'
import { mailsOf, numbersOf } from './of-application.ts'
import { positionsOf } from './proof.ts'
import { dropWords, forgetDropped } from './searching.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/** What holds a mail's rows, those that name others before those that are named. */
const OF_MAIL = [
  'document',
  'mail_words',
  'sighting',
  'set_aside',
  'taken_in',
  'verdict',
  'decision',
  'correction',
  'staff_fact',
  'note',
  'assignment',
  'concern',
  'clue',
] as const

export function erase(
  database: Database,
  ...[number, { by, reason }, at]: Parameters<ProofRegister['erase']>
): Promise<readonly Fingerprint[]> {
  return inTurn(database, async (tx) => {
    const rows = await mailsOf(tx, number).execute()
    const mails = rows.map(({ subject }) => Fingerprint.parse(subject))
    if (mails.length === 0) return []
    const numbers = (await numbersOf(tx, number).execute()).map(({ subject }) => subject)
    const positions = await positionsOf(tx, number)
    const letters = await tx
      .selectFrom('outbox')
      .select('id')
      .where(({ or, eb }) => or([eb('number', 'in', [number, ...numbers]), eb('fingerprint', 'in', mails)]))
      .execute()
    const ids = letters.map(({ id }) => id)
    for (const table of ['outcome', 'eligibility'] as const)
      await tx
        .deleteFrom(table)
        .where('number', 'in', [number, ...numbers])
        .execute()
    await eraseLetters(tx, ids)
    await eraseMails(tx, mails)
    await dropWords(tx, number)
    await tx.deleteFrom('line').where('number', '=', number).execute()
    await forgetDropped(tx)
    await tx.deleteFrom('application').where('number', '=', number).execute()
    const keys = [number, ...numbers, ...mails, ...ids]
    await eraseEntries(tx, { positions, keys, by, reason }, at)
    return mails
  })
}

/** What entries told goes with their rows' seals; one more entry says which of them tell nothing any more. */
export async function eraseEntries(
  tx: Kysely<Tables>,
  told: {
    readonly positions: readonly number[]
    readonly keys: readonly string[]
    readonly by: string
    readonly reason: string
  },
  at: Instant,
): Promise<void> {
  const { positions, keys, by, reason } = told
  await tx
    .deleteFrom('latest_seal')
    .where('of_key', 'in', [...keys])
    .execute()
  await tx
    .deleteFrom('entry_detail')
    .where('position', 'in', [...positions])
    .execute()
  const shown = { positions: rangesOf(positions) }
  await record(tx, at, 'records.erased', 'register', { by, reason }, shown, await sealedBy(tx, positions))
}

/** What erased entries had sealed of things that stay, a head or another application: it is sealed anew. */
async function sealedBy(tx: Kysely<Tables>, positions: readonly number[]): Promise<readonly Unit[]> {
  const rows = await tx
    .selectFrom('latest_seal')
    .selectAll()
    .where('position', 'in', [...positions])
    .execute()
  return rows.map(({ of_table, of_key }) => ({ table: of_table, key: of_key }))
}

/**
 * Erases letters by their ids, with all that stands in other tables about them; the log keeps what is sealed.
 */
export async function eraseLetters(tx: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('sent_copy')
    .where('outbox_id', 'in', [...ids])
    .execute()
  await tx
    .deleteFrom('outbox')
    .where('id', 'in', [...ids])
    .execute()
}

async function eraseMails(tx: Kysely<Tables>, mails: readonly Fingerprint[]): Promise<void> {
  const list = sql.join([...mails])
  await forgetIds(tx, mails)
  for (const table of OF_MAIL)
    await sql`delete from ${sql.table(table)} where fingerprint in (${list})`.execute(tx)
  await tx
    .deleteFrom('bond')
    .where(({ or, eb }) => or([eb('left_mail', 'in', [...mails]), eb('right_mail', 'in', [...mails])]))
    .execute()
  for (const table of ['submission', 'mail'] as const)
    await sql`delete from ${sql.table(table)} where fingerprint in (${list})`.execute(tx)
}

/** In clear and for ever: which entries tell nothing any more. */
function rangesOf(positions: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (const position of positions) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === position - 1) last.to = position
    else ranges.push({ from: position, to: position })
  }
  return ranges
}
