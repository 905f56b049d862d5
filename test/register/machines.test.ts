import { expect, it } from 'vitest'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { CallId, Fingerprint } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Register } from '../../src/register/register.ts'
import {
  refuseOtherCalls,
  refuseOtherMailbox,
  refuseOtherWay,
  takeMailbox,
} from '../../src/steps/one-of-a-kind.ts'
import { aDatabase } from '../steps/a-database.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const seconds = (count: number): Instant => later(START, count * 1000)
const CALLS = [CallId.parse('ami-2026')]

async function aRegister(): Promise<Register> {
  return createSqlRegister(await aDatabase())
}

const machine = (holder: string, life: string, calls = CALLS) => ({ name: 'poste-1', holder, life, calls })

it('a name is one machine’s, until nothing was heard of it', async () => {
  await using register = await aRegister()
  const mine = machine('here', '1')
  expect(await register.takeName(mine, START, seconds(15), null)).toBeNull()
  const other = machine('there', '2')
  expect(await register.takeName(other, seconds(14), seconds(29), null)).toBe(seconds(15))
  expect(await register.renewName(mine, seconds(20))).toBe(true)
  expect(await register.takeName(other, seconds(16), seconds(31), seconds(15))).toBe(seconds(20))
  expect(await register.takeName(other, seconds(20), seconds(35), null)).toBeNull()
  expect(await register.renewName(mine, seconds(40)), 'it slept').toBe(false)
  await register.endName(mine)
  expect(await register.renewName(other, seconds(40)), 'who lost it ends nothing').toBe(true)
})

it('a later life of the same machine has its name at once, and a good end frees it', async () => {
  await using register = await aRegister()
  const killed = machine('here', '1')
  await register.takeName(killed, START, seconds(3600), null)
  const again = machine('here', '2')
  expect(await register.takeName(again, seconds(1), seconds(16), null)).toBeNull()
  expect(await register.renewName(killed, seconds(20))).toBe(false)
  await register.endName(again)
  expect(await register.takeName(machine('there', '3'), seconds(2), seconds(17), null)).toBeNull()
})

it('a clock that is an hour ahead keeps a name only as long as it is renewed', async () => {
  await using register = await aRegister()
  await register.takeName(machine('here', '1'), seconds(3600), seconds(3615), null)
  const other = machine('there', '2')
  expect(await register.takeName(other, START, seconds(15), null)).toBe(seconds(3615))
  expect(await register.takeName(other, seconds(16), seconds(31), seconds(3615))).toBeNull()
})

it('a register is of its first mailbox, until a person says otherwise', async () => {
  await using register = await aRegister()
  await takeMailbox(register, undefined)
  await takeMailbox(register, 'AMI@nord.example')
  await takeMailbox(register, 'ami@nord.example')
  await refuseOtherMailbox(register, undefined)
  const refused = { kind: 'permanent', code: 'other-mailbox' }
  await expect(takeMailbox(register, 'ami@sud.example')).rejects.toMatchObject(refused)
  const why = { by: 'Agent A', reason: 'nouveau domaine' }
  await register.adoptMailbox('ami@sud.example', false, why, START)
  await takeMailbox(register, 'ami@sud.example')
  await expect(refuseOtherMailbox(register, 'ami@nord.example')).rejects.toMatchObject(refused)
})

it.each([
  ['77', false],
  ['12345678901234567890', true],
])(
  'a mailbox seen with UIDVALIDITY %s is seen by no other way, until a person says so',
  async (validity, way) => {
    await using register = await aRegister()
    const sighting = { account: 'AMI@nord.example', folder: 'inbox', uidValidity: validity, uid: 1 }
    const clocks = { internalDate: START, observedAt: START, fileTime: null, postmark: null }
    const fingerprint = Fingerprint.parse('a'.repeat(64))
    await refuseOtherWay(register, 'ami@nord.example', !way)
    await register.recordSightings([{ sighting, fingerprint, bytes: 100, clocks }], START)
    await refuseOtherWay(register, undefined, !way)
    await refuseOtherWay(register, 'ami@nord.example', way)
    const refused = { kind: 'permanent', code: 'other-way' }
    await expect(refuseOtherWay(register, 'ami@nord.example', !way)).rejects.toMatchObject(refused)
    await register.adoptMailbox('ami@nord.example', !way, { by: 'Agent A', reason: 'IMAP est fermé' }, START)
    await refuseOtherWay(register, 'ami@nord.example', !way)
    await expect(refuseOtherWay(register, 'ami@nord.example', way)).rejects.toMatchObject(refused)
  },
)

it('who works at a register knows the calls of every other machine that is alive', async () => {
  await using register = await aRegister()
  await register.takeName(machine('here', '1'), START, seconds(15), null)
  const both = [...CALLS, CallId.parse('aap-2026')]
  await refuseOtherCalls(register, { name: 'poste-2', calls: CALLS }, seconds(1))
  await refuseOtherCalls(register, { name: 'poste-2', calls: both }, seconds(1))
  const other = { name: 'poste-2', calls: [CallId.parse('aap-2026')] }
  await expect(refuseOtherCalls(register, other, seconds(1))).rejects.toMatchObject({
    code: 'other-calls',
    message: expect.stringContaining('« ami-2026 »'),
  })
  await refuseOtherCalls(register, { ...other, name: 'poste-1' }, seconds(1))
  await refuseOtherCalls(register, other, seconds(15))
})

it('each register has an id of its own', async () => {
  await using one = await aRegister()
  await using other = await aRegister()
  expect(await one.ownId()).toBe(await one.ownId())
  expect(await one.ownId()).not.toBe(await other.ownId())
})
