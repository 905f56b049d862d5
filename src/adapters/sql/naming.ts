import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { DeskRegister } from '../../register/desk.ts'
import type { Database } from './connect.ts'
import { inPortions } from './rows.ts'
import type { Tables } from './tables.ts'
import { isPostgres } from './turn.ts'

/** What a mail says to be about, out of what was read of it. */
export function subjectIn(tx: Kysely<Tables>): RawBuilder<string | null> {
  return isPostgres(tx)
    ? sql<string | null>`mail.parsed::json ->> 'subject'`
    : sql<string | null>`json_extract(mail.parsed, '$.subject')`
}

/** Who applies, as lists name them. */
export async function namesOf(
  database: Database,
  numbers: readonly RegistrationNumber[],
): ReturnType<DeskRegister['namesOf']> {
  const rows = await inPortions(numbers, (some) =>
    database
      .selectFrom('line')
      .select(['number', 'name', 'sender', 'subject'])
      .where('number', 'in', some)
      .execute(),
  )
  return new Map(rows.map((row) => [RegistrationNumber.parse(row.number), row]))
}

/** Who wrote mails that have no number, and about what; nothing of one that nobody could read. */
export async function writersOf(
  database: Database,
  fingerprints: readonly Fingerprint[],
): ReturnType<DeskRegister['writersOf']> {
  const rows = await inPortions(fingerprints, (some) =>
    database
      .selectFrom('mail')
      .select(['fingerprint', 'sender', subjectIn(database).as('subject')])
      .where('fingerprint', 'in', some)
      .execute(),
  )
  return new Map(rows.map(({ fingerprint, ...said }) => [fingerprint, { name: null, ...said }]))
}
