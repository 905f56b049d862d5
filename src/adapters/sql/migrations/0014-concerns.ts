import { type QueryExecutorProvider, sql } from 'kysely'

/** Applications that a mail which hands nothing in may be about, for staff to look at. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  const statements = [
    'create table concern (fingerprint text not null, number text ' +
      'not null, primary key (fingerprint, number))',
    'create index concern_of_application on concern (number)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
