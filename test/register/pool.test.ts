import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/sql/connect.ts'
import { CONNECTIONS, CONNECTIONS_OF_ONE } from '../../src/adapters/sql/postgres.ts'
import { inTurn } from '../../src/adapters/sql/turn.ts'

const server = inject('postgres')
const MORE = 3

it.skipIf(server === null)(
  'while somebody holds the turn, as many wait as there are connections, and the next is told that the register is busy',
  async () => {
    const location = { kind: 'postgres', url: server ?? '', schema: null } as const
    // Another process has another line.
    const holder = await openDatabase({ ...location, url: `${location.url}?application_name=holder` })
    const waiting = await openDatabase(location)
    try {
      const entered = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      const held = inTurn(holder, async () => {
        entered.resolve()
        await released.promise
      })
      await entered.promise
      const turns = Array.from({ length: CONNECTIONS + MORE }, () =>
        inTurn(waiting, (tx) => sql`select 1`.execute(tx)).then(
          () => 'done',
          (error: unknown) => error,
        ),
      )
      const busy = await Promise.all(turns.slice(CONNECTIONS))
      for (const failure of busy) expect(failure).toMatchObject({ kind: 'transient', code: 'database-busy' })
      released.resolve()
      await held
      expect(new Set(await Promise.all(turns.slice(0, CONNECTIONS)))).toEqual(new Set(['done']))
    } finally {
      await Promise.all([holder.destroy(), waiting.destroy()])
    }
  },
)

it.skipIf(server === null)(
  'while somebody holds one mailbox’s turn, the others on the same line decide as ever, and each sees its own',
  async () => {
    const of = (schema: string) => openDatabase({ kind: 'postgres', url: server ?? '', schema })
    const [nord, sud] = [await of('recepisse_nord'), await of('recepisse_sud')]
    try {
      const entered = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      const held = inTurn(nord, async () => {
        entered.resolve()
        await released.promise
      })
      await entered.promise
      const schemaOf = async (database: Database) => {
        const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(database)
        return rows[0]?.schema
      }
      const waiting = Array.from({ length: CONNECTIONS_OF_ONE + MORE }, () =>
        inTurn(nord, schemaOf).catch((error: unknown) => error),
      )
      const theirs = await Promise.all(Array.from({ length: 2 * CONNECTIONS }, () => inTurn(sud, schemaOf)))
      expect(new Set(theirs)).toEqual(new Set(['recepisse_sud']))
      released.resolve()
      await held
      const ours = await Promise.all(waiting)
      expect(ours.filter((one) => one === 'recepisse_nord').length).toBeGreaterThanOrEqual(
        CONNECTIONS_OF_ONE - 1,
      )
    } finally {
      await Promise.all([nord.destroy(), sud.destroy()])
    }
  },
)
