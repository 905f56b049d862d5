import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, type Line } from '../../src/documents/text/page.ts'
import { withLabelsOfCells, withWrappedLabels } from '../../src/documents/text/wrapped-labels.ts'

const line = (...cells: readonly (readonly [text: string, left: number])[]): Line => ({
  cells: cells.map(([text, left]) => ({ lines: [text], left, right: left + 5 * text.length })),
  continues: false,
})
const shown = (...lines: Line[]): string[][] =>
  withWrappedLabels(lines).map(({ cells }) => cells.map(cellText))

describe('a label on two lines of its column', () => {
  it('is one, though the other column stands between them', () => {
    expect(
      shown(
        line(['PRENOM ET NOM DU OU DE LA RESPONSABLE', 50]),
        line(['Courriel : a@b.example', 300]),
        line(['LEGALE : Ana Petit', 50]),
      ),
    ).toEqual([['PRENOM ET NOM DU OU DE LA RESPONSABLE LEGALE : Ana Petit'], ['Courriel : a@b.example'], []])
  })

  it('takes no question of its own below it, nor what stands elsewhere', () => {
    expect(shown(line(['Fonction', 50]), line(['Responsable : Ana Petit', 50]))).toHaveLength(2)
    expect(shown(line(['Fonction', 50]), line(['Responsable : Ana Petit', 50]))[1]).toHaveLength(1)
    expect(shown(line(['NOM DE LA', 50]), line(['STRUCTURE : Toile', 90]))[1]).toHaveLength(1)
  })

  it('loses no letter, whatever stands there', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Nom de la', 'structure : x', 'Date'),
    )
    const cell = fc.tuple(text, fc.constantFrom(50, 300))
    const letters = (lines: readonly Line[]): string[] =>
      [
        ...lines
          .flatMap(({ cells }) => cells.map(cellText))
          .join('')
          .replace(/\s/g, ''),
      ].sort()
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 8 }), (rows) => {
        const lines = rows.map((cells) => line(...cells))
        expect(letters(withWrappedLabels(lines))).toEqual(letters(lines))
      }),
    )
  })
})

describe('a label on two lines of its cell', () => {
  const row = (...cells: readonly (readonly string[])[]): Line => ({
    cells: cells.map((lines) => ({ lines: [...lines] })),
    continues: false,
  })
  const cells = (line: Line): string[][] =>
    withLabelsOfCells([line])[0]?.cells.map(({ lines }) => lines) ?? []

  it('is one, though its second line alone would ask for something else', () => {
    expect(cells(row(['Personne habilitée à engager la', 'structure :'], ['Ana Petit']))[0]).toEqual([
      'Personne habilitée à engager la structure :',
    ])
    expect(cells(row(['PERSONNE HABILITEE A ENGAGER', 'LA STRUCTURE :'], ['Ana Petit']))[0]).toHaveLength(1)
  })

  it('is two where two are answered, the first ends with a colon, or both together ask for nothing', () => {
    expect(cells(row(['Nom', 'Prénom'], ['Petit', 'Ana']))[0]).toHaveLength(2)
    expect(cells(row(['Nom :', 'Prénom :'], ['Petit Ana']))[0]).toHaveLength(2)
    expect(cells(row(['Nom de la structure', 'Téléphone'], ['Toile']))[0]).toHaveLength(2)
    expect(cells(row(['Nom de la', 'structure']))[0]).toHaveLength(2)
  })

  it('changes no word', () => {
    const lines = fc.array(fc.constantFrom('Nom de la', 'structure :', 'Nom', 'Prénom', 'x'), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 3 }), (all) => {
        expect(cells(row(...all)).map((one) => one.join(' '))).toEqual(all.map((one) => one.join(' ')))
      }),
    )
  })
})
