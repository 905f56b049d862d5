import { describe, expect, it } from 'vitest'
import { dateIn } from '../../src/documents/fields/dates.ts'
import { aReading, readFields, rolesOf } from './a-reading.ts'

const LETTERS = [
  [
    'English',
    'Dear Ms Day,\nWe, the undersigned Ada Moss, Chairwoman of Moss Timber Ltd, hereby submit our expression of interest.\nYours faithfully',
    'Ada Moss',
    'Chairwoman',
  ],
  [
    'English, told of',
    'Moss Timber Ltd, represented by its managing director Ada Moss, wishes to take part in your programme.',
    'Ada Moss',
    'managing director',
  ],
  [
    'German',
    'Sehr geehrte Frau Tag,\nhiermit erklärt die Moos Holzbau GmbH, vertreten durch die Geschäftsführerin Ada Moos, ihr Interesse.',
    'Ada Moos',
    'Geschäftsführerin',
  ],
  [
    'Dutch',
    'Geachte mevrouw Dag,\nOndergetekende, Ada Mos, zaakvoerder van Mos Hout BV, stelt zich graag kandidaat.',
    'Ada Mos',
    'zaakvoerder',
  ],
  [
    'Spanish',
    'Estimada señora:\nLa abajo firmante, Ada Musgo, administradora de Maderas Musgo, S.L., manifiesta su firme interés en participar.',
    'Ada Musgo',
    'administradora',
  ],
  [
    'Italian',
    'Gentile signora,\nla sottoscritta Ada Muschi, in qualità di legale rappresentante di Muschi S.p.A., manifesta il proprio interesse.',
    'Ada Muschi',
    'legale rappresentante',
  ],
  [
    'Portuguese',
    'A empresa Musgo Lda, representada pela gerente Ada Musgo, manifesta o seu interesse em participar.',
    'Ada Musgo',
    'gerente',
  ],
] as const

describe('a letter that applies in another language', () => {
  it.each(LETTERS)('is one: %s', (_, text, person, role) => {
    expect(rolesOf(aReading(text))).toContain('letter')
    const read = readFields(aReading(text))
    expect([read['representative'], read['role']]).toEqual([person, role])
  })

  it.each([
    'Dear Sir,\nI am writing to apply for the position of engineer in your department. My CV is enclosed.\nYours faithfully',
    'Sehr geehrte Damen und Herren,\nhiermit bewerbe ich mich um die Stelle als Ingenieurin.\nMit freundlichen Grüßen',
    'Dear Ms Day,\nplease pay our invoice of last month.\nKind regards',
    'Estimada señora:\nle enviamos nuestra factura de mayo.\nAtentamente',
  ])('is none: %s', (text) => {
    expect(rolesOf(aReading(text))).not.toContain('letter')
  })
})

it.each([
  ['14 November 2022', '2022-11-14'],
  ['March 3rd, 2023', '2023-03-03'],
  ['den 7. Dezember 2022', '2022-12-07'],
  ['9 maart 2023', '2023-03-09'],
  ['a 2 de enero de 2023', '2023-01-02'],
  ['5 luglio 2023', '2023-07-05'],
  ['6 de março de 2023', '2023-03-06'],
  ['14 members 2022', null],
])('a day is named in other languages: %s', (text, date) => {
  expect(dateIn(text)).toBe(date)
})
