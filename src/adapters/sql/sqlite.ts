import { AsyncLocalStorage } from 'node:async_hooks'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import {
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { Failure } from '../../base/failure.ts'
import { makeFolder } from '../disk/rights.ts'
import { sqlFailure } from './failures.ts'
import { SharedFlush } from './shared-flush.ts'

/** How long a writer waits for another process's commit before it gives up: long enough for a slow disk. */
const BUSY_TIMEOUT_MS = 10_000
/** The program’s statements are some two hundred; lists of other lengths make more. */
const STATEMENTS_AT_MOST = 500

/**
 * node:sqlite behind the few methods that Kysely asks of a driver. Every transaction takes the write lock at
 * once, because one that reads first and writes later would fail instead of waiting when another process
 * wrote in between.
 *
 * A change is on the disk when its promise settles. SQLite itself would wait for the disk at each commit,
 * with this process standing still (WAL with synchronous=FULL); it is told not to (NORMAL), and its log is
 * flushed here, beside the other work and once for all that were committed meanwhile
 * (sqlite.org/pragma.html, synchronous: FULL is NORMAL and a flush of the log after each commit).
 */
export function sqliteDialect(path: string): SqliteDialect {
  makeFolder(dirname(path))
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
  const log = new Log(database.location())
  return new FlushingDialect(new Statements(database), log)
}

const lazily = new AsyncLocalStorage<true>()

/** Changes that outlive their process and not the machine's power: their promise waits for no disk. */
export function withoutFlush<Result>(change: () => Promise<Result>): Promise<Result> {
  return lazily.run(true, change)
}

/** SQLite's log as it lies beside the database; null for one in memory, which no disk holds. */
class Log extends SharedFlush {
  readonly #database: string | null
  #file: FileHandle | null = null

  constructor(database: string | null) {
    super(() => this.#sync())
    this.#database = database
  }

  async #sync(): Promise<void> {
    if (this.#database === null) return
    try {
      // The connection that wrote keeps it in its place.
      this.#file ??= await open(`${this.#database}-wal`, 'r')
      await this.#file.datasync()
    } catch (error) {
      throw new Failure(
        'transient',
        'database-disk-fault',
        'the disk of the register answers with faults: check it, then start the service again',
        { cause: error },
      )
    }
  }

  async close(): Promise<void> {
    await this.done()
    await this.#file?.close()
    this.#file = null
  }
}

class FlushingDialect extends SqliteDialect {
  readonly #statements: Statements
  readonly #log: Log

  constructor(statements: Statements, log: Log) {
    super({ database: statements })
    this.#statements = statements
    this.#log = log
  }

  override createAdapter(): SqliteAdapter {
    return new SharedAdapter()
  }

  override createDriver(): Driver {
    return new FlushingDriver(this.#statements, this.#log)
  }
}

/** Who has the connection is seen to by the driver, which gives it on before the disk is done. */
class SharedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class FlushingDriver extends SqliteDriver {
  readonly #statements: Statements
  readonly #log: Log
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(statements: Statements, log: Log) {
    super({ database: statements })
    this.#statements = statements
    this.#log = log
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#free = promise
    await before
    this.#release = resolve
    return super.acquireConnection()
  }

  /** Who only read waits as well for what others are writing: what anybody is told is on the disk. */
  override async releaseConnection(): Promise<void> {
    const isDue = this.#statements.hasChanged && lazily.getStore() === undefined
    this.#statements.hasChanged = false
    const flushed = isDue ? this.#log.flush() : this.#log.done()
    this.#release()
    await flushed
  }

  override async destroy(): Promise<void> {
    await this.#log.close()
    await super.destroy()
  }
}

/** What changes nothing; everything else may, but a commit of nothing. */
const READS = /^(select|pragma|begin|commit|rollback)\b/

/**
 * The statements of one connection, each prepared once; `hasChanged`: one of them may have changed something.
 */
class Statements implements SqliteDatabase {
  readonly #database: DatabaseSync
  readonly #known = new Map<string, ReturnType<typeof prepared>>()
  hasChanged = false

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  prepare(sql: string): ReturnType<typeof prepared> {
    if (!READS.test(sql)) this.hasChanged = true
    // A full disk makes SQLite roll back by itself (sqlite.org/lang_transaction.html, 3.1): to complain that
    // nothing is left to roll back would hide why.
    const words = sql === 'rollback' && !this.#database.isTransaction ? 'select 1 limit 0' : sql
    const found =
      this.#known.get(words) ?? prepared(this.#database, words === 'begin' ? 'begin immediate' : words)
    if (this.#known.size >= STATEMENTS_AT_MOST) this.#known.clear()
    this.#known.set(words, found)
    return found
  }

  close(): void {
    this.#database.close()
  }
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
