import type { CallId } from '../../base/ids.ts'
import { RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Act, OutcomeKind } from '../../dossier/outcome.ts'
import { type KeptOutcome, type OutcomeRegister, standing } from '../../register/outcomes.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { numbersOf, numbersWithWord, recordedOfCall } from './of-application.ts'
import { inTurn } from './turn.ts'

/** What was decided of applications, every word kept; the last one counts. */
export function sqlOutcomes(database: Database): OutcomeRegister {
  return {
    recordOutcome: (number, outcome, { by, reason }, at) =>
      inTurn(database, async (tx) => {
        const numbers = outcome === null ? await numbersWithWord(tx, 'outcome', number) : [number]
        const type = outcome === null ? 'outcome.taken-back' : 'outcome.recorded'
        const row = {
          kind: outcome?.kind ?? null,
          act: outcome?.act?.reference ?? null,
          act_on: outcome?.act?.on ?? null,
          ...{ decided_by: by, reason, decided_at: at },
        }
        for (const one of numbers) {
          await tx
            .insertInto('outcome')
            .values({ number: one, ...row })
            .execute()
          const kind = outcome === null ? {} : { outcome: outcome.kind }
          await record(tx, at, type, one, { by, reason, ...kind })
        }
      }),
    outcomes: (number) => outcomes(database, number),
  }
}

export async function outcomes(
  database: Database,
  number: RegistrationNumber,
): Promise<readonly KeptOutcome[]> {
  const rows = await database
    .selectFrom('outcome')
    .selectAll()
    .where('number', 'in', numbersOf(database, number))
    .orderBy('seq')
    .execute()
  return rows.map(kept)
}

/** The outcome that stands of each application of a call, by the number under which its mails are now. */
export async function standingOutcomes(
  database: Database,
  callId: CallId,
): Promise<ReadonlyMap<string, KeptOutcome>> {
  const groups = await recordedOfCall<Row>(database, 'outcome', callId)
  return new Map(
    [...groups].flatMap(([number, group]) => {
      const one = standing(group.map(kept))
      return one === null ? [] : [[number, one] as const]
    }),
  )
}

interface Row {
  readonly seq: number
  readonly number: string
  readonly kind: string | null
  readonly act: string | null
  readonly act_on: string | null
  readonly decided_by: string
  readonly reason: string
  readonly decided_at: string
}

function kept(row: Row): KeptOutcome {
  const act = row.act === null ? null : Act.parse({ reference: row.act, on: row.act_on })
  return {
    seq: Number(row.seq),
    number: RegistrationNumber.parse(row.number),
    outcome: row.kind === null ? null : { kind: OutcomeKind.parse(row.kind), act },
    by: row.decided_by,
    reason: row.reason,
    at: Instant.parse(row.decided_at),
  }
}
