import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateAnswered } from '../../src/documents/fields/dates.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { legalFormNamed } from '../../src/documents/fields/legal-forms.ts'
import { roleAnswered } from '../../src/documents/fields/persons.ts'
import { sectorsChosen } from '../../src/documents/fields/sectors.ts'
import { withDigits, withNought } from '../../src/documents/identifiers/look-alikes.ts'
import { phonesAnswered } from '../../src/documents/identifiers/phones.ts'
import { type Cell, type Page, pagesOfText } from '../../src/documents/text/page.ts'
import { splitAtLabels } from '../../src/documents/text/split-labels.ts'
import { aReading, readFields } from './a-reading.ts'
import { theCall } from './the-call.ts'

function best(text: string): Record<string, string> {
  const told: Record<string, string> = {}
  const found = fieldsOf('p', aReading('', { pages: pagesOfText(text) }), theCall)
  for (const { kind, value, confidence } of found) if (confidence >= 0.5) told[kind] ??= value
  return told
}

describe('a form', () => {
  const ABOVE = [
    ['Nom de la structure', 'Vert & Bleu'],
    ['Réseau auquel est affiliée votre association', 'Réseau national des ateliers'],
    ['Forme juridique', 'Société en nom collectif'],
    ['Représentant légal', 'Ana Petit'],
    ['Fonction', 'Directrice de la coopérative'],
    ['Adresse', '3 rue Haute, 29200 Brest'],
    ['Montant de l’aide demandée', '45 000 €'],
    ['Courriel', 'ana@vert.example'],
  ]

  it('answers where it asks: what its words seem to name is less sure', () => {
    const told = best(ABOVE.map((pair) => pair.join('\n')).join('\n'))
    expect(told).toMatchObject({ name: 'Vert & Bleu', role: 'Directrice de la coopérative' })
    expect(told['postal_address']).toBe('3 rue Haute, 29200 Brest')
  })

  it('prints what may be chosen: of a list whose boxes were drawn the first is no answer', () => {
    const menu = 'Filière choisie\nLe numérique\nL’énergie\nLa logistique\nL’environnement'
    expect(best(menu)['sector']).toBeUndefined()
    expect(best('Filière choisie\nLe numérique\nDate : 14 novembre 2022')['sector']).toBe('numerique')
    expect(best('Filière choisie\nLe numérique\nL’énergie')['sector']).toBe('numerique')
    expect(best('Filière choisie\n☐ Le numérique\n☒ L’énergie\n☐ La logistique')['sector']).toBe('energie')
  })

  it('that is a sentence names for whom it is signed', () => {
    const sworn = [
      'Je, soussigné·e : Ana Petit',
      'agissant en qualité de : Présidente',
      'représentante légale de la structure : Les Ateliers',
    ]
    expect(best(sworn.join('\n'))).toMatchObject({
      name: 'Les Ateliers',
      representative: 'Ana Petit',
      role: 'Présidente',
    })
    expect(best('Représentant légal de la structure : Ana Petit')).toMatchObject({
      representative: 'Ana Petit',
    })
  })

  it('asks for the role of a person better than the label of their name says it', () => {
    expect(best('Nom et prénom du gérant : Ana Petit\nFonction : Secrétaire générale')['role']).toBe(
      'Secrétaire générale',
    )
    expect(best('Nom et prénom du gérant : Ana Petit')['role']).toBe('gérant')
  })

  it('has labels of more words than a colon usually ends', () => {
    const whole = 'Personne physique ayant le pouvoir d’engager le candidat : Ana Petit'
    expect(splitAtLabels(whole)).toEqual([whole])
    expect(splitAtLabels('Tél. : 02 Courriel : a@b.example')).toHaveLength(2)
    expect(splitAtLabels('1. Nom : Toile 6. Adresse : 3 rue')).toEqual([
      '1. Nom : Toile',
      '6. Adresse : 3 rue',
    ])
    expect(splitAtLabels('Nom : Studio 6 Adresse : 3 rue')).toEqual(['Nom : Studio 6', 'Adresse : 3 rue'])
  })
})

describe('what an answer says', () => {
  it.each([
    ['Société à responsabilité limitée (SRL)', 'SRL'],
    ['SCIC (SARL)', 'SCIC'],
    ['S.A.S. (société par actions simplifiée)', 'SAS'],
  ])('%s is %s', (text, form) => expect(legalFormNamed(text)).toBe(form))

  it.each([
    ['Directrice de la coopérative', 'Directrice de la coopérative'],
    ['DIRECTRICE DE L’ASSOCIATION', 'DIRECTRICE DE L’ASSOCIATION'],
    ['gérante de la société Toile', 'gérante'],
  ])('%s is the role %s', (text, role) => expect(roleAnswered(text)).toBe(role))

  it.each([
    ['1/11 2022', '2022-11-01'],
    ['ler nov, 2022', '2022-11-01'],
    ['1O/11/2022', '2022-11-10'],
    ['1 11 2022', null],
    ['12 2022', null],
  ])('%s is the date %s', (text, date) => expect(dateAnswered(text)).toBe(date))

  it.each([
    ['40 50 30 52', '40503052'],
    ['44.42.30', '444230'],
    ['40 50 30', '405030'],
  ])('%s is a telephone of elsewhere, kept as it is written', (text, value) => {
    expect(phonesAnswered(text, ['RE', 'YT', 'FR'])).toEqual([{ text, value, sound: false }])
  })

  it('is the sector from which a letter differs, and no other word', () => {
    expect(sectorsChosen('Agroalimentalre', theCall)).toEqual(['agroalimentaire'])
    expect(sectorsChosen('Tourisme', theCall)).toEqual([])
  })

  it('keeps its words: only what touches digits is a digit', () => {
    expect(withDigits('O475 26 2l 11')).toBe('0475 26 21 11')
    const words = fc
      .stringMatching(/^[A-Za-zéèà ]{0,40}$/)
      .filter((text) => !/(?<!\p{L})l(?=er\b)/u.test(text))
    fc.assert(fc.property(words, (text) => withDigits(text) === text))
  })
})

describe('a telephone whose first nought was read as a letter', () => {
  it('is read where the plan of numbers knows it', () => {
    expect(withNought('N475 26 21 11')).toBe('0475 26 21 11')
    expect(readFields(aReading('Téléphone : N2 98 44 11 22'))['phone']).toBe('+33298441122')
    expect(readFields(aReading('Téléphone : J2 62 10 11'))['phone']).toBeUndefined()
  })

  it('is none where a word ends before it', () => {
    expect(withNought('Bureau 298 44 11 22')).toBe('Bureau 298 44 11 22')
    expect(readFields(aReading('Référence N2 98 44 11 22'))['phone']).toBeUndefined()
  })
})

describe('an answer below its label, beside another column', () => {
  const at = (text: string, left: number, right: number): Cell => ({ lines: [text], left, right })
  const page = (...lines: Cell[][]): Page => ({
    number: 1,
    lines: lines.map((cells) => ({ cells, continues: false })),
  })
  const label = at('Nom et prénom du représentant légal :', 50, 270)

  it('is what stands in its own column', () => {
    const lines = page([label], [at('contact@toile.example', 300, 420)], [at('Camille Perrin', 50, 140)])
    expect(readFields(aReading('', { pages: [lines] }))['representative']).toBe('Camille Perrin')
  })

  it.each([
    ['nothing', []],
    ['the next question', [[at('Téléphone', 50, 120)]]],
  ])('may stand further right where %s stands below', (_, more) => {
    const lines = page([at('Représentant légal', 50, 150)], [at('Camille Perrin', 180, 260)], ...more)
    expect(readFields(aReading('', { pages: [lines] }))['representative']).toBe('Camille Perrin')
  })
})

describe('a contact who has an office', () => {
  const contact = 'Interlocuteur pour ce dossier : Hugo Técher (secrétaire)'

  it('is not the representative where another is asked for and named, in either order', () => {
    expect(best(`${contact}\nPrésident ou présidente : Nadia Grondin`)['representative']).toBe(
      'Nadia Grondin',
    )
    expect(best(`Présidente : Nadia Grondin\n${contact}`)['representative']).toBe('Nadia Grondin')
  })

  it('is where nobody else is', () => {
    expect(best(contact)).toMatchObject({ representative: 'Hugo Técher', role: 'secrétaire' })
  })
})
