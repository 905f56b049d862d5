import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/sql/connect.ts'

/** The register's database of one test: SQLite in memory, or a schema of its own where the project runs on PostgreSQL. */
export async function aDatabase(): Promise<Database> {
  const server = inject('postgres')
  if (server === null) return openDatabase({ kind: 'sqlite', path: ':memory:' })
  const schema = `t${randomUUID().replaceAll('-', '')}`
  const first = await openDatabase({ kind: 'postgres', url: server, schema: null })
  await sql.raw(`create schema ${schema}`).execute(first)
  await first.destroy()
  return openDatabase({
    kind: 'postgres',
    url: `${server}?options=-c%20search_path%3D${schema}`,
    schema: null,
  })
}
