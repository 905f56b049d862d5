import { type QueryExecutorProvider, sql } from 'kysely'

/** Which applications a mail opened: asked whenever a mail is placed. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw('create index application_of_opener on application (opened_by)').execute(database)
}
