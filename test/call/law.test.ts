import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayInWords } from '../../src/acknowledgement/french.ts'
import { missingMentions } from '../../src/acknowledgement/mentions.ts'
import { isAcknowledgement, SAMPLES, sampleLetter, sampleOf } from '../../src/acknowledgement/samples.ts'
import { instantFromEpoch, later, wallClockOf } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { LAWFUL_BASES } from '../../src/call/data-protection.ts'
import type { Legal } from '../../src/call/legal.ts'
import { loadCallsOf, readCall } from '../../src/settings/call-file.ts'
import { timeFindings, timelinessOf } from '../../src/verdict/judge.ts'
import { aSubmission } from '../dossier/a-submission.ts'
import { endOf } from '../the-call.ts'

const CIREST = new URL('../../config/calls/cirest-territoires-industrie-2022.yaml', import.meta.url)
const GOOD = readFileSync(CIREST, 'utf8')
const PATH = join(mkdtempSync(join(tmpdir(), 'recepisse-law-')), 'call.yaml')
const { call: CALL } = readCall(CIREST.pathname)
const flat = (text: string) => text.replace(/\s+/g, ' ')

/** The first call's file with blocks put in the place of its own; an empty text takes the block out. */
function withBlocks(blocks: Readonly<Record<string, string>>): string {
  const text = Object.entries(blocks).reduce(
    (file, [key, block]) => file.replace(new RegExp(`^${key}:\n(?:(?:  .*|#.*)?\n)*`, 'm'), block),
    GOOD,
  )
  writeFileSync(PATH, text)
  return PATH
}

function complaint(load: () => unknown): string {
  try {
    load()
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(PATH, 'call.yaml') : ''
  }
  return ''
}

const BASIS = 'code des relations entre le public et l’administration, article L. 231-1'
const REMEDIES = { gracious: 'du maire', court: 'le tribunal administratif de Lille', months: 2 }
const meaning = fc.oneof(
  fc.record({
    means: fc.constant('rejection' as const),
    months: fc.integer({ min: 1, max: 24 }),
    basis: fc.constant(BASIS),
    remedies: fc.constantFrom(REMEDIES, {
      ...REMEDIES,
      residence: 'en Guyane',
      courtAddress: '1 rue de la Loi',
    }),
  }),
  fc.record({
    means: fc.constant('acceptance' as const),
    months: fc.integer({ min: 1, max: 24 }),
    basis: fc.constant(BASIS),
  }),
  fc.constant({ means: 'nothing' as const }),
)

it('whatever silence means, every letter says it with its day, counted from the first receipt, and how it is contested', () => {
  fc.assert(
    fc.property(
      meaning,
      fc.constantFrom(...LAWFUL_BASES),
      fc.constantFrom(...SAMPLES),
      fc.integer({ min: 0, max: 9 }),
      (silence: Legal['silence'], basis, name, days) => {
        const dataProtection = { ...(CALL.dataProtection as NonNullable<typeof CALL.dataProtection>), basis }
        const call = { ...CALL, legal: { silence, contract: false }, dataProtection }
        const input = sampleOf(call, name)
        const letter = sampleLetter(call, name)
        if (!isAcknowledgement(name)) return
        expect(missingMentions(letter, input)).toEqual([])
        const asks = name === 'inquiry' || name === 'answer'
        const text = flat(letter.text)
        expect(/silence gardé/.test(text)).toBe(silence.means !== 'nothing' && !asks)
        expect(/recours gracieux/.test(text)).toBe(silence.means === 'rejection' && !asks)
        expect(/attestation/.test(text)).toBe(silence.means === 'acceptance' && !asks)
        if (silence.means === 'nothing' || asks) return
        const first = wallClockOf(input.submission.receipt.receivedAt, call.deadline.zone).subtract({ days })
        const appliedAt = instantFromEpoch(first.epochMilliseconds)
        const day = dayInWords(
          instantFromEpoch(first.add({ months: silence.months }).epochMilliseconds),
          call.deadline.zone,
        )
        expect(missingMentions(letter, { ...input, appliedAt }).length).toBe(days === 0 ? 0 : 1)
        if (days === 0) expect(text).toContain(flat(`le ${day}.`))
      },
    ),
    { numRuns: 300 },
  )
})

it.each([
  [
    'rejection without its remedies',
    { legal: `legal:\n  silence: { means: rejection, basis: "${BASIS}" }\n` },
    'legal.silence.remedies: ',
  ],
  [
    'acceptance without its basis',
    { legal: 'legal:\n  silence: { means: acceptance }\n' },
    'legal.silence.basis: ',
  ],
  ['a time kept that nobody says', { retention: '' }, 'retention: how long the data are kept'],
  ['no notice at all', { dataProtection: '' }, 'dataProtection: say what becomes of the data'],
  [
    'a data protection officer whom nobody can reach',
    {
      dataProtection:
        GOOD.match(/^dataProtection:\n(?: {2}.*\n)*/m)?.[0].replace(/ {2}officer.*\n/, '') ?? '',
    },
    'dataProtection.officer: ',
  ],
])('a file is refused for %s, where it lacks it', (_, blocks, reason) => {
  const told = complaint(() => readCall(withBlocks(blocks)))
  expect(told).toContain(reason)
  expect(told).toMatch(/^call\.yaml:\d+:\d+: /)
})

it('a text said twice is refused; a file’s own text alone is kept, and advised against', () => {
  const own =
    'acknowledgement:\n  implicitDecision: Le silence vaut rejet.\n  appeals: Un recours est ouvert.\n'
  const both = withBlocks({ legal: '' }).length > 0 && GOOD.replace('acknowledgement:\n', own)
  writeFileSync(PATH, String(both))
  expect(complaint(() => readCall(PATH))).toContain(
    'acknowledgement.appeals: letters say what « legal » says',
  )
  withBlocks({ legal: '' })
  writeFileSync(PATH, readFileSync(PATH, 'utf8').replace('acknowledgement:\n', own))
  const loaded = readCall(PATH)
  expect(loaded.owed).toEqual([])
  expect(loaded.warnings.filter((warning) => /no rule checks/.test(warning))).toHaveLength(1)
  expect(flat(sampleLetter(loaded.call, 'complete').text)).toContain('Un recours est ouvert.')
})

it('of paper counts what the call says: the postmark, the arrival, or, unsaid, what a person decides', () => {
  const judged = (changes: Partial<Call>) => {
    const call = { ...CALL, deadline: { ...CALL.deadline, contestedUntil: undefined }, ...changes }
    const receivedAt = later(endOf(call), 24 * 3_600_000)
    const receipt = { ...aSubmission({ receivedAt }).receipt, postmark: '2022-11-23' }
    return timelinessOf(timeFindings(receipt, call))
  }
  const address = '1 place du Marché'
  const silence = { means: 'nothing' } as const
  expect(judged({ post: { address } })).toBe('contested')
  expect(judged({ post: { address, counts: 'postmark' } })).toBe('on_time')
  expect(judged({ post: { address, counts: 'arrival' } })).toBe('late')
  expect(judged({ post: { address }, legal: { silence, contract: true } })).toBe('late')
  writeFileSync(
    PATH,
    GOOD.replace('contract: false', 'contract: true').replace('post:\n', 'post:\n  counts: postmark\n'),
  )
  expect(complaint(() => readCall(PATH))).toContain(
    'post.counts: of what leads to a contract only the arrival counts',
  )
})

it('a call that says nothing of silence is read and judged, and nobody is answered for it', () => {
  const path = withBlocks({ legal: '' })
  expect(readCall(path).owed).toEqual([expect.stringMatching(/:\d+:\d+: legal: say under « legal »/)])
  expect(complaint(() => loadCallsOf(path, undefined))).toContain('(CRPA R112-11-1, L112-12)')
  expect(complaint(() => loadCallsOf(CIREST.pathname, undefined))).toBe('')
})
