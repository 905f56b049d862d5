import { describe, expect, it } from 'vitest'
import { dateAnswered, dateIn, placeAndDateIn } from '../../src/documents/fields/dates.ts'
import { withLetters } from '../../src/documents/identifiers/look-alikes.ts'
import { withoutSpecks } from '../../src/documents/text/recognised-lines.ts'

describe('a date that was misread', () => {
  it.each([
    ['16/1122', '2022-11-16'],
    ['16/112022', '2022-11-16'],
    ['1611/2022', '2022-11-16'],
    ['O3/11/2O22', '2022-11-03'],
    ['l4/11/2022', '2022-11-14'],
    ['08,11.2022', '2022-11-08'],
    ['8novembre2022', '2022-11-08'],
    ['1er nov.2022', '2022-11-01'],
  ])('« %s » is %s, where a date is asked for', (text, date) => expect(dateAnswered(text)).toBe(date))

  it.each([
    ['12 novernbre 2022', '2022-11-12'],
    ['3 dècembra 2022', '2022-12-03'],
    ['7 janvler 2023', '2023-01-07'],
    ['9 juilet 2022', '2022-07-09'],
  ])('« %s » is %s wherever it stands', (text, date) => expect(dateIn(text)).toBe(date))

  it.each(['16/1322', '99/1122', '12345/22', '1234 22'])('« %s » is none', (text) =>
    expect(dateAnswered(text)).toBeNull(),
  )

  it.each(['12 membres 2022', '24 mois 2022', '10 jours 2022', '3 maisons 2022'])(
    '« %s » names no month',
    (text) => expect(dateIn(text)).toBeNull(),
  )
})

it.each([
  'Fait le mardi 15 novembre 2022 à Rivière-Salée',
  'Le 15 novembre 2022, à Rivière-Salée',
  'Signé le 15/11/2022 à Rivière-Salée',
])('« %s » tells the day before the place', (text) => {
  expect(placeAndDateIn(text)).toMatchObject({ date: '2022-11-15', place: 'Rivière-Salée' })
})

it('is read behind its place as well', () => {
  expect(placeAndDateIn('Fait à Saint-Benoît, le l4.11.2022')?.date).toBe('2022-11-14')
})

describe('a person’s name that was misread', () => {
  it.each([
    ['0livier Hoarau', 'Olivier Hoarau'],
    ['Miche|e Payet', 'Michele Payet'],
    ['GU1DO PETIT', 'GUIDO PETIT'],
  ])('« %s » is %s', (read, name) => expect(withLetters(read)).toBe(name))

  it.each(['12 rue Neuve', 'le 10 mai', 'W9R1234567', 'A320', 'la loi', '4 lots'])(
    '« %s » stands',
    (text) => {
      expect(withLetters(text)).toBe(text)
    },
  )
})

describe('a label that was recognised with its marks', () => {
  const cells = (...lines: string[]) =>
    withoutSpecks([{ cells: [{ lines, left: 0, right: 100 }], continues: false }])[0]?.cells[0]?.lines

  it('has the space before its last word', () => {
    expect(cells('Document établile *')).toEqual(['Document établi le *'])
    expect(cells('Datédu')).toEqual(['Daté du'])
    expect(cells('Une aide')).toEqual(['Une aide'])
  })

  it('has no blot before it', () => {
    expect(cells('‘ Secrétaire générale')).toEqual(['Secrétaire générale'])
    expect(cells('Ana Petit ’')).toEqual(['Ana Petit'])
    expect(cells("L'Hermitte")).toEqual(["L'Hermitte"])
  })

  it('leaves the rest of a note mark, and no word of its own', () => {
    expect(cells('Fonction du signataire', 'si')).toEqual(['Fonction du signataire'])
    expect(cells('Fonction du', 'signataire')).toEqual(['Fonction du', 'signataire'])
    expect(cells('Commune de', 'Eu')).toEqual(['Commune de', 'Eu'])
  })

  it('has the point behind its number, whatever stands behind the label', () => {
    expect(cells('4, Responsable de l’organisme (nom et', 'prénom)')?.[0]).toMatch(/^4\. Responsable/)
    expect(cells('4, Impasse des Lilas')).toEqual(['4, Impasse des Lilas'])
  })
})
