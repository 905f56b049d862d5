import { Instant } from '../../base/instant.ts'
import type { RaisedAlarm, VitalsRegister } from '../../register/vitals.ts'
import type { Database } from './connect.ts'
import { insertLetter } from './outbox.ts'
import { inTurn } from './turn.ts'

export async function raisedAlarms(database: Database): Promise<readonly RaisedAlarm[]> {
  const rows = await database.selectFrom('alarm').select(['key', 'told_at']).where('over', '=', 0).execute()
  return rows.map((row) => ({ key: row.key, toldAt: Instant.parse(row.told_at) }))
}

export function noteAlarms(
  database: Database,
  ...[told, over, letters, at]: Parameters<VitalsRegister['noteAlarms']>
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const raised = await tx.selectFrom('alarm').select('key').where('over', '=', 0).execute()
    if (raised.some((row) => told.includes(row.key))) return false
    for (const key of told)
      await tx
        .insertInto('alarm')
        .values({ key, told_at: at, over: 0 })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ told_at: at, over: 0 }))
        .execute()
    if (over.length > 0)
      await tx
        .updateTable('alarm')
        .set({ over: 1 })
        .where('key', 'in', [...over])
        .execute()
    for (const letter of letters)
      await insertLetter(tx, { ...letter, automatic: false, number: null, fingerprint: null }, at)
    return true
  })
}
