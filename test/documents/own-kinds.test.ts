import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import { OwnKind } from '../../src/call/own-kind.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { holds } from '../../src/documents/identifiers/checks.ts'
import { linesOfText } from '../../src/documents/text/page.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { aReading } from './a-reading.ts'

const { call } = readCall(resolve(import.meta.dirname, '../../config/calls/examples/residence-artistes.yaml'))

function read(text: string, own: Call = call) {
  const fields = fieldsOf('d.pdf', aReading('', { pages: [{ number: 1, lines: linesOfText(text) }] }), own)
  return (kind: string) =>
    fields.filter((field) => field.kind === kind).map(({ value, confidence }) => [value, confidence >= 0.5])
}

const withKinds = (...kinds: readonly (Partial<OwnKind> & { id: string })[]): Call => ({
  ...call,
  kinds: kinds.map((kind) => OwnKind.parse({ label: kind.id, ...kind })),
})

describe('a fact that only this call asks for', () => {
  it.each([
    ['behind its label', 'Coût total : 6 500,50 €', '6500.5'],
    ['in thousands', 'Coût du projet : 8 k€', '8000'],
    ['in the cell beside', 'Coût du projet\t12.000 €', '12000'],
    ['below its label', 'Coût du projet :\n7 200 euros', '7200'],
    ['after a number and a remark', '4) Coût du projet (TTC) = 900', '900'],
  ])('is an amount %s', (_, text, value) => {
    expect(read(text)('cout')).toEqual([[value, true]])
  })

  it('is an age, or what a date of birth makes it on the last day of the call', () => {
    expect(read('Âge : 27 ans')('age')).toEqual([['27', true]])
    expect(read('Né le : 15 septembre 1990')('age')).toEqual([['36', true]])
    expect(read('Date de naissance : 16/09/1990')('age')).toEqual([['35', true]])
    expect(read('Âge : voir ci-joint')('age')).toEqual([])
    expect(read('Âge : 20')('age')).toEqual([['20', true]])
    expect(read('Âge : ....')('age')).toEqual([])
  })

  it('is not the next question of the form, whoever asks for it', () => {
    const asks = withKinds(
      { id: 'title', labels: ['Titre de l’idée'], type: 'text' },
      { id: 'place', labels: ['Lieu concerné'], type: 'text' },
    )
    const empty = 'Titre de l’idée : ..........\nLieu concerné : ..........\nAdresse : ..........'
    expect([read(empty, asks)('title'), read(empty, asks)('place')]).toEqual([[], []])
    const below = 'Titre de l’idée :\nUn lieu concerné par le bruit\nLieu concerné :\nPlace du Puits'
    expect(read(below, asks)('title')).toEqual([['Un lieu concerné par le bruit', true]])
    expect(read(below, asks)('place')).toEqual([['Place du Puits', true]])
  })

  it('is a number that proves itself behind its label or anywhere, and unsure where its key refuses it', () => {
    expect(read('N° d’entreprise : BE 0403.170.701')('bce')).toEqual([['BE0403170701', true]])
    expect(read('Atelier inscrit sous le 0403 170 701 à Gand')('bce')).toEqual([['0403170701', true]])
    expect(read('N° d’entreprise : BE 0403.170.702')('bce')).toEqual([['BE0403170702', false]])
    expect(read('Commande 0403 170 702 livrée')('bce')).toEqual([])
  })

  it('is a number by its pattern alone only behind its label', () => {
    const neq = withKinds({
      id: 'neq',
      labels: ['NEQ', 'Numéro d’entreprise du Québec'],
      pattern: '(?:11|2[2-4]|88)\\d{8}',
    })
    expect(read('NEQ : 1142345678', neq)('neq')).toEqual([['1142345678', true]])
    expect(read('NEQ\n2242345678', neq)('neq')).toEqual([['2242345678', true]])
    expect(read('Téléphone : 1142345678', neq)('neq')).toEqual([])
    expect(read('NEQ : 9942345678', neq)('neq')).toEqual([['9942345678', false]])
  })

  it('is never the next question, a row of dots, or another label that begins alike', () => {
    const own = withKinds(
      { id: 'titre', labels: ['Titre'] },
      { id: 'debut', labels: ['Début'], type: 'date' },
    )
    expect(read('Titre :\nTéléphone : 06 11 22 33 44', own)('titre')).toEqual([])
    expect(read('Titre : ..........', own)('titre')).toEqual([])
    expect(read('Titres obtenus : deux', own)('titre')).toEqual([])
    expect(read('Début : 1er avril 2026', own)('debut')).toEqual([['2026-04-01', true]])
  })
})

describe('the key of a number', () => {
  it.each([
    ['mod97', '0403170701', '0403170702'],
    ['mod11', 'CHE116281710', 'CHE116281711'],
    ['iban', 'BE68539007547034', 'BE68539007547035'],
    ['luhn', '732829320', '732829321'],
  ] as const)('%s holds for its example and not beside it', (check, right, wrong) => {
    expect([holds(check, right), holds(check, wrong)]).toEqual([true, false])
  })

  it('refuses any single digit that was mistaken', () => {
    const numbers = [
      ['mod97', '0403170701'],
      ['iban', 'BE68539007547034'],
      ['luhn', '732829320'],
    ] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ([check, number], at, by) => {
          const digits = [...number].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []))
          const index = digits[at % digits.length] ?? 0
          const other = `${number.slice(0, index)}${(Number(number[index]) + by) % 10}${number.slice(index + 1)}`
          expect(holds(check, other)).toBe(false)
        },
      ),
    )
  })
})
