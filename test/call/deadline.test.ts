import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAcknowledgement, SAMPLES, sampleLetter } from '../../src/acknowledgement/samples.ts'
import {
  type Instant,
  instantFromEpoch,
  instantFromWallClock,
  later,
  wallClockOf,
} from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { isInTime } from '../../src/call/deadline.ts'
import { timeFindings, timelinessOf } from '../../src/verdict/judge.ts'
import { aSubmission } from '../dossier/a-submission.ts'
import { call, endOf } from '../the-call.ts'

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
    const deadline = endOf(call)
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
        expect(isInTime(first, call)).toBe(first < endOf(call))
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

describe('a deadline without an hour', () => {
  const dated = (dayItself: 'in' | 'out' | 'contested'): Call => {
    const { wallClock: _hour, inclusive: _side, contestedUntil: _until, ...deadline } = call.deadline
    return {
      ...call,
      deadline: { ...deadline, day: '2022-11-23', dayItself, asWritten: 'avant le 23/11/2022' },
    }
  }
  // In La Réunion the 23rd lasts from 20:00 UTC on the 22nd to 20:00 UTC on the 23rd.
  const [eve, morning, night, after] = [
    at('2022-11-22T19:59:59.999Z'),
    at('2022-11-22T20:00:00.000Z'),
    at('2022-11-23T19:59:59.999Z'),
    at('2022-11-23T20:00:00.000Z'),
  ]
  const told = (one: Call) =>
    [eve, morning, night, after].map((receivedAt) =>
      timelinessOf(timeFindings(aSubmission({ receivedAt }).receipt, one)),
    )

  it.each([
    ['in', ['on_time', 'on_time', 'on_time', 'late']],
    ['out', ['on_time', 'late', 'late', 'late']],
    ['contested', ['on_time', 'contested', 'contested', 'late']],
  ] as const)('is %s on its day', (dayItself, expected) => {
    expect(told(dated(dayItself))).toEqual(expected)
  })

  it('says of a day that counts, and that the call contradicts, that it contradicts itself', () => {
    const one = dated('in')
    const contradicted = { ...one, deadline: { ...one.deadline, contestedUntil: '2022-11-26T00:00' } }
    const reasons = (of: Call, receivedAt: Instant) =>
      timeFindings(aSubmission({ receivedAt }).receipt, of).flatMap((finding) =>
        finding.code === 'receipt-contested' ? [finding.reason] : [],
      )
    expect(reasons(contradicted, after)).toEqual(['call_contradicts_itself'])
    expect(reasons(dated('contested'), morning)).toEqual(['day_without_hour'])
  })

  it('a letter is in time by the postmark of its last day, whatever its mail would be', () => {
    const posted = (postmark: string, dayItself: 'in' | 'out') =>
      timelinessOf(timeFindings({ ...aSubmission({ receivedAt: eve }).receipt, postmark }, dated(dayItself)))
    expect([posted('2022-11-23', 'in'), posted('2022-11-24', 'in')]).toEqual(['on_time', 'contested'])
    expect([posted('2022-11-22', 'out'), posted('2022-11-23', 'out')]).toEqual(['on_time', 'contested'])
  })

  it('is quoted in letters as it was published: no hour stands beside it', () => {
    for (const dayItself of ['in', 'out', 'contested'] as const) {
      for (const name of SAMPLES) {
        const { text, html } = sampleLetter(dated(dayItself), name)
        const stated =
          text.replace(/\s+/g, ' ').match(/(?:Date limite publiée|jusqu’au|avant le)[^.]*/g) ?? []
        for (const one of stated) expect(one).not.toMatch(/\d\s?h\s?\d/)
        if (isAcknowledgement(name))
          for (const part of [text, html])
            expect(part.replace(/\s+/g, ' ')).toContain('« avant le 23/11/2022 » (heure de La Réunion)')
      }
    }
  })

  it('can be completed to its end where the day counts, and before it where it may not', () => {
    const until = (dayItself: 'in' | 'contested') =>
      sampleLetter(dated(dayItself), 'incomplete').text.replace(/\s+/g, ' ')
    expect(until('in')).toContain('jusqu’au mercredi 23 novembre 2022 inclus (heure de La Réunion).')
    expect(until('contested')).toContain('avant le mercredi 23 novembre 2022 (heure de La Réunion).')
  })

  it('begins and ends with its day, also where clocks change at midnight', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.constantFrom('Indian/Reunion', 'Europe/Paris', 'America/Havana', 'Africa/Cairo', 'Pacific/Noumea'),
        (date, zone) => {
          const day = date.toISOString().slice(0, 10)
          const one = dated('in')
          const of = (dayItself: 'in' | 'out') => ({
            ...one,
            deadline: { ...one.deadline, day, zone, dayItself },
          })
          const [from, until] = [endOf(of('out')), endOf(of('in'))]
          const dayOf = (instant: Instant) => wallClockOf(instant, zone).toPlainDate().toString()
          expect([dayOf(later(from, -1)) < day, dayOf(from), dayOf(later(until, -1))]).toEqual([
            true,
            day,
            day,
          ])
          expect(dayOf(until) > day).toBe(true)
        },
      ),
    )
  })
})
