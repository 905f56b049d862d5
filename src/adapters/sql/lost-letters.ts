import { sql } from 'kysely'
import { LetterKind } from '../../acknowledgement/outgoing.ts'
import { CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { lossOf } from '../../register/outbox.ts'
import { isReplaced, type Placed } from '../../register/replaced.ts'
import type { LostLetter } from '../../register/vitals.ts'
import type { Database } from './connect.ts'
import { inPortions, OutboxState } from './rows.ts'
import type { OutboxTable } from './tables.ts'

/** What did not arrive, and nothing was written in its place since. */
export async function lost(database: Database): Promise<readonly LostLetter[]> {
  const rows = await database
    .selectFrom('outbox')
    .leftJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .leftJoin('application', (join) =>
      join.on(
        ({ ref, fn }) => sql`${ref('application.number')} = ${fn.coalesce('mail.number', 'outbox.number')}`,
      ),
    )
    .select(PLACED)
    .select(['outbox.id', 'outbox.state', 'outbox.reply', 'outbox.arrival_at'])
    .select(['application.number as application', 'application.call_id'])
    .where('outbox.kind', 'in', ['acknowledgement', 'answer', 'rectification', 'message', 'decision'])
    .where('outbox.state', 'in', ['bounced', 'refused'])
    .orderBy('outbox.created_at')
    .execute()
  const others = await written(database, rows)
  return rows.flatMap((row) => {
    const since = Instant.parse(row.arrival_at ?? row.created_at)
    const one = placed(row)
    if (isReplaced(one, since, others)) return []
    const state = lossOf({ state: OutboxState.parse(row.state), reply: row.reply }) ?? 'refused'
    const callId = CallId.nullable().parse(row.call_id)
    return [
      {
        id: row.id,
        callId,
        number: RegistrationNumber.nullable().parse(row.application),
        kind: one.kind,
        state,
        since,
      },
    ]
  })
}

const PLACED = ['outbox.kind', 'outbox.number', 'outbox.fingerprint', 'outbox.created_at'] as const
type PlacedRow = Pick<OutboxTable, 'kind' | 'number' | 'fingerprint' | 'created_at'>

function placed({ kind, number, fingerprint, created_at }: PlacedRow): Placed {
  return {
    kind: LetterKind.parse(kind),
    number: RegistrationNumber.nullable().parse(number),
    fingerprint: Fingerprint.nullable().parse(fingerprint),
    createdAt: Instant.parse(created_at),
  }
}

/** All letters about the same mails, and under the same numbers. */
async function written(database: Database, rows: readonly PlacedRow[]): Promise<readonly Placed[]> {
  const [mails, numbers] = [
    rows.flatMap(({ fingerprint }) => fingerprint ?? []),
    rows.flatMap(({ number }) => number ?? []),
  ]
  const about = await inPortions(mails, (some) =>
    database.selectFrom('outbox').select(PLACED).where('fingerprint', 'in', some).execute(),
  )
  const under = await inPortions(numbers, (some) =>
    database.selectFrom('outbox').select(PLACED).where('number', 'in', some).execute(),
  )
  return [...about, ...under].map(placed)
}
