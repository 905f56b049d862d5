import type { EligibilityRegister } from '../../register/eligibility.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import { eligibilities } from './eligibility-rows.ts'
import { record } from './events.ts'
import { standsUnder } from './of-application.ts'
import { inTurn } from './turn.ts'

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
        // A colleague may have joined it to another between the page and the decision.
        await refreshLine(tx, await standsUnder(tx, number))
      }),
    eligibilities: (number) => eligibilities(database, number),
  }
}
