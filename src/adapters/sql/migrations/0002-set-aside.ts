import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What is remembered of mails that are none of our business, and who took one in. Those of 0.1.0 (edition 1
 * of the rules) have no structure yet: they are looked at again.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  `create table set_aside (
    fingerprint text primary key references mail (fingerprint), attachments integer, kinds text,
    rules_edition integer not null, put_aside_at text not null, today text, looked_at text,
    fetched_at text, gone_at text)`,
  `create index set_aside_by_edition on set_aside (rules_edition)`,
  `create index set_aside_fetched on set_aside (fetched_at)`,
  `create table taken_in (
    fingerprint text primary key, decided_by text not null, reason text not null, decided_at text not null,
    fetched_at text)`,
  `create index taken_in_waiting on taken_in (fetched_at)`,
  `insert into set_aside (fingerprint, rules_edition, put_aside_at)
    select fingerprint, 1, updated_at from mail where fate = 'unrelated'`,
]
