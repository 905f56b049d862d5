import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentReader } from '../../src/adapters/readers/document-reader.ts'
import { goldenRows, type Measured, measure, recognisedAsExpected, scores } from './corpus/measure.ts'

/** What the issue asks for: the share of values told that are right, and of values there that are read. */
const BORN_DIGITAL = 0.98
const SCANNED = 0.9

describe('the corpus of documents', () => {
  const reader = createDocumentReader({ processes: 2 })
  let measured: readonly Measured[] = []
  beforeAll(async () => {
    measured = await Promise.all(goldenRows().map((golden) => measure(reader, golden)))
  }, 180_000)
  afterAll(() => reader[Symbol.asyncDispose]())

  function of(kind: 'born' | 'scan'): Measured[] {
    return measured.filter((one) => one.golden.kind === kind)
  }

  it('is recognised: roles, problems, empty templates', () => {
    expect(of('born').filter((one) => !recognisedAsExpected(one))).toEqual([])
  })

  it('gives its fields, born-digital', () => {
    const { precision, recall } = scores(of('born'))
    expect(precision).toBeGreaterThanOrEqual(BORN_DIGITAL)
    expect(recall).toBeGreaterThanOrEqual(BORN_DIGITAL)
  })

  it('gives its fields, scanned at 150 dots per inch with noise and two degrees of tilt', () => {
    const { precision, recall } = scores(of('scan'))
    expect(precision).toBeGreaterThanOrEqual(SCANNED)
    expect(recall).toBeGreaterThanOrEqual(SCANNED)
  })
})
