import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { SEALED_TABLES } from '../../src/adapters/sql/sealed-tables.ts'
import type { Archive } from '../../src/evidence/evidence.ts'
import { type Inspected, inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { seeded } from '../live/chance.ts'
import { aLongLife } from './a-long-life.ts'

const EDITS = Number(process.env['EDITS'] ?? 1_000)
const SEED = Number(process.env['EDIT_SEED'] ?? 20_260_311)

const folder = mkdtempSync(join(tmpdir(), 'recepisse-tampering-'))
const original = join(folder, 'register.db')
const copy = join(folder, 'copy.db')
let archive: Archive

beforeAll(async () => {
  archive = await aLongLife(original)
}, 120_000)

async function inspect(path: string): Promise<Inspected> {
  await using database = await openDatabase({ kind: 'sqlite', path })
  return await inspected(inspectInSteps({ register: createSqlRegister(database), archive }))
}

/** What was done to the copy, and how a finding names it. `columns`: any of them; null where the row is meant. */
interface Edit {
  readonly done: string
  readonly table: string
  readonly columns: readonly (string | null)[]
  /** Begins the row that is named, where an ordinary cell was changed. */
  readonly row?: string
}

/** Everything that people, exports and proofs read; what is not compared is named in docs/security.md. */
const WORKING: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(SEALED_TABLES).map(([table, { working }]) => [table, working])),
  line: [],
  entry: [],
  entry_detail: [],
  tree: [],
  head: [],
  signing_key: ['since'],
  latest_seal: [],
}

type Chance = () => number
const one = <Value>(values: readonly Value[], chance: Chance): Value =>
  values[Math.floor(chance() * values.length)] as Value

/** The copy as somebody with the database’s password has it: nothing refuses. */
function opened(): DatabaseSync {
  copyFileSync(original, copy)
  const database = new DatabaseSync(copy, { enableForeignKeyConstraints: false })
  for (const { name } of database.prepare("select name from sqlite_master where type = 'trigger'").all())
    database.exec(`drop trigger ${String(name)}`)
  return database
}

type Raw = Record<string, SQLInputValue>

function rowsOf(database: DatabaseSync, table: string): readonly Raw[] {
  return database.prepare(`select rowid as _row, * from ${table}`).all() as Raw[]
}

function otherValue(value: SQLInputValue, others: readonly SQLInputValue[], chance: Chance): SQLInputValue {
  const plausible = others.filter((other) => other !== value)
  if (plausible.length > 0 && chance() < 0.5) return one(plausible, chance)
  if (typeof value === 'number') return value + (chance() < 0.5 ? 1 : -1)
  if (typeof value !== 'string' || value === '') return 'x'
  const at = Math.floor(chance() * value.length)
  return `${value.slice(0, at)}${value[at] === '7' ? '8' : '7'}${value.slice(at + 1)}`
}

function changeCell(database: DatabaseSync, table: string, chance: Chance): Edit {
  const rows = rowsOf(database, table)
  const row = one(rows, chance)
  const columns = Object.keys(row).filter((name) => name !== '_row' && !WORKING[table]?.includes(name))
  const column = one(columns, chance)
  const value = otherValue(
    row[column] ?? null,
    rows.map((other) => other[column] ?? null),
    chance,
  )
  database.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(value, row['_row'] ?? null)
  const done = `${table}.${column}: ${row[column]} → ${value}`
  const [key, ...ids] = keysOf(database, table)
  // A row whose key was changed is another row: one is gone and one came.
  if (key === undefined || [key, ...ids].includes(column))
    return { done, table, columns: [column, null, 'position'] }
  return { done, table, columns: [column], row: String(row[key]) }
}

/** By which a row of a sealed table is named, or of the lines. */
function keysOf(database: DatabaseSync, table: string): readonly string[] {
  if (table === 'line') return ['number']
  const sealed = Object.entries(SEALED_TABLES).find(([name]) => name === table)?.[1]
  const primary = database.prepare(`select name from pragma_table_info('${table}') where pk > 0`).all()
  if (sealed === undefined) return []
  if (sealed.key === null) return [...sealed.id]
  return [sealed.key, ...primary.map(({ name }) => String(name))]
}

function deleteRow(database: DatabaseSync, table: string, chance: Chance): Edit {
  const all = rowsOf(database, table)
  // The newest head is sealed by the entry to come, which is not there yet.
  const row = one(table === 'head' ? all.slice(0, -1) : all, chance)
  database.prepare(`delete from ${table} where rowid = ?`).run(row['_row'] ?? null)
  return { done: `a row of ${table} deleted`, table, columns: [null, 'hash', 'position', 'rows'] }
}

/** The row of another, under a key that is free. */
function addRow(database: DatabaseSync, table: string, chance: Chance): Edit {
  const { _row, ...row } = one(rowsOf(database, table), chance)
  const keys = database.prepare(`select name, type from pragma_table_info('${table}') where pk > 0`).all()
  const unique = ['handle', 'message_id']
    .filter((name) => name in row)
    .map((name) => ({ name, type: 'text' }))
  for (const { name, type } of [...keys, ...unique])
    row[String(name)] = /text/i.test(String(type))
      ? `${row[String(name)]}z`
      : Number(row[String(name)]) + 100_000
  const names = Object.keys(row)
  database
    .prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`)
    .run(...Object.values(row))
  return {
    done: `a row added to ${table}`,
    table,
    columns: [null, 'position', 'signature', 'public_pem', 'at'],
  }
}

function emptyTable(database: DatabaseSync, table: string): Edit {
  database.exec(`delete from ${table}`)
  return { done: `${table} emptied`, table, columns: [null, 'hash', 'position', 'rows'] }
}

/** The newest entries, as carefully as whoever does it may be. */
function cutEnd(database: DatabaseSync, chance: Chance): Edit {
  const { size } = database.prepare('select count(*) as size from entry').get() as { size: number }
  const left = size - 1 - Math.floor(chance() * 12)
  database.prepare('delete from entry where position >= ?').run(left)
  const also = ['entry_detail', 'latest_seal', 'tree'].filter(() => chance() < 0.6)
  for (const table of also)
    if (table === 'tree')
      database.prepare('delete from tree where (position + 1) * (1 << level) > ?').run(left)
    else database.prepare(`delete from ${table} where position >= ?`).run(left)
  return { done: `entries from ${left} on deleted, with ${also.join()}`, table: 'entry', columns: [null] }
}

function randomEdit(database: DatabaseSync, chance: Chance): Edit {
  const tables = Object.keys(WORKING).filter((table) => rowsOf(database, table).length > 0)
  const kind = chance()
  const table = one(tables, chance)
  if (kind < 0.7) return changeCell(database, table, chance)
  if (kind < 0.82) return deleteRow(database, table, chance)
  if (kind < 0.9) return addRow(database, table, chance)
  if (kind < 0.95) return emptyTable(database, table)
  return cutEnd(database, chance)
}

/** The proofs themselves: a fault of the chain or of a head names them as well. */
const PROOFS = new Set(['entry', 'entry_detail', 'tree', 'head', 'signing_key'])

function isNamed({ table, columns, row }: Edit, { faults, differences }: Inspected): boolean {
  if (PROOFS.has(table) && faults.length > 0) return true
  // A seal past the register's end is a cut-off end: which of both it was, nobody can tell.
  if (table === 'latest_seal' && differences.some(({ words }) => words.endsWith('end was cut off')))
    return true
  return differences.some(
    (found) =>
      found.table === table &&
      columns.includes(found.column) &&
      (row === undefined || found.row.includes(row)),
  )
}

it('a register that nobody touched differs in nothing, and holds every table that people read', async () => {
  const found = await inspect(original)
  expect([...found.faults, ...found.differences]).toEqual([])
  expect(found.unsealed).toBe(0)
  using database = new DatabaseSync(original)
  const empty = Object.keys(WORKING).filter((table) => rowsOf(database, table).length === 0)
  expect(empty).toEqual([])
})

it(`names each of ${EDITS} random edits of a cell, a row, a table or the end`, async () => {
  const chance = seeded(SEED)
  const unnamed: string[] = []
  let edits = 0
  while (edits < EDITS) {
    let edit: Edit
    {
      using database = opened()
      try {
        edit = randomEdit(database, chance)
      } catch (error) {
        // The database itself refuses it: a key twice, nothing where something must be.
        if (!/constraint|datatype/.test(String(error))) throw error
        continue
      }
    }
    edits += 1
    const found = await inspect(copy)
    if (!isNamed(edit, found))
      unnamed.push(`${edit.done} | ${JSON.stringify([...found.faults, ...found.differences].slice(0, 3))}`)
  }
  expect(unnamed).toEqual([])
}, 600_000)
