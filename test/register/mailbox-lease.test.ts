import { expect, it } from 'vitest'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { MailboxLease } from '../../src/register/intake.ts'
import type { Register } from '../../src/register/register.ts'
import { aDatabase } from '../steps/a-database.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const seconds = (count: number): Instant => later(START, count * 1000)

async function aRegister(): Promise<Register> {
  return createSqlRegister(await aDatabase())
}

function take(register: Register, owner: string, at: number): Promise<MailboxLease | null> {
  return register.takeLease('ami', owner, seconds(at), seconds(at + 20))
}

function see(register: Register, uid: number, lease: MailboxLease): Promise<unknown> {
  const sighting = { account: 'ami', folder: 'INBOX', uidValidity: '1', uid }
  const clocks = { internalDate: START, observedAt: START, fileTime: null, postmark: null }
  const fingerprint = Fingerprint.parse(String(uid).padStart(64, '0'))
  return register.recordSightings([{ sighting, fingerprint, bytes: 1, clocks }], START, lease)
}

it('one watches, the other takes over when nothing was heard of it', async () => {
  await using register = await aRegister()
  const first = await take(register, 'a#1', 0)
  expect(first?.token).toBe(1)
  expect(await take(register, 'b#1', 10)).toBeNull()
  expect((await take(register, 'a#1', 12))?.token).toBe(1)
  expect(await take(register, 'b#1', 25)).toBeNull()
  expect((await take(register, 'b#1', 33))?.token).toBe(2)
  expect(await take(register, 'a#1', 34)).toBeNull()
})

it('a new life of the same instance takes over at once, and so does anybody after a good end', async () => {
  await using register = await aRegister()
  await take(register, 'a#1', 0)
  const again = await take(register, 'a#2', 1)
  expect(again?.token).toBe(2)
  if (again !== null) await register.endLease(again, seconds(2))
  expect((await take(register, 'b#1', 2))?.token).toBe(3)
})

it('an owner that slept writes nothing once another has the mailbox', async () => {
  await using register = await aRegister()
  const slept = await take(register, 'a#1', 0)
  const awake = await take(register, 'b#1', 60)
  if (slept === null || awake === null) throw new Error('both had it in turn')
  await expect(see(register, 7, slept)).rejects.toMatchObject({ kind: 'transient', code: 'lease-lost' })
  expect(await see(register, 7, awake)).toEqual(['new'])
  expect([...(await register.knownUids('ami', 'INBOX', '1'))]).toEqual([7])
})

it('of many that ask at once, one gets it', async () => {
  await using register = await aRegister()
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => take(register, `m${index}#1`, 0)))
  expect(all.filter((lease) => lease !== null).length).toBe(1)
})
