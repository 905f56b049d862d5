import { type Kysely, sql } from 'kysely'
import { Fingerprint } from '../../base/ids.ts'
import { Entry, hidden } from '../../proof/entry.ts'
import { type Difference, differencesFrom, type Row, Seals } from '../../proof/seal.ts'
import type { ComparisonRegister, SealedPlace } from '../../register/comparison.ts'
import { compareLines } from './comparing-lines.ts'
import { compareEnd, nodesBetween } from './comparing-tree.ts'
import type { Database } from './connect.ts'
import { keptHeads } from './kept-heads.ts'
import { parseJson } from './rows.ts'
import { isSealedTable, SEALED_TABLES, type SealedTableName, sealedTable } from './sealed-tables.ts'
import { rowsOfUnits } from './sealing.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/** What the register says of itself against what was sealed, portion by portion. */
export function sqlComparison(database: Database): Omit<ComparisonRegister, 'compareDossier'> {
  return {
    keptHeads: () => keptHeads(database),
    compareSealed: (after, most) => inTurn(database, (tx) => compareSealed(tx, after, most)),
    compareUnsealed: () => compareUnsealed(database),
    compareLines: (after, most) => inTurn(database, (tx) => compareLines(tx, after, most)),
    nodesBetween: (from, to) => nodesBetween(database, from, to),
    keptAfter: (after, most) => keptAfter(database, after, most),
    compareEnd: () => inTurn(database, compareEnd),
  }
}

async function compareSealed(
  tx: Kysely<Tables>,
  ...[after, most]: Parameters<ComparisonRegister['compareSealed']>
): ReturnType<ComparisonRegister['compareSealed']> {
  const found = await tx
    .selectFrom('latest_seal')
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('of_table', '>', after?.table ?? ''),
          and([eb('of_table', '=', after?.table ?? ''), eb('of_key', '>', after?.key ?? '')]),
        ]),
      ),
    )
    .orderBy('of_table')
    .orderBy('of_key')
    .limit(most)
    .execute()
  const places = found.map(({ of_table, of_key, position }) => ({ table: of_table, key: of_key, position }))
  const rows = await rowsOf(tx, places)
  return {
    next: places.at(-1) ?? null,
    places,
    rows: places.reduce((sum, { table, key }) => sum + (rows.get(table)?.get(key)?.length ?? 0), 0),
    differences: await differencesOf(tx, places, rows),
  }
}

/** Some units against what sealed them last. */
export async function differencesOf(
  tx: Kysely<Tables>,
  places: readonly SealedPlace[],
  known?: Awaited<ReturnType<typeof rowsOf>>,
): Promise<readonly Difference[]> {
  const rows = known ?? (await rowsOf(tx, places))
  const seals = await sealsAt(
    tx,
    places.map((place) => place.position),
  )
  return places.flatMap((place) =>
    differencesAt(place, rows.get(place.table)?.get(place.key) ?? [], seals.get(place.position)),
  )
}

async function rowsOf(
  tx: Kysely<Tables>,
  places: readonly SealedPlace[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>> {
  const tables = new Map<string, ReadonlyMap<string, readonly Row[]>>()
  for (const table of new Set(places.map((place) => place.table))) {
    const keys = places.filter((place) => place.table === table).map((place) => place.key)
    tables.set(table, await rowsOfUnits(tx, table, keys))
  }
  return tables
}

interface OpenedSeals {
  readonly salt: string
  readonly seals: Seals
  readonly isSealed: boolean
}

/** What some entries sealed, opened; none for those that are not there, sealed nothing or were erased. */
async function sealsAt(
  tx: Kysely<Tables>,
  positions: readonly number[],
): Promise<ReadonlyMap<number, OpenedSeals>> {
  if (positions.length === 0) return new Map()
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('entry_detail', 'entry_detail.position', 'entry.position')
    .select(['entry.position', 'entry.body', 'entry_detail.salt', 'entry_detail.sealed'])
    .where('entry.position', 'in', [...new Set(positions)])
    .execute()
  return new Map(rows.map(({ position, body, salt, sealed }) => [position, opened(body, salt, sealed)]))
}

/** Whatever was written over it: what does not read is no seal. */
function opened(body: string, salt: string, sealed: string | null): OpenedSeals {
  try {
    const isSealed = parseJson(Entry, body).sealed === hidden(salt, sealed ?? '')
    return { salt, seals: parseJson(Seals, sealed ?? ''), isSealed }
  } catch {
    return { salt, seals: [], isSealed: false }
  }
}

function differencesAt(
  { table, key, position }: SealedPlace,
  rows: readonly Row[],
  opened: OpenedSeals | undefined,
): readonly Difference[] {
  const seal = opened?.seals.find((one) => one.table === table && one.key === key)
  if (opened === undefined || seal === undefined || !opened.isSealed)
    return [{ table, row: key, column: null, words: `what entry ${position} sealed of it cannot be read` }]
  return differencesFrom(seal, rows, opened.salt)
}

const NAMES = Object.keys(SEALED_TABLES).filter(isSealedTable)

async function compareUnsealed(database: Database): ReturnType<ComparisonRegister['compareUnsealed']> {
  const differences: Difference[] = []
  let unsealed = 0
  for (const table of NAMES)
    for (const { key, told } of await unsealedOf(database, table))
      if (Number(told) === 1) unsealed += 1
      else differences.push({ table, row: key, column: null, words: 'no entry tells of this row' })
  return { differences, unsealed }
}

/** `told`: an entry of an edition that sealed nothing tells of it. */
async function unsealedOf(
  database: Database,
  table: SealedTableName,
): Promise<readonly { readonly key: string; readonly told: number }[]> {
  const { key, told = key } = sealedTable(table)
  // The rows of a small table are sealed under the one subject that its entries have.
  const subject = table === 'restoration' ? 'register' : 'outbox'
  const ofKey = key === null ? sql`${subject}` : sql`cast(${sql.ref(`${table}.${key}`)} as text)`
  const ofTold = told === null ? sql`${subject}` : sql`cast(${sql.ref(`${table}.${told}`)} as text)`
  // A head is sealed by the entry that follows it; until there is one it waits.
  const [teller, waits] =
    table === 'head'
      ? [
          sql`entry_detail.position = head.size`,
          sql`not exists (select 1 from entry where position = head.size)`,
        ]
      : [sql`entry_detail.subject = ${ofTold}`, sql`1 = 0`]
  const { rows } = await sql<{ key: string; told: number }>`
    select ${ofKey} as ${sql.ref('key')}, case when exists (
        select 1 from entry_detail where ${teller} and entry_detail.sealed is null
      ) then 1 else 0 end as told
    from ${sql.table(table)}
    where not exists (
      select 1 from latest_seal where of_table = ${table} and of_key = ${ofKey}) and not (${waits})`.execute(
    database,
  )
  return rows
}

async function keptAfter(
  database: Database,
  ...[after, most]: Parameters<ComparisonRegister['keptAfter']>
): ReturnType<ComparisonRegister['keptAfter']> {
  const rows = await database
    .selectFrom('mail')
    .select('fingerprint')
    .where('kept', '=', 1)
    .where('fingerprint', '>', after)
    .orderBy('fingerprint')
    .limit(most)
    .execute()
  // What is no fingerprint names no original; the row itself is compared with the others.
  return rows.flatMap(({ fingerprint }) => Fingerprint.safeParse(fingerprint).data ?? [])
}
