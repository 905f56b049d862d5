import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { aReading, readFields } from './a-reading.ts'
import { theCall } from './the-call.ts'

describe('a structure is named', () => {
  it.each<[text: string, name: string, form: string | undefined]>([
    [
      'Je soussignée Éva Roy, présidente du conseil d’administration de Terre Noire, déclare',
      'Terre Noire',
      undefined,
    ],
    [
      'gérant de la société à responsabilité limitée Toiles du Nord, dont le siège est à Lens',
      'Toiles du Nord',
      'SARL',
    ],
    ['Les Toiles du Nord – SAS au capital de 10 000 €', 'Les Toiles du Nord', 'SAS'],
    ['Toiles du Nord, société coopérative, souhaite participer', 'Toiles du Nord', 'coopérative'],
    ['trésorière de Trait de Mer Bleue, déclare', 'Trait de Mer Bleue', undefined],
    ['Toiles du Nord (SASU, 3 rue Haute)', 'Toiles du Nord', 'SASU'],
    ['Toiles du Nord, SCIC SARL à capital variable', 'Toiles du Nord', 'SCIC'],
    ['Le groupement « Agri Nord » (GIE) répond', 'Agri Nord', 'GIE'],
    ['Toiles du Nord\nSARL\n3 rue Haute', 'Toiles du Nord', 'SARL'],
    ['Fédération régionale des tisserands\n3 rue Haute', 'Fédération régionale des tisserands', undefined],
    [
      'Je représente la Fédération régionale des tisserands, à Lens.',
      'Fédération régionale des tisserands',
      undefined,
    ],
    ['Notre association Fil Rouge veut participer', 'Fil Rouge', 'association'],
    ['Toiles du Nord se porte candidate', 'Toiles du Nord', undefined],
  ])('%s', (text, name, form) => {
    const read = readFields(aReading(text))
    expect([read['name'], read['legal_form']]).toEqual([name, form])
  })

  it.each([
    'Monsieur le Président de Grand Lac,',
    'Madame la Directrice de Nantes Développement,',
    'Nous travaillons avec la société Bois Blanc depuis dix ans.',
    'Marie Roux, présidente, souhaite vous rencontrer',
    'Notre société, née en 1990, tisse des toiles.',
    'SAS au capital de 10 000 €',
    'Sa présentation et son projet',
  ])('and is not by « %s »', (text) => {
    expect(readFields(aReading(text))['name']).toBeUndefined()
  })
})

describe('a person is who speaks for it', () => {
  it('whoever is to be asked about the project', () => {
    const form =
      'Personne à contacter : Jo Blin, assistant\nReprésentant légal : Ana Petit\nFonction : gérante'
    expect(readFields(aReading(form))).toMatchObject({ representative: 'Ana Petit', role: 'gérante' })
    const turned = 'Représentant légal : Ana Petit\nFonction : gérante\nInterlocuteur : Jo Blin, assistant'
    expect(readFields(aReading(turned))).toMatchObject({ representative: 'Ana Petit', role: 'gérante' })
  })

  it('a contact whose role leads is', () => {
    expect(readFields(aReading('Contact : Ana Petit, gérante'))['representative']).toBe('Ana Petit')
    expect(readFields(aReading('Contact : Jo Blin, assistant'))['representative']).toBeUndefined()
  })

  it('and no structure that swears', () => {
    const text =
      'Nous, soussignés, Ateliers Dupré, SARL, représentés par leur directrice Mme Ida Klein, déclarons'
    const { name, representative, role } = readFields(aReading(text))
    expect([name, representative, role]).toEqual(['Ateliers Dupré', 'Ida Klein', 'directrice'])
  })
})

it('a telephone that no plan knows is kept behind its label only', () => {
  expect(readFields(aReading('Téléphone : 0693 29 11 22'))['phone']).toBe('0693291122')
  expect(readFields(aReading('Facture 0693 29 11 22 du mois'))['phone']).toBeUndefined()
})

it('29 February is a date in leap years', () => {
  expect(readFields(aReading('Date : 29/02/2022'))['date']).toBeUndefined()
  expect(readFields(aReading('Date : 29/02/2024'))['date']).toBe('2024-02-29')
})

it.each([
  ['N° SIRET\n7\t3\t2\t8\t2\t9\t3\t2\t0\t0\t0\t0\t7\t4', '73282932000074'],
  ['N° SIRET\t7\t3\t2\t8\t2\t9\t3\t2\t0\t0\t0\t0\t7\t4', '73282932000074'],
  ['N° SIRET\t732\t829\t320\t00074', '73282932000074'],
])('a comb is one value: %s', (text, siret) => {
  expect(readFields(aReading(text))['siret']).toBe(siret)
})

it('a wide letter that leaves no gap to the next box of a comb stands in two boxes all the same', () => {
  expect(readFields(aReading('N° RNA\nW 4\t4\t7\t8\t6\t5\t4\t9\t3'))['rna']).toBe('W447865493')
  expect(readFields(aReading('N° RNA\nWa 4\t4\t7\t8\t6\t5\t4\t9\t3'))['rna']).toBeUndefined()
})

describe('a number that was broken with its line', () => {
  const foot = 'Toile et Fil — SARL — 4 rue Neuve, 29200 Brest — N° SIRET : 732 829 320 00074 —'

  it('is read across the two', () => {
    expect(readFields(aReading(`${foot} +33\n2 98 44 11 22 — bureau@toile.example`))['phone']).toBe(
      '+33298441122',
    )
    const broken = foot.replace(' 00074 —', '\n00074 —')
    expect(readFields(aReading(broken))['siret']).toBe('73282932000074')
  })

  it('is none where the line above had room, or ends with another word', () => {
    expect(readFields(aReading('Page 33\n2 98 44 11 22'))['phone']).toBeUndefined()
    expect(readFields(aReading(`${foot} fin\n2 98 44 11 22`))['phone']).toBeUndefined()
  })
})

it('what stands behind a number on the next line is no part of it: the page is not misread', () => {
  const letter = 'SIRET : 732 829 320 00074\n112 chemin des Dames, 29200 Brest'
  const told = fieldsOf('p', aReading(letter), theCall).filter(({ kind }) => kind === 'siret')
  expect(told.map(({ value }) => value)).toEqual(['73282932000074'])
  const misread = fieldsOf('p', aReading('Le SIRET 732 829 320 00075 est le nôtre'), theCall)
  expect(misread.find(({ kind }) => kind === 'siret')?.confidence).toBeLessThan(0.5)
})

it('the sign behind a legal form may touch it', () => {
  const head = (line: string): string | undefined => readFields(aReading(line))['legal_form']
  expect(head('SARL- RIDET : 5 861 010.001\n40 passage du Nord')).toBe('SARL')
  expect(head('Ponant- RIDET : 5 861 010.001\n40 passage du Nord')).toBeUndefined()
})
