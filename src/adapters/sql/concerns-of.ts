import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { RegistrationNumber } from '../../base/ids.ts'
import { mailsOf, numbersOf } from './of-application.ts'
import { grouped, inPortions } from './rows.ts'
import type { Tables } from './tables.ts'

/** The applications that mails may be about, by fingerprint, where those are now. */
export async function concernsOfAll(
  database: Kysely<Tables>,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, readonly RegistrationNumber[]>> {
  const rows = await inPortions(fingerprints, (some) =>
    database
      .selectFrom('concern')
      .innerJoin('application', 'application.number', 'concern.number')
      .leftJoin('mail', 'mail.fingerprint', 'application.opened_by')
      .select(['concern.fingerprint', 'concern.number', 'mail.number as now'])
      .where('concern.fingerprint', 'in', some)
      .orderBy('concern.number')
      .execute(),
  )
  return grouped(rows, ({ now, number }) => RegistrationNumber.parse(now ?? number))
}

/** Mails in no application that are about this one, or may be. */
export function isAbout(database: Kysely<Tables>, number: string) {
  return ({ and, or, eb }: ExpressionBuilder<Tables, 'mail'>) =>
    and([
      sql<boolean>`submission.fingerprint is null`,
      or([
        eb('mail.fingerprint', 'in', mailsOf(database, number)),
        eb(
          'mail.fingerprint',
          'in',
          database
            .selectFrom('concern')
            .select('concern.fingerprint')
            .where(({ or: either, eb: one }) =>
              either([
                one('concern.number', '=', number),
                one('concern.number', 'in', numbersOf(database, number)),
              ]),
            ),
        ),
      ]),
    ])
}
