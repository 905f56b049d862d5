import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { ListedLetter } from '../../acknowledgement/outgoing.ts'
import type { ListedItem, OutboxItem } from '../../register/outbox.ts'
import type { Database } from './connect.ts'
import { letterState, outboxItem, parseJson } from './rows.ts'
import { STATE } from './summaries.ts'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

type Which = (builder: ExpressionBuilder<Tables, 'outbox'>) => Expression<SqlBool>

/** Letters without what their files hold, which the database leaves out: the oldest first. */
export async function listed(database: Database, which: Which): Promise<readonly ListedItem[]> {
  const rows = await database
    .selectFrom('outbox')
    .select(STATE)
    .select(withoutContent(database).as('listed'))
    .where(which)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ listed: letter, ...row }) => ({
    ...letterState(row),
    letter: parseJson(ListedLetter, letter),
  }))
}

/** A letter by its id, as somebody typed it or a link has it; null where there is none. */
export async function letterNamed(database: Database, id: string): Promise<OutboxItem | null> {
  const row = await database.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : outboxItem(row)
}

function withoutContent(database: Database): RawBuilder<string> {
  return isPostgres(database)
    ? sql<string>`case when letter::jsonb -> 'attachments' is null then letter else jsonb_set(
        letter::jsonb, '{attachments}', (
          select coalesce(jsonb_agg(jsonb_build_object('name', one -> 'name', 'type', one -> 'type')), \
'[]'::jsonb)
          from jsonb_array_elements(letter::jsonb -> 'attachments') as one))::text end`
    : sql<string>`case when json_type(letter, '$.attachments') is null then letter else json_set(
        letter, '$.attachments', (
          select json_group_array(json_object(
            'name', json_extract(value, '$.name'), 'type', json_extract(value, '$.type')))
          from json_each(letter, '$.attachments'))) end`
}
