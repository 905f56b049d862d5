import { sql } from 'kysely'
import type { Database } from './connect.ts'
import { together } from './together.ts'

/** The newest entry, the version of the tables and the machines with their calls, as one text. */
export async function lastChange(database: Database): Promise<string> {
  const mark = await together(database, 'beat', (one) =>
    one
      .selectNoFrom((each) => [
        sql<string>`concat(${each
          .selectFrom('entry')
          .select(({ fn }) => fn.max('position').as('position'))}, ' ', ${each
          .selectFrom('schema_version')
          .select(({ fn }) => fn.max('version').as('version'))}, ' ', ${each
          .selectFrom('machine')
          .select(sql<string>`string_agg(name || ' ' || calls, ' ' order by name)`.as('machines'))})`.as(
          'value',
        ),
      ])
      .compile(),
  )
  return mark ?? ''
}

/** Two looks into indices: the first row that is found is enough. */
export async function isInHand(database: Database): Promise<boolean> {
  const mail = await database
    .selectFrom('mail')
    .select('progress')
    .where('progress', 'in', ['received', 'read', 'assembled'])
    .limit(1)
    .executeTakeFirst()
  if (mail !== undefined) return true
  const letter = await database
    .selectFrom('outbox')
    .select('state')
    .where('state', 'in', ['due', 'intended'])
    .limit(1)
    .executeTakeFirst()
  return letter !== undefined
}
