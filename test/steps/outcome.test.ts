import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { lastDeadline } from '../../src/call/deadline.ts'
import { Act, keptUntil, type Outcome } from '../../src/dossier/outcome.ts'
import { applicationRecord } from '../../src/exports/application-record.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { recordOutcome, takeOutcomeBack } from '../../src/steps/record-outcome.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const AUTHOR = { by: 'agent@interco.example', reason: 'commission du 7 avril' }
const CALLS = [sampleCall] as const
const RECEIVED = '2026-03-10T06:00:00.000Z' as Instant
const END = lastDeadline(sampleCall) as Instant
const AFTER = later(END, 10 * 86_400_000)
const act = Act.parse({ reference: 'délibération no 2026-12', on: AFTER.slice(0, 10) })
const SELECTED: Outcome = { kind: 'selected', act }

let service: SmallService
/** Received in time and not touched yet: the clock only goes on. */
const untouched: RegistrationNumber[] = []
beforeAll(async () => {
  service = await aService()
  for (const [index, letter] of [...'abcdefghijklmnopqrstu'].entries()) {
    const receivedAt = later(RECEIVED, index * 1_000)
    const mail = await service.take(application(`Usine ${letter.repeat(3)}`), receivedAt)
    untouched.push(mail.number as RegistrationNumber)
  }
  service.clock.at = later(END, -1)
}, 120_000)
afterAll(() => service[Symbol.asyncDispose]())

function anApplication(): RegistrationNumber {
  const number = untouched.pop()
  if (number === undefined) throw new Error('no application is left')
  return number
}

function goOn(): void {
  service.clock.at = later(AFTER, 3_600_000)
}

const record = (number: string, outcome: Outcome) => recordOutcome(service, CALLS, number, outcome, AUTHOR)
const shown = async (number: RegistrationNumber) => (await service.register.application(number))?.outcome

it('before its deadline nobody is selected or not, and the refusal says from when; a withdrawal is recorded', async () => {
  const number = anApplication()
  for (const kind of ['selected', 'not_selected', 'no_decision'] as const)
    await expect(record(number, { kind, act: null })).rejects.toMatchObject({
      code: 'too-early',
      message: expect.stringMatching(/pourra être enregistrée après le \p{L}+ 20\u00A0mars\u00A02026/u),
    })
  await record(number, { kind: 'withdrawn', act: null })
  expect(await shown(number)).toMatchObject({ outcome: { kind: 'withdrawn', act: null } })
  // The near miss: the deadline itself is over.
  service.clock.at = END
  await record(number, { kind: 'no_decision', act: null })
  expect(await shown(number)).toMatchObject({ outcome: { kind: 'no_decision' } })
})

it('what stands is the last word; each earlier one stays, with who said it and why', async () => {
  goOn()
  const number = anApplication()
  expect(await shown(number)).toBeNull()
  await record(number.toLowerCase(), SELECTED)
  await record(number, { kind: 'not_selected', act })
  expect(await shown(number)).toMatchObject({ outcome: { kind: 'not_selected', act }, ...AUTHOR })
  await takeOutcomeBack(service, CALLS, number, { ...AUTHOR, reason: 'erreur de ligne' })
  expect(await shown(number)).toBeNull()
  await expect(takeOutcomeBack(service, CALLS, number, AUTHOR)).rejects.toMatchObject({ code: 'no-outcome' })
  const all = await service.register.outcomes(number)
  expect(all.map((one) => one.outcome?.kind ?? one.reason)).toEqual([
    'selected',
    'not_selected',
    'erreur de ligne',
  ])
  const told = (await service.register.history(number)).filter(({ type }) => type.startsWith('outcome.'))
  expect(told.map(({ type, detail }) => [type, detail['outcome'] ?? null])).toEqual([
    ['outcome.recorded', 'selected'],
    ['outcome.recorded', 'not_selected'],
    ['outcome.taken-back', null],
  ])
})

it.each([
  ['without an act', { kind: 'selected', act: null }, 'act-wanted'],
  ['by an act to come', { kind: 'not_selected', act: { ...act, on: '2099-01-01' } }, 'act-to-come'],
  [
    'by an act before the receipt',
    { kind: 'selected', act: { ...act, on: '2026-03-09' } },
    'act-before-receipt',
  ],
])('nobody is selected or not %s', async (_, outcome, code) => {
  const number = anApplication()
  await expect(record(number, outcome as Outcome)).rejects.toMatchObject({ kind: 'permanent', code })
  expect(await service.register.outcomes(number)).toEqual([])
})

it('an application that nobody has is refused', async () => {
  await expect(record('TD26-22222', SELECTED)).rejects.toMatchObject({ code: 'no-such-application' })
})

it('lists and exports tell it; a joining shows it under the other number, a separation gives it back', async () => {
  // The earlier of both keeps its number.
  const [other, one] = [anApplication(), anApplication()]
  await record(other, SELECTED)
  const recordOf = async (number: RegistrationNumber) => {
    const summary = (await service.register.summaries(sampleCall.id)).find((any) => any.number === number)
    return summary === undefined ? null : applicationRecord(summary, sampleCall)
  }
  expect(await recordOf(other)).toMatchObject({
    outcome: 'selected',
    outcomeAct: 'délibération no 2026-12',
    outcomeOn: act.on,
  })
  expect(await recordOf(one)).toMatchObject({ outcome: null, outcomeAct: null, outcomeOn: null })
  await join(service, CALLS, [one, other], AUTHOR)
  await service.concludeAll()
  expect(await shown(one)).toMatchObject({ number: other, outcome: { kind: 'selected' } })
  const joined = (await service.register.application(one))?.mails.at(-1)
  await separate(service, CALLS, joined?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  expect([await shown(one), (await shown(other))?.outcome?.kind]).toEqual([null, 'selected'])
})

it('whatever is recorded, changed and taken back: the last word stands, none is lost, and all of it is sealed', async () => {
  const words = fc.constantFrom<Outcome | null>(
    SELECTED,
    { kind: 'not_selected', act },
    { kind: 'withdrawn', act: null },
    { kind: 'no_decision', act: null },
    null,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (said) => {
      const number = anApplication()
      const accepted: (Outcome | null)[] = []
      for (const word of said) {
        if (word !== null) await record(number, word)
        else if (accepted.at(-1) == null) continue
        else await takeOutcomeBack(service, CALLS, number, AUTHOR)
        accepted.push(word)
      }
      expect((await service.register.outcomes(number)).map(({ outcome }) => outcome)).toEqual(accepted)
      expect((await shown(number))?.outcome ?? null).toEqual(accepted.at(-1) ?? null)
    }),
    { numRuns: 10 },
  )
  const found = await inspected(inspectInSteps(service))
  expect([...found.faults, ...found.differences, found.unsealed]).toEqual([0])
})

it('an edited, removed or invented outcome is named', async () => {
  const number = anApplication()
  await record(number, SELECTED)
  const { database } = service
  const named = async () => (await inspected(inspectInSteps(service))).differences
  await database.updateTable('outcome').set({ kind: 'not_selected' }).where('number', '=', number).execute()
  expect(await named()).toMatchObject([{ table: 'outcome', column: 'kind' }])
  await database.updateTable('outcome').set({ kind: 'selected' }).where('number', '=', number).execute()
  expect(await named()).toEqual([])
  const row = await database
    .selectFrom('outcome')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { seq: _, ...invented } = row
  await database.insertInto('outcome').values(invented).execute()
  expect((await named()).map(({ table }) => table)).toContain('outcome')
  await database.deleteFrom('outcome').where('number', '=', number).where('seq', '>', row.seq).execute()
  expect(await named()).toEqual([])
})

it('what is erased takes its outcome along, and the register holds', async () => {
  const number = anApplication()
  await record(number, SELECTED)
  await service.register.erase(number, AUTHOR, service.clock.now())
  expect(await service.register.outcomes(number)).toEqual([])
  const left = await service.database
    .selectFrom('outcome')
    .select('seq')
    .where('number', '=', number)
    .execute()
  expect(left).toEqual([])
  const found = await inspected(inspectInSteps(service))
  expect([...found.faults, ...found.differences]).toEqual([])
})

it('an application is kept from the end of the call on, or from the act that decided it', () => {
  const from = (start: 'deadline' | 'decision') => ({
    ...sampleCall,
    retention: { years: 5, yearsSelected: 10, from: start, basis: 'tableau' },
  })
  const at = '2026-06-01T00:00:00.000Z' as Instant
  const application = { receivedAt: RECEIVED, outcome: { outcome: SELECTED, at } }
  expect(keptUntil(from('deadline'), application, 10)).toBe('2036-03-20')
  expect(keptUntil(from('decision'), application, 10)).toBe(`2036${act.on.slice(4)}`)
  const silent = { kind: 'no_decision', act: null } as const
  expect(keptUntil(from('decision'), { ...application, outcome: { outcome: silent, at } }, 5)).toBe(
    '2031-06-01',
  )
  expect(keptUntil(from('decision'), { ...application, outcome: null }, 5)).toBeNull()
})
