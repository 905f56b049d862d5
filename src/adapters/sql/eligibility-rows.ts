import type { Kysely, Selectable } from 'kysely'
import type { CallId } from '../../base/ids.ts'
import { RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Eligibility } from '../../dossier/eligibility.ts'
import { type KeptEligibility, standingEligibility } from '../../register/eligibility.ts'
import type { Database } from './connect.ts'
import { numbersOf, recordedOfCall } from './of-application.ts'
import type { EligibilityTable } from './outcome-table.ts'
import type { Tables } from './tables.ts'

export async function eligibilities(
  database: Kysely<Tables>,
  number: string,
): Promise<readonly KeptEligibility[]> {
  const rows = await database
    .selectFrom('eligibility')
    .selectAll()
    .where('number', 'in', numbersOf(database, number))
    .orderBy('seq')
    .execute()
  return rows.map(kept)
}

/** What stands of each application of a call, by the number under which its mails are now. */
export async function standingEligibilities(
  database: Database,
  callId: CallId,
): Promise<ReadonlyMap<string, KeptEligibility>> {
  const groups = await recordedOfCall<Row>(database, 'eligibility', callId)
  return new Map(
    [...groups].flatMap(([number, group]) => {
      const one = standingEligibility(group.map(kept))
      return one === null ? [] : [[number, one] as const]
    }),
  )
}

type Row = Selectable<EligibilityTable>

function kept(row: Row): KeptEligibility {
  return {
    seq: Number(row.seq),
    number: RegistrationNumber.parse(row.number),
    eligibility: Eligibility.nullable().parse(row.kind),
    by: row.decided_by,
    reason: row.reason,
    at: Instant.parse(row.decided_at),
  }
}
