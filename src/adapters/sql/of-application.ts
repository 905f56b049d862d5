import { type Kysely, sql } from 'kysely'
import { RegistrationNumber } from '../../base/ids.ts'
import type { Tables } from './tables.ts'

/**
 * What an application is made of, each as a query for others to narrow by; `subject` is what entries call it.
 */
export function mailsOf(database: Kysely<Tables>, number: string) {
  return (
    database
      .selectFrom('mail')
      .select('mail.fingerprint as subject')
      // A question stays under the number that it was about, whatever that one went into.
      .where(({ or, eb }) =>
        or([eb('mail.number', '=', number), eb('mail.number', 'in', numbersOf(database, number))]),
      )
  )
}

/** Letters that answer no mail. */
const OF_NUMBER = ['joining', 'decision', 'message']

/**
 * Letters follow their mails: one that staff took out takes its letters along, and one that they joined
 * brings its own. Only what told an applicant that another's mail had joined, what was decided, or what a
 * person wrote, stays under its number.
 */
export function lettersOf(database: Kysely<Tables>, number: string) {
  return database
    .selectFrom('outbox')
    .select('id as subject')
    .where(({ and, eb, or }) =>
      or([
        and([eb('kind', 'not in', OF_NUMBER), eb('fingerprint', 'in', mailsOf(database, number))]),
        and([eb('kind', 'in', OF_NUMBER), eb('number', 'in', numbersOf(database, number))]),
      ]),
    )
}

/**
 * The numbers under which its mails were acknowledged: its own, and those of applications that went into it.
 */
export function numbersOf(database: Kysely<Tables>, number: string) {
  return database
    .selectFrom('mail')
    .innerJoin('application', 'application.opened_by', 'mail.fingerprint')
    .select('application.number as subject')
    .where('mail.number', '=', number)
}

/** The number under which the mails of an application are now: another's once it went into it. */
export async function standsUnder(database: Kysely<Tables>, number: string): Promise<string> {
  const row = await database
    .selectFrom('application')
    .innerJoin('mail', 'mail.fingerprint', 'application.opened_by')
    .select('mail.number')
    .where('application.number', '=', number)
    .executeTakeFirst()
  return row?.number ?? number
}

/**
 * What persons recorded of the applications of a call, by the number under which each one's mails are now;
 * the oldest first.
 */
export async function recordedOfCall<Row extends { readonly number: string }>(
  database: Kysely<Tables>,
  table: 'outcome' | 'eligibility',
  callId: string,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await sql<Row & { readonly now: string | null }>`
    select ${sql.table(table)}.*, mail.number as now from ${sql.table(table)}
    join application on application.number = ${sql.ref(`${table}.number`)}
    join mail on mail.fingerprint = application.opened_by
    where application.call_id = ${callId} order by seq`.execute(database)
  return Map.groupBy(rows, (row) => row.now ?? row.number)
}

/**
 * The numbers of an application of which a word of a person stands: what is taken back of joined applications
 * is taken back of each, so that separating them brings none of it back.
 */
export async function numbersWithWord(
  database: Kysely<Tables>,
  table: 'outcome' | 'eligibility',
  number: RegistrationNumber,
): Promise<readonly RegistrationNumber[]> {
  const rows = await database
    .selectFrom(table)
    .select(['number', 'kind'])
    .where('number', 'in', numbersOf(database, number))
    .orderBy('seq')
    .execute()
  const last = new Map(rows.map((row) => [row.number, row.kind]))
  const standing = [...last].flatMap(([one, kind]) => (kind === null ? [] : RegistrationNumber.parse(one)))
  return standing.length === 0 ? [number] : standing
}

/**
 * The subjects of the log that concern an application: its mails, its letters and its numbers, as a query.
 */
export function subjectsOf(database: Kysely<Tables>, number: string) {
  return mailsOf(database, number).union(lettersOf(database, number)).union(numbersOf(database, number))
}
