import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Which applications a mail opened, which mails an application has, and what was paid from a purse: asked
 * whenever a mail is placed and concluded. Letters of earlier editions are of no purse: they count in no hour
 * any more.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  'create index application_of_opener on application (opened_by)',
  'create index mail_of_application on mail (number)',
  'alter table outbox add column purse text',
  'create index outbox_by_purse on outbox (purse, created_at)',
]
