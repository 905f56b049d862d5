import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What proves a sender, and how many changes of particulars wait for a person. What earlier editions joined
 * by an identifier alone stays joined, until a person says otherwise.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  `alter table mail add column sender_proof text`,
  `alter table line add column proposals integer not null default 0`,
  `create index clue_of_mail on clue (fingerprint)`,
  `insert into bond (kind, left_mail, right_mail, decided_by, reason, decided_at)
    select 'kept', submission.fingerprint, (
        select first.fingerprint from submission as first
        where first.number = submission.number
        order by first.received_at, first.fingerprint limit 1
      ), 'recepisse', 'joined by an earlier edition', submission.received_at
    from submission where submission.ground = 'same-identifier' and exists (
      select 1 from submission as other
      where other.number = submission.number and other.fingerprint <> submission.fingerprint)`,
]
