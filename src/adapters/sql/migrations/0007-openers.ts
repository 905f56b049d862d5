import { type QueryExecutorProvider, sql } from 'kysely'

/** Which applications a mail opened, and which mails an application has: asked whenever a mail is placed and concluded. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}

const STATEMENTS = [
  'create index application_of_opener on application (opened_by)',
  'create index mail_of_application on mail (number)',
]
