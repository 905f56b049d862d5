import { RegistrationNumber } from '../../base/ids.ts'
import type { DeskRegister } from '../../register/desk.ts'
import type { Database } from './connect.ts'

/** By receipt, in the call of the application; whoever came at the same instant by number. */
export async function neighbours(
  database: Database,
  number: RegistrationNumber,
): ReturnType<DeskRegister['neighbours']> {
  const own = await database
    .selectFrom('line')
    .select(['call_id', 'received_at'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (own === undefined) return { before: null, after: null }
  const beside = async (than: '<' | '>') => {
    const order = than === '<' ? 'desc' : 'asc'
    const row = await database
      .selectFrom('line')
      .select('number')
      .where('call_id', '=', own.call_id)
      .where(({ or, and, eb }) =>
        or([
          eb('received_at', than, own.received_at),
          and([eb('received_at', '=', own.received_at), eb('number', than, number)]),
        ]),
      )
      .orderBy('received_at', order)
      .orderBy('number', order)
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : RegistrationNumber.parse(row.number)
  }
  return { before: await beside('<'), after: await beside('>') }
}
