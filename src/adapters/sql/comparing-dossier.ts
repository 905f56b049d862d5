import type { Kysely } from 'kysely'
import type { Difference } from '../../proof/seal.ts'
import type { ComparisonRegister, SealedPlace } from '../../register/comparison.ts'
import { differencesOf } from './comparing.ts'
import { compareLine } from './comparing-lines.ts'
import { lettersOf, mailsOf, numbersOf } from './of-application.ts'
import { isSealedTable, SEALED_TABLES, type SealedTableName, sealedTable } from './sealed-tables.ts'
import { rowsOfUnits } from './sealing.ts'
import type { Tables } from './tables.ts'

type Tx = Kysely<Tables>

/** By which key the rows of a table are one application's. */
const KEYS: Readonly<Record<string, 'mails' | 'numbers' | 'letters'>> = {
  fingerprint: 'mails',
  left_mail: 'mails',
  number: 'numbers',
  id: 'letters',
  outbox_id: 'letters',
}

const TABLES = Object.keys(SEALED_TABLES).filter(isSealedTable)

/** The rows of one application, of its mails and its letters, against the latest seal of each. */
export async function compareDossier(
  tx: Tx,
  ...[number]: Parameters<ComparisonRegister['compareDossier']>
): ReturnType<ComparisonRegister['compareDossier']> {
  const subjects = async (query: ReturnType<typeof mailsOf | typeof lettersOf | typeof numbersOf>) =>
    (await query.execute()).map(({ subject }) => subject)
  const keys = {
    mails: await subjects(mailsOf(tx, number)),
    numbers: [...new Set([number, ...(await subjects(numbersOf(tx, number)))])],
    letters: await subjects(lettersOf(tx, number)),
  }
  const places: SealedPlace[] = []
  const differences: Difference[] = []
  for (const table of TABLES) {
    const kind = KEYS[sealedTable(table).key ?? '']
    if (kind === undefined) continue
    const sealed = await placesOf(tx, table, keys[kind])
    places.push(...sealed)
    differences.push(...(await withoutSeal(tx, table, keys[kind], sealed)))
  }
  differences.push(...(await differencesOf(tx, places)), ...(await compareLine(tx, number)))
  return { places, differences }
}

async function placesOf(
  tx: Tx,
  table: SealedTableName,
  keys: readonly string[],
): Promise<readonly SealedPlace[]> {
  if (keys.length === 0) return []
  const rows = await tx
    .selectFrom('latest_seal')
    .select(['of_key', 'position'])
    .where('of_table', '=', table)
    .where('of_key', 'in', [...keys])
    .execute()
  return rows.map(({ of_key, position }) => ({ table, key: of_key, position }))
}

/** Rows that nothing sealed, but for those of which an entry of an earlier edition tells. */
async function withoutSeal(
  tx: Tx,
  table: SealedTableName,
  keys: readonly string[],
  sealed: readonly SealedPlace[],
): Promise<readonly Difference[]> {
  const known = new Set(sealed.map(({ key }) => key))
  const rows = await rowsOfUnits(
    tx,
    table,
    keys.filter((key) => !known.has(key)),
  )
  const differences: Difference[] = []
  const { told } = sealedTable(table)
  for (const [key, group] of rows) {
    const subject = told === undefined ? key : String(group[0]?.cells[told] ?? '')
    const teller = await tx
      .selectFrom('entry_detail')
      .select('position')
      .where('subject', '=', subject)
      .where('sealed', 'is', null)
      .executeTakeFirst()
    if (teller === undefined)
      differences.push({ table, row: key, column: null, words: 'no entry tells of this row' })
  }
  return differences
}
