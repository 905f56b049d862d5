import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, type Line } from '../../src/documents/text/page.ts'
import { withoutSpecks } from '../../src/documents/text/recognised-lines.ts'

type Placed = readonly [text: string, left: number, right: number]
const line = (...cells: readonly Placed[]): Line => ({
  cells: cells.map(([text, left, right]) => ({ lines: text.split('\n'), left, right })),
  continues: false,
})
const shown = (...lines: readonly Line[]): string[][] =>
  withoutSpecks(lines).map(({ cells }) => cells.map(cellText))

describe('what recognition makes of specks', () => {
  it.each([
    ['Nom de la structure\nq)', 'Nom de la structure'],
    ['Nom du représentant =\n@)', 'Nom du représentant'],
    ['Gérante =', 'Gérante'],
    ['Statut juridique »', 'Statut juridique'],
    ['Daté du _ -', 'Daté du'],
    ['2, Forme légale : SARL', '2. Forme légale : SARL'],
    ['Datédu', 'Daté du'],
    ['Endate du', 'En date du'],
    ['Endatedu', 'En date du'],
    ['10. Faitle', '10. Fait le'],
  ])('%s: is taken off', (text, left) => {
    expect(shown(line([text, 50, 200]))).toEqual([[left]])
  })

  it.each([
    'Toile (SARL)',
    'Dupont & Fils',
    '12, Rue de la Poste',
    'Oui',
    'Nom :',
    '|G|I|P| |',
    '4 x 4',
    'A)b',
    'Endatedurant',
    'Delphine Laborde',
    'Lesage et Dumas',
  ])('%s is written', (text) => {
    expect(shown(line([text, 50, 200]))).toEqual([[text]])
  })

  it('a cell that holds nothing else is gone', () => {
    expect(shown(line(['UID (1)', 50, 100], ['@)', 300, 312]))).toEqual([['UID (1)']])
  })
})

describe('words that noise set apart', () => {
  it('stand in one cell again', () => {
    expect(shown(line(['Valérie', 210, 294], ['Nkomo', 326, 391]))).toEqual([['Valérie Nkomo']])
  })

  it.each([
    ['further apart', [line(['Valérie', 210, 294], ['Nkomo', 340, 405])]],
    ['where one asks', [line(['Qualité', 210, 294], ['Gérante', 326, 391])]],
    ['what is no word', [line(['Valérie', 210, 294], ['3', 326, 336])]],
    [
      'where a column begins',
      [line(['Valérie', 210, 294], ['Nkomo', 326, 391]), line(['Paul', 210, 250], ['Petit', 330, 380])],
    ],
  ])('%s they are two', (_, lines) => {
    expect(shown(...lines)[0]).toHaveLength(2)
  })
})

it('nothing is lost but marks, whatever stands there', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Nom :', 'q)', 'Toile =', '2, Rue :'),
  )
  const cell = fc.tuple(text, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 }))
  const letters = (texts: readonly string[]): string => texts.join('').replace(/[^\p{L}\p{N}]/gu, '')
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const kept = cells.filter(([one]) => !/^\(?[^\s()]{0,2}\)$/u.test(one))
      expect(letters(shown(line(...kept)).flat())).toBe(letters(kept.map(([one]) => one)))
    }),
  )
})
