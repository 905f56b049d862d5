import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { endMeant } from '../../src/documents/identifiers/domain-ends.ts'
import { linesOfText } from '../../src/documents/text/page.ts'
import { DOMAIN_ENDS } from '../../src/knowledge/domain-ends.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

/** What the parser of mails knows of ends of domains: regenerate `domain-ends.json` from it when it is renewed. */
const known: readonly string[] = createRequire(createRequire(import.meta.url).resolve('mailparser'))('tlds')

it('knows the ends of all domains, and those that are reserved for examples', () => {
  const ascii = known.filter((end) => /^[a-z]+$/.test(end))
  expect([...DOMAIN_ENDS].sort()).toEqual([...ascii, 'example', 'test', 'invalid', 'localhost'].sort())
})

it.each([
  ['corn', 'com'],
  ['exampie', 'example'],
  ['examiple', 'example'],
  ['exaniple', 'example'],
  ['exdmple', 'example'],
  ['parls', 'paris'],
  ['alsoce', 'alsace'],
  ['bretogne', null],
])('« .%s » was « .%s »', (read, meant) => {
  expect(endMeant(read)).toBe(meant)
})

it.each(['fr', 're', 'com', 'nc', 'pf', 'coop', 'bzh', 'example', 'corsica', 'рф'])(
  '« .%s » stands',
  (end) => {
    expect(endMeant(end)).toBe(end)
  },
)

it('one of few letters that is none is not guessed at', () => {
  for (const read of ['con', 'xq', 'frr', 'bz'])
    expect(DOMAIN_ENDS.has(read) ? read : null).toBe(endMeant(read))
})

it('every end that is said to be meant is one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}$/), (read) => {
      const meant = endMeant(read)
      expect(meant === null || DOMAIN_ENDS.has(meant)).toBe(true)
    }),
  )
})

function emailIn(text: string, recognised?: number) {
  const page = { number: 1, lines: linesOfText(text), ...(recognised === undefined ? {} : { recognised }) }
  return fieldsOf('pièce', aReading('', { pages: [page] }), theCall).find(({ kind }) => kind === 'email')
}

it('a scan’s address is told as it was meant, and shown as it was read', () => {
  const found = emailIn('Courriel : contact@brasserie.exampie', 0.9)
  expect(found).toMatchObject({ value: 'contact@brasserie.example', extract: { text: /exampie/ } })
  expect(found?.confidence).toBeGreaterThanOrEqual(WEIGHTS.usable)
})

it('a scan’s address with an end that is none, and that looks like none, is for a person to see', () => {
  const found = emailIn('Courriel : contact@brasserie.qzv', 0.9)
  expect(found?.value).toBe('contact@brasserie.qzv')
  expect(found?.confidence).toBeLessThan(WEIGHTS.usable)
})

it('what is written as text is what was written', () => {
  expect(emailIn('Courriel : contact@brasserie.interne')?.value).toBe('contact@brasserie.interne')
})
