import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findPassage, passageOf } from '../../src/documents/text/passage.ts'

/** What is found, as it stands there. */
function found(text: string, value: string, extract: string): string | null {
  const place = findPassage(text, passageOf(value, extract))
  return place === null ? null : text.slice(place.first, place.end)
}

it('a value is found in its extract, whatever blanks, case, accents and punctuation do', () => {
  const page = 'Dénomination : SARL Bois Rouge\nN° SIRET :\t811 100\u00a0023 00019\nTél. 0262 50 11 22'
  expect(found(page, '81110002300019', 'N° SIRET : 811 100 023 00019')).toBe('811 100\u00a0023 00019')
  expect(found(page, 'SARL BOIS ROUGE', 'denomination : sarl bois rouge')).toBe('SARL Bois Rouge')
})

it('a value that was read in another shape is marked as it stands: what is behind the label', () => {
  expect(found('Téléphone : 0262 50 11 22', '+262262501122', 'Téléphone : 0262 50 11 22')).toBe(
    '0262 50 11 22',
  )
})

it('of a value that stands twice the one behind its label is marked', () => {
  const page = 'Contact : Aude Payet\nReprésentant légal (prénom, nom)\nAude Payet\nSignature : Aude Payet'
  const place = findPassage(page, passageOf('Aude Payet', 'Représentant légal (prénom, nom) : Aude Payet'))
  expect(place?.first).toBe(page.indexOf('\nAude') + 1)
  const apart = findPassage(page, passageOf('Aude Payet', 'Signature, nom : Aude Payet'))
  expect(page.slice(apart?.first, apart?.end)).toBe('Aude Payet')
})

it('of an answer that is broken up the longest run of its words is marked, if that is a good part of it', () => {
  const page = 'Adresse 12 rue des Filaos Tél. 0262 50 11 22\n97400 Saint-Denis'
  expect(
    found(page, '12 rue des Filaos, 97400 Saint-Denis', 'Adresse : 12 rue des Filaos 97400 Saint-Denis'),
  ).toBe('12 rue des Filaos')
  expect(found('Association culturelle', 'Association Bois Rouge', 'Association Bois Rouge')).toBeNull()
  expect(found(page, '12 allée des Letchis', 'Adresse : 12 allée des Letchis')).toBeNull()
})

it('a part of a word, a label alone or two signs are no place', () => {
  expect(found('Les Boisrouges', 'Bois', 'Bois')).toBeNull()
  expect(found('Raison sociale :', 'Bois Rouge', 'Raison sociale : Bois Rouge')).toBeNull()
  expect(found('Lot 12, lot 3', '3', '3')).toBeNull()
  expect(found('', '', '')).toBeNull()
})

it('of any text and any passage: a place in the text, or none', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '\u0301', '.', ' : ', 'œ', 'ﬁ', '\n', '7', '-'),
      maxLength: 300,
    }),
  )
  fc.assert(
    fc.property(strange, strange, strange, (text, value, extract) => {
      const place = findPassage(`${text} ${extract}`, passageOf(value, extract))
      if (place === null) return
      expect(place.first).toBeGreaterThanOrEqual(0)
      expect(place.first).toBeLessThan(place.end)
      expect(place.end).toBeLessThanOrEqual(text.length + 1 + extract.length)
    }),
    { numRuns: 500 },
  )
})

it('texts that repeat themselves are given up, not searched for ever', () => {
  const words = Array.from({ length: 60 }, () => 'a'.repeat(32)).join(' ')
  expect(found('a'.repeat(100_000), `${'a'.repeat(1_999)}b`, `${words}b`)).toBeNull()
})
