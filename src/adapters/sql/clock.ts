import { Instant } from '../../base/instant.ts'
import type { ClockRegister } from '../../register/clock.ts'
import type { Database } from './connect.ts'

export async function recordClock(database: Database, offsetMs: number | null, at: Instant): Promise<void> {
  await database
    .insertInto('clock')
    .values({ at, offset_ms: offsetMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function lastClock(database: Database): ReturnType<ClockRegister['lastClock']> {
  const row = await database.selectFrom('clock').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : { at: Instant.parse(row.at), offsetMs: row.offset_ms }
}
