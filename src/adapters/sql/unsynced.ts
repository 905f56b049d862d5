import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

/**
 * A change that waits for no disk: it outlives its process and not the machine's power. For what counts
 * deaths of processes, and for nothing that anybody was told. (sqlite.org/pragma.html, synchronous;
 * PostgreSQL, synchronous_commit)
 */
export function unsynced<Result>(
  database: Kysely<Tables>,
  change: (database: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  if (isPostgres(database))
    return database.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit to off`.execute(tx)
      return change(tx)
    })
  return database.connection().execute(async (one) => {
    await sql`pragma synchronous = normal`.execute(one)
    try {
      return await change(one)
    } finally {
      await sql`pragma synchronous = full`.execute(one)
    }
  })
}
