import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What each entry sealed of the rows that it decided, and where the latest seal of each of them is. Entries
 * of earlier editions sealed nothing.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  `alter table entry_detail add column sealed text`,
  `create table latest_seal (
    of_table text not null, of_key text not null, position bigint not null, primary key (of_table, of_key))`,
  `create index head_by_size on head (size)`,
]
