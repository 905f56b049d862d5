import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Numbers of mails whose server knows them by immutable ids only (Microsoft Graph), in the place of UIDs. A
 * number stays when its mail is erased, without the id: it is never given again.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  const statements = [
    `create table numbered_mail (
      account text not null, uid_validity text not null, number bigint not null, remote_id text,
      primary key (account, uid_validity, number))`,
    'create unique index numbered_mail_by_id on numbered_mail (account, remote_id, uid_validity)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(database)
}
