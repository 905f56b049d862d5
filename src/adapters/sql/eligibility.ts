import type { EligibilityRegister } from '../../register/eligibility.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import { eligibilities } from './eligibility-rows.ts'
import { record } from './events.ts'
import { numbersWithWord, standsUnder } from './of-application.ts'
import { inTurn } from './turn.ts'

/** What persons decided of an application's eligibility, every word kept. */
export function sqlEligibility(database: Database): EligibilityRegister {
  return {
    recordEligibility: (number, eligibility, { by, reason }, at) =>
      inTurn(database, async (tx) => {
        const numbers = eligibility === null ? await numbersWithWord(tx, 'eligibility', number) : [number]
        const type = eligibility === null ? 'eligibility.taken-back' : 'eligibility.decided'
        for (const one of numbers) {
          await tx
            .insertInto('eligibility')
            .values({ number: one, kind: eligibility, decided_by: by, reason, decided_at: at })
            .execute()
          await record(tx, at, type, one, { by, reason, ...(eligibility === null ? {} : { eligibility }) })
        }
        // A colleague may have joined it to another between the page and the decision.
        await refreshLine(tx, await standsUnder(tx, number))
      }),
    eligibilities: (number) => eligibilities(database, number),
  }
}
