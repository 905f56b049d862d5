import { randomUUID } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What a register is by itself: an id, under which its jobs stand in Redis, and the mailbox that it is of;
 * and the machines that work at it, each under a name. And of which call’s letters too many left; null: of
 * all.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  const statements = [
    'create table own (key text primary key, value text not null)',
    `create table machine (
      name text primary key, holder text not null, life text not null, calls text not null,
      until_at text not null)`,
    'alter table breaker add column call_id text',
    // Of a register of earlier editions: the mailbox that was watched last.
    `insert into own (key, value)
      select 'mailbox', lower(account) from lease order by until_at desc limit 1`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
  await sql`insert into own (key, value) values ('id', ${randomUUID()})`.execute(database)
}
