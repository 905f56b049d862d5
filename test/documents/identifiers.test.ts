import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/base/text-gate.ts'
import {
  emailsIn,
  isBeingRegistered,
  isSiren,
  isSiret,
  luhn,
  rnaIn,
  sirenIn,
  siretIn,
  siretsIn,
} from '../../src/documents/identifiers/identifiers.ts'
import { phonesIn } from '../../src/documents/identifiers/phones.ts'

describe('SIREN and SIRET', () => {
  it('satisfy Luhn', () => {
    expect(isSiren('732829320')).toBe(true)
    expect(isSiret('73282932000074')).toBe(true)
    expect(isSiret('73282932000075')).toBe(false)
    expect(isSiret('00000000000000')).toBe(false)
  })

  it('of La Poste may satisfy the sum of digits instead', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
  })

  it.each([
    ['732 829 320 00074'],
    ['732\u00a0829\u202f320\u00a000074'],
    ['732.829.320.00074'],
    ['|7|3|2|8|2|9|3|2|0|0|0|0|7|4|'],
    ['7 3 2 8 2 9 3 2 0 0 0 0 7 4'],
    ['732 829 32O OOO74'],
    ['73282932000074 (siège)'],
  ])('is read in %s', (written) => {
    expect(siretIn(plainText(written))).toMatchObject({ value: '73282932000074', sound: true })
  })

  it('is given, as unsound, when its check fails', () => {
    expect(siretIn('123 456 789 00012')).toMatchObject({ value: '12345678900012', sound: false })
  })

  it('is not found in words or telephones', () => {
    expect(siretIn('la société SOLEIL DE BOURBON')).toBeNull()
    expect(sirenIn('0692 12 34 56')).toBeNull()
    expect(siretsIn('0262 59 77 87 / 0692 97 45 74')).toEqual([])
  })

  it('reads the SIREN of a register entry', () => {
    expect(sirenIn('RCS Saint-Denis 732 829 320')).toMatchObject({ value: '732829320', sound: true })
  })

  it('may be on its way', () => {
    expect(isBeingRegistered('En cours d’immatriculation')).toBe(true)
    expect(isBeingRegistered('732 829 320 00074')).toBe(false)
  })

  it('finds one wrong digit, always', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (head, position, shift) => {
        const check = [...Array(10).keys()].find((digit) => luhn([...head, digit].join('')))
        const sound = [...head, check ?? 0]
        const wrong = sound.map((digit, index) => (index === position ? (digit + shift) % 10 : digit))
        return luhn(sound.join('')) && !luhn(wrong.join(''))
      }),
    )
  })
})

describe('RNA', () => {
  it.each(['W9R1011072', 'W9R2011523', 'w9r1000088', 'W 9R2 004476', 'W751234567', 'W2A1000123'])(
    '%s is sound',
    (number) => {
      expect(rnaIn(`n° RNA : ${number}`)?.sound).toBe(true)
    },
  )

  it('is given in capitals without spaces', () => {
    expect(rnaIn('W 9R2 004476')?.value).toBe('W9R2004476')
    expect(rnaIn('Wagon 123')).toBeNull()
  })
})

describe('telephones', () => {
  it.each([
    ['0262 59 77 87', '+262262597787'],
    ['0692.97.45.74', '+262692974574'],
    ['06 93 12 34 56', '+262693123456'],
    ['+262 (0)692 97 45 74', '+262692974574'],
    ['00262 692 97 45 74', '+262692974574'],
    ['+33 692 97 45 74', '+262692974574'],
    ['06 12 34 56 78', '+33612345678'],
    ['01.42.34.56.78', '+33142345678'],
    ['97470', null],
    ['732 829 320', null],
  ])('%s is %s', (written, expected) => {
    expect(phonesIn(written)[0]?.value ?? null).toBe(expected)
  })

  it('may be two in one field', () => {
    expect(phonesIn('0262 59 77 87 / 0692 97 45 74').map((phone) => phone.value)).toEqual([
      '+262262597787',
      '+262692974574',
    ])
  })
})

describe('e-mail addresses', () => {
  it.each([
    ['Mél : jean.payet@Exemple.RE', 'jean.payet@exemple.re'],
    ['contact (at) exemple.re', 'contact@exemple.re'],
    ['contact @ exemple.re', 'contact@exemple.re'],
  ])('are read in %s', (written, expected) => {
    expect(emailsIn(written)[0]?.value).toBe(expected)
  })
})

it('nothing throws on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const find of [siretIn, sirenIn, rnaIn, phonesIn, emailsIn, siretsIn]) find(text)
    }),
  )
})
