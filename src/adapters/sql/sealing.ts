import { type Kysely, sql } from 'kysely'
import { canonical } from '../../proof/entry.ts'
import { type Cell, type Row, type Seals, sealOf, type Unit } from '../../proof/seal.ts'
import { isSealedTable, type SealedTableName, sealedTable } from './sealed-tables.ts'
import type { Tables } from './tables.ts'

type Raw = Readonly<Record<string, Cell>>

/** What an entry seals: the rows as its transaction has them now. */
export async function sealsOf(tx: Kysely<Tables>, units: readonly Unit[], salt: string): Promise<Seals> {
  const seals: Seals = []
  for (const unit of units) {
    const rows = await rowsOfUnits(tx, unit.table, [unit.key])
    seals.push(sealOf(unit, rows.get(unit.key) ?? [], salt))
  }
  return seals
}

/** Where the latest seal of each unit is from now on. */
export async function noteSeals(tx: Kysely<Tables>, units: readonly Unit[], position: number): Promise<void> {
  for (const { table, key } of units)
    await tx
      .insertInto('latest_seal')
      .values({ of_table: table, of_key: key, position })
      .onConflict((conflict) => conflict.columns(['of_table', 'of_key']).doUpdateSet({ position }))
      .execute()
}

/** The rows of some units of one table, by key and in an order that stays. */
export async function rowsOfUnits(
  database: Kysely<Tables>,
  table: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (!isSealedTable(table) || keys.length === 0) return new Map()
  const { key } = sealedTable(table)
  const wanted = key === null ? sql`` : sql`where ${sql.ref(key)} in (${sql.join([...keys])})`
  const { rows } = await sql<Raw>`select * from ${sql.table(table)} ${wanted}`.execute(database)
  const groups = new Map<string, Row[]>()
  for (const raw of rows) {
    const unit = key === null ? (keys[0] ?? '') : String(raw[key])
    const group = groups.get(unit)
    if (group === undefined) groups.set(unit, [rowOf(table, raw)])
    else group.push(rowOf(table, raw))
  }
  for (const group of groups.values()) group.sort((one, other) => (one.id < other.id ? -1 : 1))
  return groups
}

function rowOf(table: SealedTableName, raw: Raw): Row {
  const { id, working } = sealedTable(table)
  const cells = Object.fromEntries(Object.entries(raw).filter(([column]) => !working.includes(column)))
  return { id: id.length === 0 ? '' : canonical(id.map((column) => raw[column] ?? null)), cells }
}
