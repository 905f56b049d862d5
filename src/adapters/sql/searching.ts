import { type Kysely, type RawBuilder, sql } from 'kysely'
import { indexedWords, type SoughtWord } from '../../register/sought.ts'
import { soughtId } from './sought-id.ts'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

/** What a mail says, in the place of what an earlier reading gave. */
export async function keepWords(tx: Kysely<Tables>, fingerprint: string, words: string): Promise<void> {
  await tx.deleteFrom('mail_words').where('fingerprint', '=', fingerprint).execute()
  if (words !== '') await tx.insertInto('mail_words').values({ fingerprint, words }).execute()
}

/**
 * Puts the words of an application's line and mails into the index of searches. In
 * the transaction that draws the line, after `dropWords`.
 */
export async function indexWords(
  tx: Kysely<Tables>,
  { number, words: text }: Pick<Tables['line'], 'number' | 'words'>,
): Promise<void> {
  const rows = await tx
    .selectFrom('submission')
    .innerJoin('mail_words', 'mail_words.fingerprint', 'submission.fingerprint')
    .select('mail_words.words')
    .where('submission.number', '=', number)
    .execute()
  const ofMails = rows.map((row) => row.words)
  const words = indexedWords(text, ofMails).join(' ')
  if (isPostgres(tx))
    await sql`insert into sought (id, words)
      values (${soughtId(number)}, array_to_tsvector(string_to_array(${words}, ' ')))`.execute(tx)
  else await sql`insert into sought (rowid, words) values (${soughtId(number)}, ${words})`.execute(tx)
}

/** Takes an application out of the index. */
export async function dropWords(tx: Kysely<Tables>, number: string): Promise<void> {
  const id = sql.ref(isPostgres(tx) ? 'id' : 'rowid')
  await sql`delete from sought where ${id} = ${soughtId(number)}`.execute(tx)
}

/** FTS5 keeps what was deleted until its parts are put together: what was erased is to leave the file. */
export async function forgetDropped(tx: Kysely<Tables>): Promise<void> {
  if (!isPostgres(tx)) await sql`insert into sought (sought) values ('optimize')`.execute(tx)
}

/**
 * Whether a line is of an application that has all these words. `many` do: SQLite then walks the lines in
 * their order and asks of each, until a page is full; else it looks each one up, and puts them in order.
 */
export function hasWords(
  database: Kysely<Tables>,
  words: readonly SoughtWord[],
  many: boolean,
): RawBuilder<boolean> {
  if (words.length === 0) return sql<boolean>`1 = 0`
  if (isPostgres(database)) {
    const query = words.map((word) => waysOf(word, (way) => `'${way}'${word.begins ? ':*' : ''}`, ' | '))
    return sql<boolean>`sought_id in (
      select id from sought where words @@ cast(${query.join(' & ')} as tsquery))`
  }
  const query = words.map((word) => waysOf(word, (way) => `"${way}"${word.begins ? '*' : ''}`, ' OR '))
  const own = sql.raw(many ? '+sought_id' : 'sought_id')
  return sql<boolean>`${own} in (select rowid from sought where sought match ${query.join(' AND ')})`
}

/** Words have letters and digits alone: no sign of theirs is one of the query's. */
function waysOf({ ways }: SoughtWord, written: (way: string) => string, or: string): string {
  return `(${ways.map(written).join(or)})`
}
