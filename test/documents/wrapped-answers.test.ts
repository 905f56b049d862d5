import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { townUnderLabel, underLabel, wrappedUnder } from '../../src/documents/fields/wrapped-answers.ts'
import { labelAt } from '../../src/documents/text/labels.ts'
import { type Cell, type Line, linesOfText } from '../../src/documents/text/page.ts'
import { withWrappedRows } from '../../src/documents/text/wrapped-rows.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

const at = (left: number, right: number, text: string): Cell => ({ lines: [text], left, right })
const line = (...cells: Cell[]): Line => ({ cells, continues: false })

describe('an answer in a column that another one ends', () => {
  const right = at(308, 500, 'Téléphone : 02 98 44 11 22')

  it('goes on in the line below when its next word had no room', () => {
    const lines = [
      line(at(50, 270, 'Nom de la structure : Le Comptoir'), right),
      line(at(50, 90, 'des Épices')),
    ]
    expect(wrappedUnder(lines, 0, 0)).toBe('des Épices')
  })

  it.each([
    ['had room', [line(at(50, 150, 'Nom : Le Comptoir'), right), line(at(50, 90, 'des Épices'))]],
    [
      'is a label',
      [line(at(50, 280, 'Nom de la structure : Le Comptoir'), right), line(at(50, 90, 'Fonction'))],
    ],
    [
      'stands apart',
      [line(at(50, 280, 'Nom de la structure : Le Comptoir'), right), line(), line(at(50, 90, 'Épices'))],
    ],
    [
      'has no column beside',
      [line(at(50, 280, 'Nom de la structure : Le Comptoir')), line(at(50, 90, 'Épices'))],
    ],
  ] as [string, Line[]][])('does not when what is below %s', (_, lines) => {
    expect(wrappedUnder(lines, 0, 0)).toBeNull()
  })
})

describe('an answer behind leaders, in the left of two columns', () => {
  const right = at(934, 1247, 'Filière choisie')

  it('goes on under its label when its next word had no room', () => {
    const lines = [
      line(at(217, 649, 'Nom et prénom du représentant légal'), at(768, 874, 'Romuald'), right),
      line(at(215, 300, 'Tessier')),
    ]
    expect(underLabel(lines, 0, 0)).toEqual(['Tessier'])
    expect(underLabel(lines.with(1, line(at(215, 300, 'Fonction'))), 0, 0)).toEqual([])
    expect(underLabel(lines.with(1, line(at(760, 845, 'Tessier'))), 0, 0)).toEqual([])
  })

  it('had no room for a word in capitals, which are wider than the letters of the label', () => {
    const lines = [
      line(at(188, 620, 'Dirigeant ou dirigeante : GUY-NOËL'), at(880, 1414, 'Courriel : a@toile.example')),
      line(at(187, 428, 'CÉLESTINE-MARIE')),
    ]
    expect(wrappedUnder(lines, 0, 0)).toBe('CÉLESTINE-MARIE')
  })

  it('is an address that goes on to its town, in the last column too', () => {
    const lines = [
      line(at(934, 1247, 'Adresse de l’établissement'), at(1366, 1546, 'Rue de la Poste')),
      line(at(937, 1169, '168, 1004 Lausanne')),
    ]
    expect(townUnderLabel(lines, 0, 0)).toEqual(['168, 1004 Lausanne'])
    const town = [
      line(at(934, 1047, 'Adresse'), at(1120, 1500, '12 chemin Bois Rouge, 97440')),
      line(at(935, 1090, 'Saint-André')),
    ]
    expect(townUnderLabel(town, 0, 0)).toEqual(['Saint-André'])
    const whole = lines.with(0, line(at(934, 1247, 'Adresse'), at(1366, 1546, '29200 Brest')))
    expect(townUnderLabel(whole, 0, 0)).toEqual([])
    expect(townUnderLabel(lines.with(1, line(at(937, 1169, 'Tél. : 02 98 44 11 22'))), 0, 0)).toEqual([])
  })
})

describe('a label on several lines of its cell', () => {
  const cells = (...lines: string[][]): string[][] =>
    withWrappedRows([{ cells: lines.map((each) => ({ lines: each })), continues: false }])[0]?.cells.map(
      (cell) => [...cell.lines],
    ) ?? []

  it('is one label; an answer keeps its lines', () => {
    expect(cells(['Fonction dans la', 'structure'], ['12 rue Neuve', '29200 Brest'])).toEqual([
      ['Fonction dans la structure'],
      ['12 rue Neuve', '29200 Brest'],
    ])
  })
})

it('what a label lists between brackets, on lines of its cell, asks for nothing', () => {
  const lines = ['Forme juridique', '(SARL, SAS,', 'association…)']
  const [row] = withWrappedRows([{ cells: [{ lines }, { lines: ['Société anonyme'] }], continues: false }])
  expect(row?.cells.map((cell) => [...cell.lines])).toEqual([[lines.join(' ')], ['Société anonyme']])
})

describe('the number of an association, recognised on a scan', () => {
  const kinds = (text: string): string[] => {
    const pages = [{ number: 1, lines: linesOfText(text), recognised: 0.94 }]
    return fieldsOf('p', aReading('', { pages }), theCall).map((field) => field.kind)
  }

  it('is no SIREN that fails its check, nor is the telephone behind it', () => {
    expect(kinds('Association – RNA : W239820810 – +262 639 69 41 69')).not.toContain('siren')
    expect(kinds('Association – RNA : W239820810 – +262 639 69 41 69')).not.toContain('siret')
  })

  it('leaves a SIREN that is named what it is', () => {
    expect(kinds('immatriculée au RCS de Saint-Denis sous le numéro 732 829 320')).toContain('siren')
  })
})

describe('a numbered label', () => {
  it.each([
    ['7. Tél.', 'phone'],
    ['7.Tél.', 'phone'],
    ['12 Tél.', undefined],
  ])('« %s », its space lost by recognition', (text, kind) => {
    expect(labelAt(text)?.kind).toBe(kind)
  })
})

describe('a date whose parts leaders have set apart', () => {
  const dates = (text: string): string[] =>
    fieldsOf('p', aReading('', { pages: [{ number: 1, lines: linesOfText(text) }] }), theCall)
      .filter((field) => field.kind === 'date')
      .map((field) => field.value)

  it('is read over its cells; a row that says nothing of where is not', () => {
    expect(dates('Fait à\tSaint-Benoît\t, le\t09.11.2022')).toEqual(['2022-11-09'])
    expect(dates('Reçu à\tSaint-Benoît\t, le\tmatin')).toEqual([])
  })
})
