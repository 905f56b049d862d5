import { type QueryExecutorProvider, sql } from 'kysely'

/** How far other programs were told of the register. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw('create table subscriber (name text primary key, position integer not null)')
    .execute(database)
}
