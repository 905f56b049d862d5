import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { Failure } from '../../base/failure.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** How long a writer waits for another process's commit before it gives up: long enough for a slow disk. */
const BUSY_TIMEOUT_MS = 10_000
/** Connections to PostgreSQL for each process: its jobs in flight, and one to spare. */
const POSTGRES_CONNECTIONS = 6

export type Database = Kysely<Tables>

/** Where the register lives: a SQLite file, or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** Opens the register's database and brings it up to this program's version. Failures: transient when it cannot be reached. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = new Kysely<Tables>({
    dialect: location.kind === 'sqlite' ? sqliteDialect(location.path) : postgresDialect(location.url),
  })
  try {
    await migrate(database, location.kind)
    return database
  } catch (error) {
    await database.destroy()
    if (error instanceof Failure) throw error
    throw new Failure(
      'transient',
      'database-unreachable',
      'the register’s database cannot be opened; check that its folder is writable or that its server runs',
      { cause: error },
    )
  }
}

function postgresDialect(url: string): PostgresDialect {
  return new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: POSTGRES_CONNECTIONS }) })
}

/**
 * node:sqlite behind the few methods that Kysely asks of a driver. WAL with synchronous=FULL: a commit is on
 * the disk when it returns. Every transaction takes the write lock at once, because one that reads first and
 * writes later would fail instead of waiting when another process wrote in between.
 */
function sqliteDialect(path: string): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...bindable(parameters)),
          run: (parameters) => statement.run(...bindable(parameters)),
          iterate: (parameters) => statement.iterate(...bindable(parameters)),
        }
      },
    },
  })
}

/** Text, numbers and null only: booleans and dates mean different things to the two engines. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value
    throw new Failure(
      'bug',
      'unbindable-value',
      `a ${typeof value} was bound to a statement; bind text, numbers or null`,
    )
  })
}
