import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { depositDays, hoursOfLastDay, receivedSince } from '../../src/exports/deposit-days.ts'
import { STATES, stateTable } from '../../src/exports/state-table.ts'
import type { StateCount } from '../../src/register/states.ts'
import { sampleCall } from '../mail/sample-call.ts'

const at = (text: string) => text as Instant
const column = (label: string) => STATES.findIndex((state) => state.label === label)

const some: readonly StateCount[] = [
  {
    sectors: ['numerique'],
    timeliness: 'on_time',
    completeness: 'complete',
    eligibility: 'eligible',
    count: 3,
  },
  {
    sectors: ['numerique', 'logistique'],
    timeliness: 'late',
    completeness: 'incomplete',
    eligibility: null,
    count: 2,
  },
  { sectors: [], timeliness: 'contested', completeness: 'review', eligibility: 'to_complete', count: 1 },
]

it('each category is counted, empty ones too; one of two categories counts in both and once in all', () => {
  const rows = stateTable(some, sampleCall)
  expect(rows.map(({ label }) => label)).toEqual(['Le numérique', 'La logistique', 'Non détectée', 'Toutes'])
  expect(rows.map(({ counts }) => counts[column('Reçues')])).toEqual([5, 2, 1, 6])
  expect(rows.map(({ counts }) => counts[column('Sans décision')])).toEqual([2, 2, 0, 2])
  expect(rows.map(({ counts }) => counts[column('Date à arbitrer')])).toEqual([0, 0, 1, 1])
  expect(stateTable([], sampleCall).flatMap(({ counts }) => [...counts])).toEqual(
    Array.from({ length: 4 * STATES.length }, () => 0),
  )
})

it('days are those of the call’s zone, from the first deposit to the end, those without one too', () => {
  const deposits = [
    // 17 March, 23:50 in the zone, and ten minutes later.
    { from: at('2026-03-17T19:50:00.000Z'), count: 2 },
    { from: at('2026-03-17T20:00:00.000Z'), count: 1 },
    { from: at('2026-03-20T11:50:00.000Z'), count: 4 },
  ]
  expect(depositDays(deposits, sampleCall, at('2026-04-20T00:00:00.000Z'))).toEqual([
    { day: '2026-03-17', count: 2, total: 2 },
    { day: '2026-03-18', count: 1, total: 3 },
    { day: '2026-03-19', count: 0, total: 3 },
    { day: '2026-03-20', count: 4, total: 7 },
  ])
  expect(hoursOfLastDay(deposits, sampleCall)?.[15]).toBe(4)
  expect(hoursOfLastDay(deposits.slice(0, 2), sampleCall)).toBeNull()
  expect(receivedSince(deposits, at('2026-03-17T20:00:00.000Z'))).toBe(5)
  expect(depositDays([], sampleCall, at('2026-03-10T00:00:00.000Z'))).toEqual([])
})

it('the time for applying begins when the call says', () => {
  const call = { ...sampleCall, deadline: { ...sampleCall.deadline, opensAt: '2026-03-15T08:00' } }
  const days = depositDays(
    [{ from: at('2026-03-17T06:00:00.000Z'), count: 1 }],
    call,
    at('2026-03-18T06:00:00.000Z'),
  )
  expect(days.map(({ total }) => total)).toEqual([0, 0, 1, 1])
})
