import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect } from 'kysely'
import { Failure } from '../../base/failure.ts'
import { sqlFailure } from './failures.ts'

/** How long a writer waits for another process's commit before it gives up: long enough for a slow disk. */
const BUSY_TIMEOUT_MS = 10_000
/** The program’s statements are some two hundred; lists of other lengths make more. */
const STATEMENTS_AT_MOST = 500

/**
 * node:sqlite behind the few methods that Kysely asks of a driver. WAL with synchronous=FULL: a commit is on
 * the disk when it returns. Every transaction takes the write lock at once, because one that reads first and
 * writes later would fail instead of waiting when another process wrote in between.
 */
export function sqliteDialect(path: string): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  const known = new Map<string, ReturnType<typeof prepared>>()
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        // A full disk makes SQLite roll back by itself (sqlite.org/lang_transaction.html, 3.1): to complain
        // that nothing is left to roll back would hide why.
        const words = sql === 'rollback' && !database.isTransaction ? 'select 1 limit 0' : sql
        const found = known.get(words) ?? prepared(database, words === 'begin' ? 'begin immediate' : words)
        if (known.size >= STATEMENTS_AT_MOST) known.clear()
        known.set(words, found)
        return found
      },
    },
  })
}

function prepared(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => told(() => statement.all(...bindable(parameters))),
    run: (parameters: readonly unknown[]) => told(() => statement.run(...bindable(parameters))),
    // One of its own: another caller may run the shared one meanwhile.
    iterate: (parameters: readonly unknown[]) =>
      told(() => database.prepare(sql).iterate(...bindable(parameters))),
  }
}

function told<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw sqlFailure(error)
  }
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
