import { type Dialect, Kysely } from 'kysely'
import { Failure } from '../../base/failure.ts'
import { migrate } from './migrate.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { inCompany } from './together.ts'

export type Database = Kysely<Tables>

/**
 * Where the register lives: a SQLite file, or a PostgreSQL server. `schema`: where registers of several
 * mailboxes share a database; null in one’s own.
 */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string | null }

/**
 * Opens the register's database and brings it up to this program's version. Failures: transient when it
 * cannot be reached.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  try {
    const database = new Kysely<Tables>({ dialect: await dialectOf(location) })
    await keepCompany(database, location)
    try {
      await migrate(database, location.kind, location.kind === 'postgres' ? location.schema : null)
      return database
    } catch (error) {
      await database.destroy()
      throw error
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(
      'transient',
      'database-unreachable',
      'the register’s database cannot be opened; check that its folder is writable or that its server runs',
      { cause: error },
    )
  }
}

async function keepCompany(database: Database, location: DatabaseLocation): Promise<void> {
  if (location.kind === 'sqlite' || location.schema === null) return
  const { companyAt } = await import('./postgres.ts')
  const ask = companyAt(location.url)
  if (ask !== null) inCompany(database, location.schema, ask)
}

async function dialectOf(location: DatabaseLocation): Promise<Dialect> {
  if (location.kind === 'sqlite') return sqliteDialect(location.path)
  // Loaded where it is needed: most have a file, and each process would pay for it.
  const { postgresDialect } = await import('./postgres.ts')
  return postgresDialect(location)
}
