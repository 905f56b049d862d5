import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, endingAtTown } from '../../src/documents/fields/addresses.ts'
import { theCall } from './the-call.ts'

describe('an address ends at its town', () => {
  it.each([
    [
      '8 rue de la Gare, 26400 Crest Personne chargée du suivi : Jeanne Blanc',
      '8 rue de la Gare, 26400 Crest',
    ],
    ['12 allée des Pins, 65100 Lourdes • Tél', '12 allée des Pins, 65100 Lourdes'],
    ['3 rue Haute, 59000 Lille N° de tél', '3 rue Haute, 59000 Lille'],
    ['PK 5, route de Cayenne, 97351 Matoury 7', 'PK 5, route de Cayenne, 97351 Matoury'],
    ['4 rue Basse, 29200 Brest et enregistrée sous le numéro 12', '4 rue Basse, 29200 Brest'],
  ])('%s', (written, address) => {
    expect(endingAtTown(written, theCall)).toBe(address)
  })

  it.each([
    '5 rue du Port, 97410 Saint-Pierre',
    '5 rue du Port, 84800 L’Isle sur la Sorgue',
    '1 place Royale, 38400 Saint Martin d’Hères',
    '7 quai Sud, 97420 Le Port Cedex 9',
    '97470 Saint-Benoît, 5 rue du Port',
    'Lieu-dit Les Ormes',
  ])('leaves %s whole', (address) => {
    expect(endingAtTown(address, theCall)).toBe(address)
  })

  it('is never longer than what was written, and begins as it does', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(text.startsWith(endingAtTown(text, theCall).slice(0, 5))).toBe(true)
        expect(endingAtTown(text, theCall).length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('whoever is written to', () => {
  it('is not the one who writes', () => {
    const letter = [
      'Madame la Directrice du développement',
      'Intercommunalité',
      '9 rue du Lac, 97410 Saint-Pierre',
    ]
    expect(addressesIn(letter, theCall)).toEqual([])
  })

  it('a greeting is no addressee', () => {
    const letter = ['Madame la Directrice,', 'Notre siège est au 9 rue du Lac, 97410 Saint-Pierre.']
    expect(addressesIn(letter, theCall)).toHaveLength(1)
  })
})
