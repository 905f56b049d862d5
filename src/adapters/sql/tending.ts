import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

/**
 * SQLite takes an index that half the rows share for one that finds a few, until it is let to count
 * (sqlite.org/lang_analyze.html, 4): at ten thousand letters it went through all of them for each mail. It
 * counts again only what grew tenfold. PostgreSQL does so by itself.
 */
export async function tend(database: Kysely<Tables>): Promise<void> {
  if (!isPostgres(database)) await sql`pragma optimize = 0x10002`.execute(database)
}
