import fc from 'fast-check'
import { expect, it } from 'vitest'
import { progressInWords } from '../../src/cli/output.ts'
import { table } from '../../src/cli/table.ts'

const lengths = (text: string) => text.split('\n').map((line) => [...line].length)
const LABELS = 'representative role contact sector project presentation identifier signature legal_form'

it('columns are as wide as their widest cell', () => {
  expect(
    table([
      ['number', 'who'],
      ['1', 'Usine Verte'],
    ]),
  ).toBe('number  who\n1       Usine Verte')
})

it('what is wider than a terminal goes on below, in its own column, and loses no word', () => {
  const rows = [['TI22-AAAAA', 'Coopérative des producteurs de géranium', '2022-11-23 15:42:10', LABELS]]
  const text = table(rows)
  expect(Math.max(...lengths(text))).toBeLessThanOrEqual(98)
  expect(text.replace(/\s+/g, ' ').split(' ').sort()).toEqual(rows.flat().join(' ').split(' ').sort())
})

it('a word without an end is broken', () => {
  const text = table([['x'.repeat(300), 'y']])
  expect(Math.max(...lengths(text))).toBeLessThanOrEqual(98)
  expect(text.match(/x/g)).toHaveLength(300)
})

it('whatever the cells, every letter of theirs is there', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '…'), maxLength: 80 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
      const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
      expect(letters(table(rows))).toBe(letters(rows.flat().join('')))
    }),
  )
})

it('what is left is told once it is known', () => {
  expect(progressInWords(0, 500, 'mails read', 9_000)).toBe('0 of 500 mails read')
  expect(progressInWords(100, 500, 'mails read', 1_000)).toBe('100 of 500 mails read')
  expect(progressInWords(100, 500, 'mails read', 10_000)).toBe('100 of 500 mails read, about 40 seconds left')
  expect(progressInWords(100, 500, 'mails read', 60_000)).toBe('100 of 500 mails read, about 4 minutes left')
  expect(progressInWords(500, 500, 'mails read', 60_000)).toBe('500 of 500 mails read')
})
