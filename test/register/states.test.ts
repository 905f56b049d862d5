import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { countsOf } from '../../src/register/states.ts'
import { recordEligibility } from '../../src/steps/record-eligibility.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'

const at = (text: string) => `2026-03-${text}:00.000Z` as Instant
const AUTHOR = { by: 'agent@interco.example', reason: 'commission' }

it('applications that stand alike are counted together, and each by when it came', async () => {
  await using service = await aService()
  const { register } = service
  const one = await service.take(application('Usine Une'), at('10T06:04'))
  await service.take(application('Usine Deux'), at('10T06:09'))
  await service.take(application('Usine Trois'), at('10T06:10'))
  await recordEligibility(service, [sampleCall], one.number ?? '', 'eligible', AUTHOR)
  const states = await register.states(sampleCall.id)
  expect(states.map(({ eligibility, count }) => [eligibility, count]).toSorted()).toEqual([
    [null, 2],
    ['eligible', 1],
  ])
  expect(countsOf(states)).toMatchObject({ all: 3, eligibility: { eligible: 1, undecided: 2 } })
  expect(await register.lineCounts(null)).toEqual(countsOf(states))
  expect(await register.deposits(sampleCall.id)).toEqual([
    { from: at('10T06:00'), count: 2 },
    { from: at('10T06:10'), count: 1 },
  ])
})

it('completed since: what came before, was not complete then, and is by a mail that came since', async () => {
  await using service = await aService()
  const { register, database } = service
  const { number } = await service.take(application('Usine Une'), at('10T06:00'))
  await service.take(application('Usine Deux'), at('10T07:00'))
  const more = application('Usine Une', { id: 'encore', body: 'Voici la suite de notre candidature.' })
  expect((await service.take(more.replace('0262 11 22 33', '0262 11 22 34'), at('12T06:00'))).number).toBe(
    number,
  )
  const since = (text: string) => register.completedSince(sampleCall.id, at(text))
  expect(await since('11T00:00')).toEqual([])
  await database.updateTable('line').set({ completeness: 'complete' }).execute()
  expect(await since('11T00:00')).toEqual([number])
  // The near misses: nothing of it came since; all of it did.
  expect(await since('12T06:01')).toEqual([])
  expect(await since('10T00:00')).toEqual([])
})
