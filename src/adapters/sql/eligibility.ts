import type { EligibilityRegister } from '../../register/eligibility.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import { eligibilities } from './eligibility-rows.ts'
import { record } from './events.ts'
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
        await refreshLine(tx, number)
      }),
    eligibilities: (number) => eligibilities(database, number),
  }
}
