import type { Kysely } from 'kysely'
import type { EligibilityRegister } from '../../register/eligibility.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import { eligibilities } from './eligibility-rows.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/** A colleague may have joined it to another between the page and the decision. */
async function standsUnder(tx: Kysely<Tables>, number: string): Promise<string> {
  const row = await tx
    .selectFrom('application')
    .select('merged_into')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.merged_into ?? number
}

export function sqlEligibility(database: Database): EligibilityRegister {
  return {
    recordEligibility: (number, eligibility, { by, reason }, at) =>
      inTurn(database, async (tx) => {
        await tx
          .insertInto('eligibility')
          .values({ number, kind: eligibility, decided_by: by, reason, decided_at: at })
          .execute()
        const type = eligibility === null ? 'eligibility.taken-back' : 'eligibility.decided'
        await record(tx, at, type, number, {
          by,
          reason,
          ...(eligibility === null ? {} : { eligibility }),
        })
        await refreshLine(tx, await standsUnder(tx, number))
      }),
    eligibilities: (number) => eligibilities(database, number),
  }
}
