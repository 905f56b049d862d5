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

describe('who speaks for a structure that is written of', () => {
  it.each([
    [
      'Pour et au nom de la SPL Quais Verts, sa directrice générale, Madame Ida Blin, souhaite participer.',
      'Ida Blin',
      'directrice générale',
    ],
    ['La SNC Le Fournil candidate. Son gérant, M. Luc Prat, a pouvoir de signer.', 'Luc Prat', 'gérant'],
    ['Nous remercions la commune, son maire, M. Luc Prat, et ses élus.', undefined, undefined],
    ['Je m’appelle Eva Sol et je tiens un atelier.', 'Eva Sol', undefined],
    [
      'La SARL Toile, dont je suis la gérante, candidate.\n\nEva Sol\n\nNice, le 3 mars 2022',
      'Eva Sol',
      'gérante',
    ],
    ['Pour l’entreprise, sa gérante\nEva Sol', 'Eva Sol', 'gérante'],
  ])('%s', (text, person, role) => {
    const { representative, role: said } = read(text)
    expect([representative, said]).toEqual([person, role])
  })
})

it.each([
  [
    'La Fédération des tisserands, dont le siège est à Nantes, se porte candidate.',
    'Fédération des tisserands',
  ],
  ['La Fédération des tisserands, dont le siège est à Nantes, nous soutient.', undefined],
  ['Notre coopérative, Les Genêts, souhaite participer.', 'Les Genêts'],
  ['Notre coopérative, créée à Nantes, souhaite participer.', undefined],
])('a structure is named: %s', (text, name) => {
  expect(read(text)['name']).toBe(name)
})

describe('what stands right behind a contact is the contact’s', () => {
  const own = 'Téléphone : 0262 59 77 87\nCourriel : a@toile.re'

  it('and never above the structure’s own', () => {
    const contact =
      'Personne à contacter : Jo Blin\nFonction : assistant\nPortable : 0692 97 45 74\nMél : jo@toile.re'
    const asked = `${contact}\nNom de la structure : Toile\n${own}`
    expect(read(asked)).toMatchObject({ phone: '+262262597787', email: 'a@toile.re' })
    expect(read(`${own}\n${contact}`)).toMatchObject({ phone: '+262262597787', email: 'a@toile.re' })
  })

  it('and is used where there is no other', () => {
    expect(read('Contact : Jo Blin\nTél. : 0692 97 45 74')['phone']).toBe('+262692974574')
  })
})
