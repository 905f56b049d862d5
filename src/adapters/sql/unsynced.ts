import { type Kysely, sql } from 'kysely'
import { withoutFlush } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

/**
 * A change that waits for no disk: it outlives its process and not the machine's power. For what counts
 * deaths of processes, and for nothing that anybody was told. (PostgreSQL, synchronous_commit)
 */
export function unsynced<Result>(
  database: Kysely<Tables>,
  change: (database: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  if (!isPostgres(database)) return withoutFlush(() => change(database))
  return database.transaction().execute(async (tx) => {
    await sql`set local synchronous_commit to off`.execute(tx)
    return change(tx)
  })
}
