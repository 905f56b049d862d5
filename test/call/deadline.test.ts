import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Instant,
  instantFromEpoch,
  instantFromWallClock,
  later,
  wallClockOf,
} from '../../src/base/instant.ts'
import { deadlineOf, isInTime } from '../../src/call/deadline.ts'
import { timeFindings, timelinessOf } from '../../src/verdict/judge.ts'
import { aSubmission } from '../dossier/a-submission.ts'
import { call } from '../the-call.ts'

const at = (text: string) => text as Instant

/** From before the call was published to long after. */
const anInstant = fc
  .integer({ min: Date.parse('2022-10-01T00:00:00Z'), max: Date.parse('2023-02-01T00:00:00Z') })
  .map(instantFromEpoch)

function timelinessAt(receivedAt: Instant) {
  return timelinessOf(timeFindings(aSubmission({ receivedAt }).receipt, call))
}

describe('the deadline', () => {
  it('is 16:00 in Réunion, 13:00 in Paris, 12:00 UTC', () => {
    const deadline = deadlineOf(call)
    expect(deadline).toBe('2022-11-23T12:00:00.000Z')
    expect(wallClockOf(deadline, 'Indian/Reunion').toPlainTime().toString()).toBe('16:00:00')
    expect(wallClockOf(deadline, 'Europe/Paris').toPlainTime().toString()).toBe('13:00:00')
  })

  it('takes 11:59:59.999Z and not 12:00:00.000Z', () => {
    expect(isInTime(at('2022-11-23T11:59:59.999Z'), call)).toBe(true)
    expect(isInTime(at('2022-11-23T12:00:00.000Z'), call)).toBe(false)
  })

  it('takes the very moment when the call says « au plus tard »', () => {
    const inclusive = { ...call, deadline: { ...call.deadline, inclusive: true } }
    expect(isInTime(at('2022-11-23T12:00:00.000Z'), inclusive)).toBe(true)
    expect(isInTime(at('2022-11-23T12:00:00.001Z'), inclusive)).toBe(false)
  })

  it('is contested from the deadline to the end of the 25th, and late after that', () => {
    expect(timelinessAt(at('2022-11-23T12:00:00.000Z'))).toBe('contested')
    expect(timelinessAt(at('2022-11-25T19:59:59.999Z'))).toBe('contested')
    expect(timelinessAt(at('2022-11-25T20:00:00.000Z'))).toBe('late')
  })

  it('flips exactly once along time', () => {
    const rank = { on_time: 0, contested: 1, late: 2 }
    fc.assert(
      fc.property(anInstant, anInstant, (one, other) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        expect(rank[timelinessAt(first)]).toBeLessThanOrEqual(rank[timelinessAt(second)])
        expect(isInTime(first, call)).toBe(first < deadlineOf(call))
      }),
    )
  })

  it('never throws away a millisecond: an instant is in time if the next one is', () => {
    fc.assert(
      fc.property(anInstant, (instant) => !isInTime(later(instant, 1), call) || isInTime(instant, call)),
    )
  })

  it('refuses a wall clock that a clock change skips or shows twice, and a misspelt zone', () => {
    expect(() => instantFromWallClock('2026-03-29T02:30', 'Europe/Paris')).toThrow(RangeError)
    expect(() => instantFromWallClock('2026-10-25T02:30', 'Europe/Paris')).toThrow(RangeError)
    expect(() => instantFromWallClock('2026-10-24T17:00', 'Europe/Pari')).toThrow(RangeError)
  })

  it('follows a clock change in Paris: 17:00 is 15:00 UTC on the 24th and 16:00 UTC on the 26th of October 2026', () => {
    expect(instantFromWallClock('2026-10-24T17:00', 'Europe/Paris')).toBe('2026-10-24T15:00:00.000Z')
    expect(instantFromWallClock('2026-10-26T17:00', 'Europe/Paris')).toBe('2026-10-26T16:00:00.000Z')
  })
})
