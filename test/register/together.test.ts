import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { gathering, type Run } from '../../src/adapters/sql/together.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { until } from '../live/processes.ts'

const server = inject('postgres')
const START = '2026-03-10T06:00:00.000Z' as Instant
const queryOf = (text: string, parameters: readonly unknown[]) =>
  ({ sql: text, parameters, query: { kind: 'RawNode' }, queryId: { queryId: '1' } }) as never

it('what is asked before a beat is one statement, each with its own answer', async () => {
  const run: { text: string; values: readonly unknown[] }[] = []
  const ask = gathering(async (statement) => {
    run.push(statement)
    return [
      { place: 1, value: 'b' },
      { place: 0, value: 'a' },
    ]
  })
  const answers = await Promise.all([
    ask('soon', queryOf('select $1 || $2 as value', ['x', 'y'])),
    ask('soon', queryOf('update t set a = $1 returning b as value', ['z'])),
    ask('soon', queryOf('select value from nothing', [])),
  ])
  expect(answers).toEqual(['a', 'b', null])
  expect(run).toEqual([
    {
      text: expect.stringContaining('q1 as (update t set a = $3 returning b as value)'),
      values: ['x', 'y', 'z'],
    },
  ])
})

it('one that fails silences nobody else', async () => {
  const failing: Run = async ({ text }) => {
    if (text.includes('gone')) throw new Error('no such schema')
    return [{ place: 0, value: 'here' }]
  }
  const ask = gathering(failing)
  const answers = await Promise.allSettled([
    ask('soon', queryOf('select gone', [])),
    ask('soon', queryOf('select one', [])),
  ])
  expect(answers).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'here' }])
})

it.skipIf(server === null)(
  'registers of one server keep their own leases, marks and signs of life',
  async () => {
    const of = async (schema: string) =>
      createSqlRegister(await openDatabase({ kind: 'postgres', url: server ?? '', schema }))
    await using nord = await of('company_nord')
    await using sud = await of('company_sud')
    const [first, other] = await Promise.all([
      nord.takeLease('ami', 'a#1', START, later(START, 60_000)),
      sud.takeLease('ami', 'b#1', START, later(START, 60_000)),
    ])
    expect([first?.token, other?.token]).toEqual([1, 1])
    await nord.proveAlive('ami', 'INBOX', START)
    const marks = () => Promise.all([nord.lastChange(), sud.lastChange()])
    const before = await marks()
    await Promise.all([
      nord.takeLease('ami', 'a#1', START, later(START, 120_000)),
      sud.takeLease('ami', 'b#1', START, later(START, 120_000)),
      nord.proveAlive('ami', 'INBOX', later(START, 60_000)),
    ])
    expect(await marks()).toEqual(before)
    expect((await nord.vitals()).folders).toMatchObject([{ at: later(START, 60_000) }])
    expect((await sud.vitals()).folders).toEqual([])
    // Another takes one of them over: its change alone is told.
    expect(await sud.takeLease('ami', 'c#1', later(START, 180_000), later(START, 240_000))).toMatchObject({
      token: 2,
    })
    const after = await marks()
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  },
)

it('while one statement is on its way no other is sent: what is asked meanwhile goes with the next', async () => {
  const sent: string[] = []
  let answer: () => void = () => undefined
  const ask = gathering(async ({ text }) => {
    sent.push(text)
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return [{ place: 0, value: 'x' }]
  })
  const first = ask('soon', queryOf('select one', []))
  await until(async () => sent.length === 1)
  const second = ask('soon', queryOf('select two', []))
  const third = ask('soon', queryOf('select three', []))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(sent).toHaveLength(1)
  answer()
  await first
  await until(async () => sent.length === 2)
  expect(sent[1]).toMatch(/select two.*select three/)
  answer()
  await Promise.all([second, third])
})

it.skipIf(server === null)(
  'whoever holds a table of one register keeps the others’ leases from nothing',
  async () => {
    const of = (schema: string) => openDatabase({ kind: 'postgres', url: server ?? '', schema })
    const [held, free] = [await of('held_nord'), await of('held_sud')]
    const [nord, sud] = [createSqlRegister(held), createSqlRegister(free)]
    try {
      await Promise.all([nord, sud].map((one) => one.takeLease('ami', 'a#1', START, later(START, 60_000))))
      const entered = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      const holding = held.transaction().execute(async (tx) => {
        await sql`lock table held_nord.lease in access exclusive mode`.execute(tx)
        entered.resolve()
        await released.promise
      })
      await entered.promise
      const waiting = nord
        .takeLease('ami', 'a#1', START, later(START, 120_000))
        .catch((error: unknown) => error)
      const renewed = await sud.takeLease('ami', 'a#1', START, later(START, 120_000))
      expect(renewed).toMatchObject({ token: 1 })
      released.resolve()
      await Promise.all([holding, waiting])
    } finally {
      await Promise.all([held.destroy(), free.destroy()])
    }
  },
)
