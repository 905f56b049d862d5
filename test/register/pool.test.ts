import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { CONNECTIONS } from '../../src/adapters/sql/postgres.ts'
import { inTurn } from '../../src/adapters/sql/turn.ts'

const server = inject('postgres')
const MORE = 3

it.skipIf(server === null)(
  'while somebody holds the turn, as many wait as there are connections, and the next is told that the register is busy',
  async () => {
    const location = { kind: 'postgres', url: server ?? '', schema: null } as const
    const holder = await openDatabase(location)
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
