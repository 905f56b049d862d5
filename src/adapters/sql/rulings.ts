import type { Kysely } from 'kysely'
import { Instant } from '../../base/instant.ts'
import type { Receipt } from '../../mail/receipt.ts'
import type { Ruling } from '../../register/views.ts'
import { inPortions } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * Who ruled on the times of some mails that are ruled: a later correction of the hour takes a ruling away.
 */
export async function rulingsOf(
  database: Kysely<Tables>,
  ruled: readonly string[],
): Promise<ReadonlyMap<string, Ruling>> {
  const rows = await inPortions(ruled, (some) =>
    database
      .selectFrom('correction')
      .select(['fingerprint', 'corrected_by', 'reason', 'corrected_at'])
      .where('fingerprint', 'in', some)
      .orderBy('version')
      .execute(),
  )
  return new Map(
    rows.map((row) => [
      row.fingerprint,
      { by: row.corrected_by, reason: row.reason, at: Instant.parse(row.corrected_at) },
    ]),
  )
}

/** The mails, by fingerprint, of which a person ruled on the time. */
export function ruledIn(receipts: ReadonlyMap<string, Receipt>): readonly string[] {
  return [...receipts].flatMap(([mail, { ruled }]) => (ruled === undefined ? [] : [mail]))
}
