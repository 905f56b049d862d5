import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withMergedCellsApart } from '../../src/documents/text/merged-cells.ts'
import { cellText, type Line } from '../../src/documents/text/page.ts'

type Placed = readonly [text: string, left: number, right: number]
const line = (...cells: readonly Placed[]): Line => ({
  cells: cells.map(([text, left, right]) => ({ lines: [text], left, right })),
  continues: false,
})
const shown = (lines: readonly Line[]): string[][] =>
  withMergedCellsApart(lines).map(({ cells }) => cells.map(cellText))
const ROWS = [
  line(['Raison sociale', 50, 120], ['Toile', 200, 230]),
  line(['Fonction', 50, 100], ['Gérante', 200, 240]),
]

describe('a label that touches its answer', () => {
  it('is told apart where other rows show the column', () => {
    const merged = line(['Date de la présente demande 11.11.2022', 50, 255])
    expect(shown([...ROWS, merged]).at(-1)).toEqual(['Date de la présente demande', '11.11.2022'])
  })

  it('is left as it is where no column begins inside it, and where what stands there asks nothing', () => {
    const apart = line(['Date de la présente demande 11.11.2022', 50, 190])
    const prose = line(['Nous avons lu le règlement de cet appel', 50, 255])
    expect(shown([...ROWS, apart]).at(-1)).toHaveLength(1)
    expect(shown([...ROWS, prose]).at(-1)).toHaveLength(1)
    const dated = line(['Fait à Saint-Benoît, le 14 novembre 2022', 50, 290])
    expect(shown([...ROWS, dated]).at(-1)).toHaveLength(1)
  })

  it('is told apart where the answer alone would make a longer label', () => {
    const merged = line(['Qualité du représentant Directrice générale', 50, 280])
    expect(shown([...ROWS, merged]).at(-1)).toEqual(['Qualité du représentant', 'Directrice générale'])
    const label = line(['Adresse de correspondance du candidat', 50, 255])
    expect(shown([...ROWS, label]).at(-1)).toHaveLength(1)
  })

  it('is never cut within, where a colon shows its end: the column is that of other rows', () => {
    const whole = line(['Nom, prénom du responsable légal : Ana Petit', 50, 330])
    expect(shown([...ROWS, whole]).at(-1)).toEqual(['Nom, prénom du responsable légal : Ana Petit'])
    const touching = line(['Dénomination sociale : Toile du Nord', 50, 290])
    expect(
      shown([...ROWS, touching])
        .at(-1)
        ?.at(-1),
    ).not.toMatch(/^:/)
    const merged = line(['Date de la demande : 11.11.2022', 50, 255])
    expect(
      shown([...ROWS, merged])
        .at(-1)
        ?.at(-1),
    ).toContain('11.11.2022')
  })

  it('ends where it is whole, and with a word that asks for more where it goes on below', () => {
    const whole = line(['Nom de l’entreprise ou de l’associationFromagerie Bleue', 50, 285])
    expect(shown([...ROWS, whole]).at(-1)).toEqual([
      'Nom de l’entreprise ou de l’association',
      'Fromagerie Bleue',
    ])
    const hanging = line(['Nom de l’entreprise ou BAMBOU HABITAT', 50, 295])
    expect(shown([...ROWS, hanging]).at(-1)).toEqual(['Nom de l’entreprise ou', 'BAMBOU HABITAT'])
  })

  it('loses no letter, whatever stands there', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Date', 'Nom : a', 'Adresse 3 rue', ':'),
    )
    const cell = fc.tuple(text, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 }))
    const letters = (lines: readonly Line[]): string =>
      lines
        .flatMap(({ cells }) => cells.map(cellText))
        .join('')
        .replace(/\s/g, '')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }), (rows) => {
        const lines = rows.map((cells) => line(...cells))
        expect(letters(withMergedCellsApart(lines))).toBe(letters(lines))
      }),
    )
  })
})
