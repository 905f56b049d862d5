import { type QueryExecutorProvider, sql } from 'kysely'

/** What became of each application, as persons recorded it: every word beside the ones before it. */
export async function up(database: QueryExecutorProvider, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sequence =
    engine === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key'
  const statements = [
    `create table outcome (
      seq ${sequence}, number text not null, kind text, act text, act_on text, decided_by text not null,
      reason text not null, decided_at text not null)`,
    'create index outcome_of_application on outcome (number)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
