import { type QueryExecutorProvider, sql } from 'kysely'

/** What colleagues tell each other about a mail and its application, and who sees to it. */
export async function up(database: QueryExecutorProvider, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sequence =
    engine === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key'
  const statements = [
    `create table note (
      seq ${sequence}, fingerprint text not null, written_by text not null, written_at text not null,
      body text, taken_back_at text)`,
    'create index note_of_mail on note (fingerprint)',
    `create table assignment (
      fingerprint text primary key, assignee text, assigned_by text not null, assigned_at text not null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
