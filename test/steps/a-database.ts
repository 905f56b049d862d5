import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/sql/connect.ts'

/** The register's database of one test: SQLite in memory, or a schema of its own where the project runs on PostgreSQL. */
export async function aDatabase(): Promise<Database> {
  const server = inject('postgres')
  if (server === null) return openDatabase({ kind: 'sqlite', path: ':memory:' })
  return openDatabase({ kind: 'postgres', url: server, schema: `t${randomUUID().replaceAll('-', '')}` })
}
