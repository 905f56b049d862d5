import { type QueryExecutorProvider, sql } from 'kysely'
import { fold } from '../../../base/folding.ts'
import { foundBy } from '../../../base/sought-words.ts'
import { soughtId } from '../sought-id.ts'

/**
 * What applications are found by, and what lists show of those that say no name. The words of documents that
 * were read before are not known: they follow when their mail is read again.
 */
export async function up(database: QueryExecutorProvider, engine: 'sqlite' | 'postgres'): Promise<void> {
  const index = engine === 'sqlite' ? ON_SQLITE : ON_POSTGRES
  for (const statement of [...STATEMENTS, ...index, firstMails(engine)])
    await sql.raw(statement).execute(database)
  const { rows } = await sql<Row>`select number, name, words from line`.execute(database)
  for (const { number, name, words } of rows) {
    const id = soughtId(number)
    await sql`update line set folded_name = ${fold(name ?? '')}, sought_id = ${id}
      where number = ${number}`.execute(database)
    const found = foundBy(words).join(' ')
    if (engine === 'sqlite')
      await sql`insert into sought (rowid, words) values (${id}, ${found})`.execute(database)
    else
      await sql`insert into sought (id, words)
        values (${id}, array_to_tsvector(string_to_array(${found}, ' ')))`.execute(database)
  }
}

interface Row {
  readonly number: string
  readonly name: string | null
  readonly words: string
}

const STATEMENTS = [
  'create table mail_words (fingerprint text primary key, words text not null)',
  'alter table line add column sought_id bigint not null default 0',
  `alter table line add column folded_name text not null default ''`,
  'alter table line add column sender text',
  'alter table line add column subject text',
  'create index line_by_name on line (folded_name, number)',
  'create index line_by_sought on line (sought_id)',
  'create index line_by_timeliness on line (timeliness, received_at)',
  'create index line_by_proposals on line (received_at) where proposals > 0',
  'create index sighting_by_copy on sighting (account, copy)',
  'create index line_by_state on line (call_id, sectors, timeliness, completeness)',
]

/** Words stand apart by blanks alone: what a word is, the program says. */
const ON_SQLITE = [
  `create virtual table sought using fts5(
    words, content='', contentless_delete=1, detail=none,
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")`,
]

const ON_POSTGRES = [
  'create table sought (id bigint primary key, words tsvector not null)',
  'create index sought_by_words on sought using gin (words)',
]

/** Who wrote the mail that opened each, and about what. */
function firstMails(engine: 'sqlite' | 'postgres'): string {
  const subject =
    engine === 'sqlite' ? "json_extract(mail.parsed, '$.subject')" : "mail.parsed::json ->> 'subject'"
  const first = (column: string) => `(
    select ${column} from submission
    join mail on mail.fingerprint = submission.fingerprint
    join verdict on verdict.fingerprint = mail.fingerprint
    where submission.number = line.number order by mail.received_at, mail.fingerprint limit 1)`
  return `update line set sender = ${first('mail.sender')}, subject = ${first(subject)}`
}
