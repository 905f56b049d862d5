import { type QueryExecutorProvider, sql } from 'kysely'

/** Calls’ files as people make them: drafts that anybody may go on with, and versions, which stay. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  const statements = [
    `create table call_draft (
      id text primary key, call_id text, base text, body text not null, source text not null,
      authors text not null, updated_at text not null)`,
    `create table call_version (
      call_id text not null, version integer not null, body text not null, fingerprint text not null, base \
text,
      authors text not null, written_by text not null, reason text not null, written_at text not null,
      adopted_by text, adopted_because text, adopted_at text, primary key (call_id, version))`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
