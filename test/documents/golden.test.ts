import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import { scores } from './corpus/figures.ts'
import { goldenRows, type Measured, measured, readGolden, recognisedAsExpected } from './corpus/measure.ts'
import { half, type Part } from './families/draw.ts'
import { family } from './families/family.ts'
import { figuresOf, hasFallen, type Reached } from './families/goals.ts'
import { LABELS } from './families/labels.ts'
import { PLACES } from './families/places.ts'
import { NAMES, PEOPLE, ROLES, WAYS } from './families/pools.ts'
import { readFamily } from './families/read-family.ts'

/** What is reached on the documents that word processors made: no figure falls. */
const REACHED = {
  born: { precision: 0.998, recall: 0.993 },
  scan: { precision: 0.988, recall: 0.971 },
} as const
/** Where a goal is not reached, what is (families/pin-figures.ts). */
const BELOW_GOAL: Reached = JSON.parse(
  readFileSync(new URL('families/below-goal.json', import.meta.url), 'utf8'),
)
const reader = createReaders({ processes: 2 })
afterAll(() => reader[Symbol.asyncDispose]())

describe('the corpus that word processors made', () => {
  let all: readonly Measured[] = []
  beforeAll(async () => {
    all = (await Promise.all(goldenRows().map((golden) => readGolden(reader, golden)))).map(measured)
  }, 900_000)

  it('is recognised: roles, problems, empty templates', () => {
    const born = all.filter((one) => one.golden.kind === 'born')
    expect(born.filter((one) => !recognisedAsExpected(one))).toEqual([])
  })

  it.each(['born', 'scan'] as const)('gives its fields: %s', (kind) => {
    const { precision, recall } = scores(all.filter((one) => one.golden.kind === kind))
    expect(precision).toBeGreaterThanOrEqual(REACHED[kind].precision)
    expect(recall).toBeGreaterThanOrEqual(REACHED[kind].recall)
  })
})

/**
 * What is reached in vocabularies of their own, each written by somebody who had not read the lists. Blind, the third was
 * read with a recall of 0.787; the fourth, with layouts of its own, with a precision of 0.949 and a recall of 0.846 (scans
 * 0.948 and 0.856). Then both were worked on. Of the fourth every third document is read here.
 */
const REACHED_ON_OTHER_WORDS = [
  ['third', 1, { precision: 0.997, recall: 0.995 }],
  ['fourth', 3, { precision: 0.996, recall: 0.993 }],
] as const

it.each(REACHED_ON_OTHER_WORDS)(
  'forms and letters in a %s vocabulary give their fields',
  async (part, each, reached) => {
    const born = family(part).filter((one, index) => one.kind === 'born' && index % each === 0)
    const { precision, recall } = scores((await readFamily(reader, born)).map(measured))
    expect(precision).toBeGreaterThanOrEqual(reached.precision)
    expect(recall).toBeGreaterThanOrEqual(reached.recall)
  },
  900_000,
)

describe('the families that are only scored', () => {
  let all: readonly Measured[] = []
  beforeAll(async () => {
    all = (await readFamily(reader, family('scored'))).map(measured)
  }, 900_000)

  it('are recognised', () => {
    const born = all.filter((one) => one.golden.kind === 'born')
    expect(born.filter((one) => !recognisedAsExpected(one)).map((one) => one.label)).toEqual([])
  })

  it('give each field in each kind of layout as well as is asked, or as was reached', () => {
    const fallen = [...figuresOf(all)].filter(([name, figure]) => hasFallen(figure, BELOW_GOAL[name]))
    expect(fallen).toEqual([])
  })

  it('share no word with those that are worked on', () => {
    const words = (part: Part): string[] =>
      [...Object.values(LABELS), NAMES, PEOPLE, ROLES, WAYS, ...PLACES.map((place) => place.towns)].flatMap(
        (pool) => half<string>(pool, part),
      )
    const worked = new Set(words('work'))
    expect(words('scored').filter((one) => worked.has(one))).toEqual([])
  })
})
