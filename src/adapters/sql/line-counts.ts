import { sql } from 'kysely'
import { z } from 'zod'
import { type CallId, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Eligibility } from '../../dossier/eligibility.ts'
import type { DeskRegister } from '../../register/desk.ts'
import type { StateCount } from '../../register/states.ts'
import { Completeness, Timeliness } from '../../verdict/finding.ts'
import type { Database } from './connect.ts'
import { parseJson } from './rows.ts'

/** How many applications of a call, or of all, stand alike: one pass over an index. */
export async function states(database: Database, callId: CallId | null): Promise<readonly StateCount[]> {
  const alike = ['sectors', 'timeliness', 'completeness', 'eligibility'] as const
  const rows = await database
    .selectFrom('line')
    .$if(callId !== null, (query) => query.where('call_id', '=', callId ?? ''))
    .select([...alike, ({ fn }) => fn.countAll().as('count')])
    // In the order of the index, calls apart: nothing is put in order first.
    .groupBy(['call_id', ...alike])
    .execute()
  return rows.map((row) => ({
    sectors: parseJson(z.array(z.string()), row.sectors),
    timeliness: Timeliness.parse(row.timeliness),
    completeness: Completeness.parse(row.completeness),
    eligibility: Eligibility.nullable().parse(row.eligibility),
    count: Number(row.count),
  }))
}

/** `2026-03-10T06:1`: ten minutes are whole in every zone. */
const TEN_MINUTES = 15

export async function deposits(database: Database, callId: CallId): ReturnType<DeskRegister['deposits']> {
  const begun = sql<string>`substr(received_at, 1, ${sql.lit(TEN_MINUTES)})`
  const rows = await database
    .selectFrom('line')
    .select([begun.as('begun'), ({ fn }) => fn.countAll().as('count')])
    .where('call_id', '=', callId)
    .groupBy(begun)
    .orderBy(begun)
    .execute()
  return rows.map((row) => ({ from: Instant.parse(`${row.begun}0:00.000Z`), count: Number(row.count) }))
}

/**
 * The latest mail of those that were received before is newer, and the dossier was not complete when the last
 * one before was judged.
 */
export async function completedSince(
  database: Database,
  callId: CallId,
  since: Instant,
): ReturnType<DeskRegister['completedSince']> {
  const before = (table: string) => sql`(
    select verdict.verdict from submission
    join verdict on verdict.fingerprint = submission.fingerprint
    where submission.number = ${sql.ref(`${table}.number`)} and submission.received_at < ${since}
    order by submission.received_at desc limit 1)`
  const { rows } = await sql<{ readonly number: string; readonly verdict: string | null }>`
    select line.number, ${before('line')} as verdict from line
    where line.call_id = ${callId} and line.completeness = 'complete' and line.received_at < ${since}
      and line.number in (select number from submission where received_at >= ${since})`.execute(database)
  return rows.flatMap(({ number, verdict }) =>
    verdict !== null && parseJson(Judged, verdict).completeness !== 'complete'
      ? [RegistrationNumber.parse(number)]
      : [],
  )
}

const Judged = z.object({ completeness: Completeness })
