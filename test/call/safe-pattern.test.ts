import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternFault } from '../../src/call/safe-pattern.ts'

describe('a pattern of a call’s file', () => {
  it.each([
    ['a number of Belgium', String.raw`(?:BE ?)?0\d{3}[. ]?\d{3}[. ]?\d{3}`],
    ['a number of Switzerland', String.raw`CHE-?\d{3}\.?\d{3}\.?\d{3}`],
    ['a number of Québec', '(?:11|2[2-4]|88)\\d{8}'],
    ['letters, then digits', '[A-Z]{1,3}\\d{1,12}'],
    ['signs at the end that may repeat', '[A-Z0-9]{5,12}'],
  ])('is taken for %s', (_, pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })

  it.each([
    ['repeats without end', String.raw`\d+`, /without end/],
    ['repeats a group', String.raw`(\d ?){9}`, /may hold/],
    ['goes back', String.raw`(\d)\1`, /may hold/],
    ['looks around', String.raw`(?=\d)\d{3}`, /may hold/],
    ['is none', '[0-9', /regular expression/],
    ['could be read in two ways', String.raw`\d{1,5} ?\d{2}`, /two ways/],
    ['goes on where a group ends', String.raw`(?:-\d{1,3})?\d{4}`, /two ways/],
    ['has alternatives that begin alike', '(?:ab|ac)\\d{3}', /begin with the same/],
    ['repeats too often', '[a-z]{1,60}', /more than 40/],
  ])('is refused where it %s', (_, pattern, message) => {
    expect(patternFault(pattern)).toMatch(message)
  })

  it('that is taken is quick on every text', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '\\d', '[^x]', '(?:a|b\\d)', '(?:ab)', '-')
    const times = fc.constantFrom('', '?', '{2}', '{1,40}', '{0,30}')
    const patterns = fc
      .array(
        fc.tuple(atom, times).map((both) => both.join('')),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join(''))
      .filter((pattern) => patternFault(pattern) === null)
    const texts = fc.constantFrom('a', 'b', 'ab', '1', 'a1', 'b1-').map((one) => `${one.repeat(2_000)}!`)
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const before = process.cpuUsage()
        new RegExp(`(?:${pattern})(?![\\p{L}\\d])`, 'iu').exec(text)
        expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
  })
})
