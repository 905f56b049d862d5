import { describe, expect, it } from 'vitest'
import { phonesIn } from '../../src/documents/identifiers/phones.ts'
import { cellText, type Line } from '../../src/documents/text/page.ts'
import { withWrappedRows } from '../../src/documents/text/wrapped-rows.ts'

const LEFT = [50, 150, 300, 400]
const line = (...texts: readonly string[]): Line => ({
  cells: texts.flatMap((text, column) =>
    text === '' ? [] : [{ lines: [text], left: LEFT[column] ?? 0, right: 0 }],
  ),
  continues: false,
})
const shown = (...lines: Line[]): string[][] => withWrappedRows(lines).map(({ cells }) => cells.map(cellText))

describe('a row of a table written on several lines', () => {
  it('is one row: labels and answers go on', () => {
    const rows = shown(
      line('Nom de', 'Le Comptoir', 'Forme juridique', 'Société coopérative et'),
      line("l'entreprise ou", '', '', 'participative'),
      line("de l'association"),
      line('Qualité', 'Gérante', 'Téléphone', '02 98 44 11 22'),
    )
    expect(rows).toEqual([
      [
        "Nom de l'entreprise ou de l'association",
        'Le Comptoir',
        'Forme juridique',
        'Société coopérative et participative',
      ],
      ['Qualité', 'Gérante', 'Téléphone', '02 98 44 11 22'],
    ])
  })

  it('is one row where each of its cells goes on', () => {
    const leaders = '……… 57 sentier des Crêtes,'
    const rows = shown(
      line('Fonction dans la', '……… Co-gérant', 'Adresse de', leaders),
      line('structure', '………………', "l'établissement", '98713 Papeete ………'),
    )
    expect(rows).toEqual([
      [
        'Fonction dans la structure',
        '……… Co-gérant ………………',
        "Adresse de l'établissement",
        `${leaders} 98713 Papeete ………`,
      ],
    ])
    expect(
      shown(line('Qualité', 'Gérante', 'Tél.', '02 98'), line('Siège', 'Brest', 'Mél', 'a@b.example')),
    ).toHaveLength(2)
  })

  it('a legal form may begin like a question', () => {
    const rows = shown(
      line('Numéro', 'A72602', 'Forme juridique', 'ENTREPRISE'),
      line('', '', '', 'UNIPERSONNELLE À RESPONSABILITÉ LIMITÉE'),
    )
    expect(rows[0]?.[3]).toBe('ENTREPRISE UNIPERSONNELLE À RESPONSABILITÉ LIMITÉE')
    expect(
      shown(line('Numéro', 'A72602', 'Forme', 'ENTREPRISE'), line('', '', '', 'Voilerie du Ponant')),
    ).toHaveLength(2)
  })

  it('takes no question that stands below it', () => {
    const rows = shown(line('Qualité', 'Gérante', 'Tél.', '02 98 44 11 22'), line('Courriel', 'a@b.example'))
    expect(rows).toHaveLength(2)
    expect(shown(line('Fonction', 'Gérante'), line('Téléphone'))).toHaveLength(2)
  })
})

describe('telephones of six and eight digits', () => {
  it.each<[string, string[], string[]]>([
    ['Tél. 25 12 34', ['NC', 'FR'], ['+687251234']],
    ['40.50.12.34', ['PF'], ['+68940501234']],
    ['25 12 34', ['FR', 'NC'], []],
    ['CHE-123.456.789', ['CH', 'FR'], []],
    ['BCE 0138.836.319', ['BE', 'FR'], []],
  ])('%s in %s', (text, countries, numbers) => {
    expect(phonesIn(text, countries).map(({ value }) => value)).toEqual(numbers)
  })
})
