import { type QueryExecutorProvider, sql } from 'kysely'

/** Wrong words are counted by account and network; a network from which somebody entered before is known. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  `create table account_network (
    email text not null references account (email), network text not null, failures integer not null,
    locked_until text, entered_at text, tried_at text not null, primary key (email, network))`,
  `create index account_network_by_time on account_network (tried_at)`,
  // The old lock was everybody's; the new brake counts afresh.
  `update account set failures = 0, locked_until = null`,
]
