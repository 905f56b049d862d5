import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What persons decided of each application's eligibility, every word beside the ones before it; lists show
 * the last.
 */
export async function up(database: QueryExecutorProvider, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sequence =
    engine === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key'
  const statements = [
    `create table eligibility (
      seq ${sequence}, number text not null, kind text, decided_by text not null, reason text not null,
      decided_at text not null)`,
    'create index eligibility_of_application on eligibility (number)',
    'alter table line add column eligibility text',
    'create index line_by_eligibility on line (eligibility, received_at)',
    'drop index line_by_state',
    'create index line_by_state on line (call_id, sectors, timeliness, completeness, eligibility)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
