import { sql } from 'kysely'
import { type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { DeskRegister } from '../../register/desk.ts'
import type { Database } from './connect.ts'
import { inPortions } from './rows.ts'
import { isPostgres } from './turn.ts'

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
  const subject = isPostgres(database)
    ? sql<string | null>`parsed::json ->> 'subject'`
    : sql<string | null>`json_extract(parsed, '$.subject')`
  const rows = await inPortions(fingerprints, (some) =>
    database
      .selectFrom('mail')
      .select(['fingerprint', 'sender', subject.as('subject')])
      .where('fingerprint', 'in', some)
      .execute(),
  )
  return new Map(rows.map(({ fingerprint, ...said }) => [fingerprint, { name: null, ...said }]))
}
