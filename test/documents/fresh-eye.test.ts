import { describe, expect, it } from 'vitest'
import { aReading, readFields } from './a-reading.ts'

const read = (text: string): ReturnType<typeof readFields> => readFields(aReading(text))

describe('a person is no sentence and no structure', () => {
  it.each([
    [
      'Nous, dirigés par Inès Morel en tant que gérante, voulons rejoindre le réseau',
      'Inès Morel',
      'gérante',
    ],
    ['Nous soussignées, Mme Lia Fort et Mme Eva Fort, cogérantes, déclarons', 'Lia Fort', 'cogérantes'],
    ['Représentant légal : maria de la cruz', undefined, undefined],
    ['Représentant légal : paul simon', 'paul simon', undefined],
    ['Représentant légal : SPL Quais du Nord', undefined, undefined],
    ['Représentant légal : Institut Pasteur', undefined, undefined],
    ['Représentant légal : Ana de la Cruz', 'Ana de la Cruz', undefined],
  ])('%s', (text, person, role) => {
    const { representative, role: said } = read(text)
    expect([representative, said]).toEqual([person, role])
  })
})

it.each([
  ['Rennes, 3/10/2022', '2022-10-03'],
  ['Le Havre, ce mardi 4 octobre 2022', '2022-10-04'],
  ['Nice le 5 oct. 22', '2022-10-05'],
  ['Le 6 octobre 2022, à Saint-Malo', '2022-10-06'],
  ['Réunion du comité, salle 7/10/2022 B', undefined],
  ['Loyer le 5 du mois', undefined],
])('a head or a foot is dated: %s', (text, date) => {
  expect(read(text)['date']).toBe(date)
})

it.each([
  ['Nous voulons participer à la démarche, filière énergie.', 'energie'],
  ['Nous sommes intéressés par la filière énergie.', 'energie'],
  ['Nous allons participer au salon de la filière énergie.', ''],
])('a sector is applied for: %s', (text, sectors) => {
  expect(read(text).sectors).toBe(sectors)
})

describe('an address', () => {
  it('ends where boxes begin', () => {
    const text = 'Adresse : 3 rue Haute\n97470 Saint-Benoît\n☐ Numérique ☒ Énergie'
    expect(read(text)['postal_address']).toBe('3 rue Haute 97470 Saint-Benoît')
  })

  it('keeps the whole of its town', () => {
    const text = 'Notre atelier, PK 4 route du Fort, 97110 Pointe-à-Pitre, est neuf.'
    expect(read(text)['postal_address']).toBe('PK 4 route du Fort, 97110 Pointe-à-Pitre')
  })

  it('is more than a postcode', () => {
    expect(read('Code postal : 97600')['postal_address']).toBeUndefined()
  })
})
