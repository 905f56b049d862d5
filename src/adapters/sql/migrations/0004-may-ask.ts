import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Whether a mail that is none of our business may have been a question all the same: a person looks at it
 * first.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw('alter table set_aside add column may_ask integer not null default 0').execute(database)
}
