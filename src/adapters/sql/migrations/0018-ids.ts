import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * An immutable id is a mail's wherever it lies and however its account is written: it is looked for by
 * itself.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw('create index numbered_mail_by_remote_id on numbered_mail (remote_id)').execute(database)
}
