import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RegistrationNumber } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { applicationRecord } from '../../src/exports/application-record.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { recordEligibility } from '../../src/steps/record-eligibility.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const AUTHOR = { by: 'agent@interco.example', reason: 'siège hors du territoire' }
const CALLS = [sampleCall] as const

let service: SmallService
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service[Symbol.asyncDispose]())

async function received(name: string): Promise<RegistrationNumber> {
  const { number } = await service.take(application(name), '2026-03-10T06:00:00.000Z')
  if (number === null) throw new Error('it is an application')
  return number
}

/** The number under which it stands: of two that are joined the earlier one's. */
async function standing(number: RegistrationNumber): Promise<RegistrationNumber> {
  const where = await service.register.whereabouts(number)
  return typeof where === 'string' && where !== 'in-hand' && where !== 'unknown' ? where : number
}

const decide = (number: string, kind: Parameters<typeof recordEligibility>[3]) =>
  recordEligibility(service, CALLS, number, kind, AUTHOR)
const listed = async (eligibility: 'eligible' | 'not_eligible' | 'undecided') =>
  (await service.register.lines({ ...EVERYTHING, eligibility }, 0, 50)).lines.map(({ number }) => number)
const recordOf = async (number: string) => {
  const all = await service.register.summaries(sampleCall.id)
  const one = all.find((summary) => summary.number === number)
  return one === undefined ? undefined : applicationRecord(one, sampleCall)
}
const differences = async () =>
  (await inspected(inspectInSteps({ register: service.register, archive: null }))).differences

it('nobody decided until a person does; the last word counts, each is kept, and lists follow', async () => {
  const number = await received('Usine Recevable')
  expect(await recordOf(number)).toMatchObject({ eligibility: null, eligibilityReason: null })
  expect(await listed('undecided')).toContain(number)
  await decide(number, 'not_eligible')
  expect(await listed('not_eligible')).toContain(number)
  await decide(number, 'eligible')
  expect(await recordOf(number)).toMatchObject({
    eligibility: 'eligible',
    eligibilityReason: AUTHOR.reason,
    eligibilityBy: AUTHOR.by,
  })
  expect(await listed('not_eligible')).not.toContain(number)
  expect(await listed('eligible')).toContain(number)
  expect((await service.register.eligibilities(number)).map((one) => one.eligibility)).toEqual([
    'not_eligible',
    'eligible',
  ])
  expect(await differences()).toEqual([])
})

it('what stands can be taken back; where nothing stands there is nothing to take back', async () => {
  const number = await received('Usine Reprise')
  await expect(decide(number, null)).rejects.toMatchObject({ code: 'no-eligibility' })
  await decide(number, 'to_complete')
  await decide(number, null)
  expect(await recordOf(number)).toMatchObject({ eligibility: null })
  expect((await service.register.application(number))?.eligibility).toBeNull()
  expect(await service.register.eligibilities(number)).toHaveLength(2)
  await expect(decide('TD26-22222', 'eligible')).rejects.toMatchObject({ code: 'no-such-application' })
})

it('it goes with the mail it was decided of: into another application, and out again', async () => {
  const [one, other] = [await received('Usine Une'), await received('Usine Autre')]
  await decide(other, 'not_eligible')
  await join(service, CALLS, [one, other], AUTHOR)
  await service.concludeAll()
  const joined = await service.register.application(one)
  expect(joined?.eligibility?.eligibility).toBe('not_eligible')
  const mail = joined?.mails.find(({ sender }) => sender === 'contact@usineautre.example')
  if (mail === undefined) throw new Error('both mails are in it')
  await separate(service, CALLS, mail.fingerprint, AUTHOR)
  await service.concludeAll()
  expect(await recordOf(one)).toMatchObject({ eligibility: null })
  expect(await recordOf(other)).toMatchObject({ eligibility: 'not_eligible' })
  expect(await differences()).toEqual([])
})

it('a word changed behind the register’s back is named, and what is erased takes its words along', async () => {
  const number = await received('Usine Effacée')
  await decide(number, 'eligible')
  const { database, register } = service
  const set = (reason: string) =>
    database.updateTable('eligibility').set({ reason }).where('number', '=', number).execute()
  await set('autre chose')
  expect(await differences()).toMatchObject([{ table: 'eligibility', column: 'reason' }])
  await set(AUTHOR.reason)
  expect(await differences()).toEqual([])
  await register.erase(number, AUTHOR, '2026-03-11T06:00:00.000Z' as Instant)
  const left = await database.selectFrom('eligibility').selectAll().where('number', '=', number).execute()
  expect(left).toEqual([])
  expect(await differences()).toEqual([])
})

it('what is taken back of a joined dossier is taken back of each, and separating brings none back', async () => {
  const [one, other] = [await received('Usine Reprise'), await received('Usine Rendue')]
  await decide(other, 'eligible')
  await join(service, CALLS, [one, other], AUTHOR)
  await service.concludeAll()
  const now = await standing(one)
  await decide(now, null)
  expect((await service.register.application(now))?.eligibility).toBeNull()
  const joined = await service.register.application(now)
  const mail = joined?.mails.find(({ sender }) => sender === 'contact@usinerendue.example')
  await separate(service, CALLS, mail?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  expect((await service.register.application(other))?.eligibility).toBeNull()
  expect(await listed('undecided')).toContain(other)
  expect(await differences()).toEqual([])
})

it('a word said of the joined dossier alone is its own, and the other keeps what was said of it', async () => {
  const [one, other] = [await received('Usine Propre'), await received('Usine Voisine')]
  await decide(other, 'not_eligible')
  await join(service, CALLS, [one, other], AUTHOR)
  await service.concludeAll()
  const now = await standing(one)
  await decide(now, 'eligible')
  const joined = await service.register.application(now)
  const mail = joined?.mails.find(({ sender }) => sender === 'contact@usinevoisine.example')
  await separate(service, CALLS, mail?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  const words = new Map([
    [other, 'not_eligible'],
    [now, 'eligible'],
  ])
  for (const [number, word] of words)
    expect((await service.register.application(number))?.eligibility?.eligibility).toBe(word)
})
