import { expect, it, onTestFinished } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { uponChange } from '../../src/app/upon-change.ts'
import { CallId, Fingerprint, OutboxId } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Register } from '../../src/register/register.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { until } from '../live/processes.ts'
import { aDatabase } from '../steps/a-database.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const minutes = (count: number): Instant => later(START, count * 60_000)

function see(register: Register, uid: number): Promise<unknown> {
  const sighting = { account: 'ami', folder: 'INBOX', uidValidity: '1', uid }
  const clocks = { internalDate: START, observedAt: START, fileTime: null, postmark: null }
  const fingerprint = Fingerprint.parse(String(uid).padStart(64, '0'))
  return register.recordSightings([{ sighting, fingerprint, bytes: 1, clocks }], START)
}

it('what keeps a quiet service alive is no change; what happens is one', async () => {
  await using register = createSqlRegister(await aDatabase())
  const before = await register.lastChange()
  await register.takeLease('ami', 'a#1', START, minutes(1))
  const taken = await register.lastChange()
  expect(taken).not.toBe(before)
  await register.takeLease('ami', 'a#1', minutes(1), minutes(2))
  await register.proveAlive('ami', 'INBOX', START)
  await register.proveAlive('ami', 'INBOX', minutes(1))
  await register.releaseClaims('a#1', START)
  expect(await register.lastChange()).toBe(taken)
  // A silence of a quarter of an hour is told.
  await register.proveAlive('ami', 'INBOX', minutes(17))
  const silent = await register.lastChange()
  expect(silent).not.toBe(taken)
  await see(register, 7)
  expect(await register.lastChange()).not.toBe(silent)
})

it('another machine, or other calls of one, is a change', async () => {
  await using register = createSqlRegister(await aDatabase())
  const marks = [await register.lastChange()]
  const machine = (name: string, calls: string[]) => ({
    name,
    holder: name,
    life: '1',
    calls: calls.map((id) => CallId.parse(id)),
  })
  for (const one of [machine('a', ['x']), machine('b', ['x']), machine('b', ['x', 'y'])]) {
    await register.takeName(one, START, minutes(1), null)
    marks.push(await register.lastChange())
  }
  expect(new Set(marks).size).toBe(marks.length)
})

it('a mail or a letter is in hand until it is through', async () => {
  await using register = createSqlRegister(await aDatabase())
  expect(await register.isInHand()).toBe(false)
  const id = OutboxId.parse('acknowledgement-1')
  const letter = composeAcknowledgement(sampleInput())
  await register.addLetter({ id, kind: 'acknowledgement', letter, automatic: true }, START)
  expect(await register.isInHand()).toBe(true)
  await register.claim(id, 'a#1', START, minutes(1), 100)
  expect(await register.isInHand()).toBe(true)
  await register.settle(id, 'a#1', { kind: 'sent', reply: '250' }, START)
  expect(await register.isInHand()).toBe(false)
  await see(register, 7)
  expect(await register.isInHand()).toBe(true)
})

it('work by the clock rests while nothing happens, and goes on while it is not through', async () => {
  let mark = 'a'
  let asked = 0
  let isThrough = false
  const done: string[] = []
  const changing = {
    register: {
      async lastChange() {
        asked += 1
        return mark
      },
      isInHand: async () => false,
    },
    observe: () => undefined,
  }
  const work = uponChange({ everyMs: 1, atLeastMs: 3_600_000 }, 'test', changing, async () => {
    done.push(mark)
    return isThrough
  })
  onTestFinished(() => work[Symbol.dispose]())
  await until(async () => done.length >= 3)
  isThrough = true
  await until(async () => asked > done.length + 5)
  const rested = done.length
  mark = 'b'
  await until(async () => done.length > rested)
  await until(async () => asked > done.length + 10)
  expect(done.slice(rested)).toEqual(['b'])
})

it('work by the clock comes at least so often', async () => {
  let done = 0
  const changing = {
    register: { lastChange: async () => 'a', isInHand: async () => false },
    observe: () => undefined,
  }
  const work = uponChange({ everyMs: 1, atLeastMs: 1 }, 'test', changing, async () => {
    done += 1
    return true
  })
  onTestFinished(() => work[Symbol.dispose]())
  await until(async () => done > 3)
})
