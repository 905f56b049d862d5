import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingMentions } from '../../src/acknowledgement/mentions.ts'
import { isAcknowledgement, SAMPLES, sampleLetter, sampleOf } from '../../src/acknowledgement/samples.ts'
import { type Instant, instantFromEpoch, instantFromWallClock } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { seasonOf } from '../../src/call/calls.ts'
import { canComplete, deadlineAt, deadlinesOf, lastDeadline } from '../../src/call/deadline.ts'
import { dueSlot } from '../../src/digest/slots.ts'
import { deadlinesInShort } from '../../src/digest/words.ts'
import { keptUntil } from '../../src/dossier/outcome.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { timeFindings, timelinessOf } from '../../src/verdict/judge.ts'
import { aSubmission } from '../dossier/a-submission.ts'
import { call } from '../the-call.ts'

const plain = (text: string) => text.replace(/\s+/g, ' ')
const at = (wallClock: string) => instantFromWallClock(wallClock, call.deadline.zone)
const judged = (one: Call, receivedAt: Instant, sectors: readonly string[] = []) =>
  timeFindings(aSubmission({ receivedAt }).receipt, one, [], sectors)
const codes = (one: Call, receivedAt: Instant, sectors: readonly string[] = []) =>
  judged(one, receivedAt, sectors).map((finding) => ('reason' in finding ? finding.reason : finding.code))

function withDeadline(deadline: Partial<Call['deadline']>): Call {
  const { source, zone, zoneLabel, doubtfulClockHours } = call.deadline
  return {
    ...call,
    deadline: { source, zone, zoneLabel, doubtfulClockHours, asWritten: 'au fil de l’eau', ...deadline },
  }
}

const rolling = withDeadline({ rolling: true, asWritten: 'Les candidatures sont reçues au fil de l’eau.' })
const wave = (label: string, day: string) =>
  ({ label, asWritten: `au plus tard le ${day}`, wallClock: `${day}T12:00`, inclusive: true }) as const
const waved = withDeadline({
  asWritten: 'deux vagues en 2022',
  waves: [wave('première vague', '2022-10-14'), wave('seconde vague', '2022-11-23')],
})

describe('a call without an end', () => {
  const anytime = fc
    .integer({ min: Date.parse('2022-11-04'), max: Date.parse('2060-01-01') })
    .map(instantFromEpoch)

  it('holds nobody late, and is completed at any time', () => {
    fc.assert(
      fc.property(anytime, anytime, (receivedAt, now) => {
        expect(timelinessOf(judged(rolling, receivedAt))).toBe('on_time')
        expect(canComplete(now, { call: rolling, receivedAt, sectors: [] })).toBe(true)
        const { until } = seasonOf(rolling)
        expect(until).toBeNull()
      }),
    )
  })

  it.each(SAMPLES)('« %s » says the call’s own words for it, and no end that nobody published', (name) => {
    const letter = sampleLetter(rolling, name)
    const text = plain(letter.text)
    expect(text).not.toMatch(/date limite|jusqu’au|avant le /i)
    if (!isAcknowledgement(name)) return
    expect(missingMentions(letter, sampleOf(rolling, name))).toEqual([])
    expect(text).toContain('« Les candidatures sont reçues au fil de l’eau. »')
    if (name === 'incomplete') expect(text).toContain('compléter votre envoi en répondant à ce message.')
  })

  it('is kept from each application’s own receipt, and staff read that it has none', () => {
    expect(lastDeadline(rolling)).toBeNull()
    expect(keptUntil(rolling, { receivedAt: at('2024-03-05T10:00'), outcome: null }, 5)).toBe('2029-03-05')
    expect(keptUntil(call, { receivedAt: at('2024-03-05T10:00'), outcome: null }, 5)).toBe('2027-11-23')
    expect(plain(deadlinesInShort(rolling))).toBe('« Les candidatures sont reçues au fil de l’eau. »')
  })
})

describe('a call in waves', () => {
  it('has each mail fall under one wave, later mails under later ones, and only what misses the last is late', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 5 })
    const moment = fc
      .integer({ min: 0, max: 301 * 24 * 60 })
      .map((minutes) => instantFromEpoch(Date.parse('2022-01-01T00:00:00Z') + minutes * 60_000))
    fc.assert(
      fc.property(days, moment, moment, (ends, one, other) => {
        const waves = [...ends]
          .sort((left, right) => left - right)
          .map((day, index) => {
            const date = new Date(Date.parse('2022-01-01') + day * 86_400_000).toISOString().slice(0, 10)
            return wave(`vague ${index}`, date)
          })
        const several = withDeadline({ waves })
        const [first, second] = one <= other ? [one, other] : [other, one]
        const [earlier, later] = [deadlineAt(first, several), deadlineAt(second, several)]
        expect((earlier?.at ?? '') <= (later?.at ?? '')).toBe(true)
        const last = lastDeadline(several) ?? first
        expect(timelinessOf(judged(several, second))).toBe(second <= last ? 'on_time' : 'late')
        expect(judged(several, first)[0]).toMatchObject({ deadline: earlier?.at })
      }),
    )
  })

  it('tells each applicant the wave that their mail falls under, and until when they can complete for it', () => {
    const told = (receivedAt: Instant) => {
      const input = sampleOf(waved, 'incomplete')
      const receipt = { ...input.submission.receipt, receivedAt }
      const letter = { ...input, submission: { ...input.submission, receipt } }
      return missingMentions(sampleLetter(waved, 'incomplete'), letter)
    }
    const text = plain(sampleLetter(waved, 'incomplete').text)
    expect(text).toContain('seconde vague : au plus tard le mercredi 23 novembre 2022 à 12 h 00')
    expect(text).toContain('jusqu’au mercredi 23 novembre 2022, 12 h 00 au plus tard')
    expect(text).not.toContain('première vague')
    expect(told(at('2022-10-14T12:00')).some((mention) => mention.startsWith('deadline'))).toBe(true)
    expect(told(at('2022-10-14T12:01')).some((mention) => mention.startsWith('deadline'))).toBe(false)
  })

  it('is completed within its own wave, though the next is open', () => {
    const receivedAt = at('2022-10-10T09:00')
    const can = (now: Instant) => canComplete(now, { call: waved, receivedAt, sectors: [] })
    expect([can(at('2022-10-14T12:00')), can(at('2022-10-14T12:01'))]).toEqual([true, false])
  })

  it('asks a person when the authority’s own clocks lie in two waves', () => {
    const receivedAt = at('2022-10-14T11:59')
    const { receipt } = aSubmission({ receivedAt })
    const clocks = [
      { source: 'boundary' as const, at: receivedAt },
      { source: 'internaldate' as const, at: at('2022-10-14T12:01') },
    ]
    const reasons = timeFindings({ ...receipt, clocks }, waved).flatMap((one) =>
      'reason' in one ? [one.reason] : [],
    )
    expect(reasons).toEqual(['clocks_straddle'])
  })

  it('has a digest right after each wave', () => {
    expect(dueSlot(at('2022-10-14T12:06'), waved)).toBe('20221014-deadline')
    expect(dueSlot(at('2022-11-23T12:06'), waved)).toBe('20221123-deadline')
  })
})

describe('sectors with deadlines of their own', () => {
  const [first, second, ...others] = call.sectors
  const own = { asWritten: 'au plus tard le 10 novembre 2022', day: '2022-11-10', dayItself: 'in' } as const
  const split: Call = {
    ...withDeadline({
      wallClock: '2022-11-23T16:00',
      inclusive: false,
      asWritten: 'avant le 23 novembre à 16 h',
    }),
    sectors: [
      { ...(first as Call['sectors'][number]), deadline: own },
      second as Call['sectors'][number],
      ...others,
    ],
  }
  const between = at('2022-11-12T09:00')

  it('hold for who applies to them, and not for the others', () => {
    expect(codes(split, between, [first?.id ?? ''])).toEqual(['received-late'])
    expect(codes(split, between, [second?.id ?? ''])).toEqual(['received-in-time'])
    expect(codes(split, at('2022-11-10T23:59'), [first?.id ?? ''])).toEqual(['received-in-time'])
  })

  it('leave it to a person between the two when the sector is not known, and to nobody when both agree', () => {
    expect(codes(split, between)).toEqual(['received-in-time', 'sector_decides'])
    expect(codes(split, between, [first?.id ?? '', second?.id ?? ''])).toContain('sector_decides')
    expect(codes(split, at('2022-11-09T09:00'))).toEqual(['received-in-time'])
    expect(codes(split, at('2022-12-09T09:00'))).toEqual(['received-late'])
  })

  it('end one sector of a call that has no end, and not the call', () => {
    const mixed = { ...rolling, sectors: split.sectors }
    expect(lastDeadline(mixed)).toBeNull()
    expect(codes(mixed, at('2030-01-01T00:00'), [second?.id ?? ''])).toEqual(['received-in-time'])
    expect(codes(mixed, at('2030-01-01T00:00'), [first?.id ?? ''])).toEqual(['received-late'])
  })

  it('are told each with its sector while it is not known which', () => {
    const text = plain(sampleLetter(split, 'complete').text)
    expect(text).toContain('avant le mercredi 23 novembre 2022 à 16 h 00')
    expect(text).toContain(`${plain(first?.label ?? '')} : « au plus tard le 10 novembre 2022 »`)
    expect(deadlinesOf(split)).toHaveLength(2)
  })
})

it('what comes before the time for applying begins is in time, and staff are told so', () => {
  const opened = { ...call, deadline: { ...call.deadline, opensAt: '2022-11-05T08:00' } }
  expect(codes(opened, at('2022-11-05T07:59'))).toEqual(['received-in-time', 'received-before-opening'])
  expect(codes(opened, at('2022-11-05T08:00'))).toEqual(['received-in-time'])
})

describe('a file', () => {
  const FILE = new URL('../../config/calls/cirest-territoires-industrie-2022.yaml', import.meta.url)
  const GOOD = readFileSync(FILE, 'utf8')
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-deadlines-')), 'call.yaml')
  const ENDS = /^ {2}(wallClock|inclusive|contestedUntil|contestedBecause): .*\n/gm

  function load(deadline: string, ends = ''): string {
    writeFileSync(path, GOOD.replace(ENDS, ends).replace('deadline:\n', `deadline:\n${deadline}`))
    try {
      readCall(path)
      return 'loaded'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  const written = (date: string) =>
    `{ label: vague du ${date}, asWritten: le ${date}, day: ${date}, dayItself: in }`

  it.each([
    ['rolling', '  rolling: true\n', 'loaded'],
    ['in two waves', `  waves: [${written('2022-11-10')}, ${written('2022-11-23')}]\n`, 'loaded'],
    ['with neither', '', /deadline\.wallClock: give wallClock .+ rolling where it has no end/],
    [
      'rolling to an hour',
      '  rolling: true\n  wallClock: 2022-11-23T16:00\n',
      /deadline\.wallClock: a rolling call has no end/,
    ],
    [
      'rolling in waves',
      `  rolling: true\n  waves: [${written('2022-11-10')}, ${written('2022-11-23')}]\n`,
      /deadline\.waves: a rolling call/,
    ],
    ['of one wave', `  waves: [${written('2022-11-10')}]\n`, /deadline\.waves: /],
    [
      'in waves out of order',
      `  waves: [${written('2022-11-23')}, ${written('2022-11-10')}]\n`,
      /deadline\.waves\.1: comes before/,
    ],
    [
      'in waves, of which one has no day',
      '  waves: [{ label: a, asWritten: b }, { label: c, asWritten: d }]\n',
      /deadline\.waves\.0\.wallClock: give/,
    ],
    [
      'that opens after it ends',
      '  wallClock: 2022-11-23T16:00\n  inclusive: false\n  opensAt: 2022-11-24T08:00\n',
      /deadline\.opensAt: the time for applying/,
    ],
    ['that opens at an hour that is skipped', '  rolling: true\n  opensAt: 2022-03-27T02:30\n', 'loaded'],
  ])('%s', (_, deadline, told) => {
    const complaint = load(deadline)
    if (typeof told === 'string') expect(complaint).toBe(told)
    else {
      expect(complaint).toMatch(told)
      expect(complaint).toMatch(/call\.yaml:\d+:\d+: /)
    }
  })
})
