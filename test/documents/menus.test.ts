import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

const SECTORS = theCall.sectors.map(({ label }) => label)
const IDS = theCall.sectors.map(({ id }) => id)

/** The sectors that a form chooses in these lines, those that a person has to verify with « ? ». */
function chosen(lines: string): string {
  const text = `Formulaire de candidature\nNom de la structure : SARL Bois Rouge\n${lines}\nFait à Saint-André`
  const found = fieldsOf('form', aReading(text), theCall).filter(({ kind }) => kind === 'sector')
  const told = found.map(({ value, confidence }) => (confidence < WEIGHTS.usable ? `${value}?` : value))
  return told.toSorted().join(' ')
}

/** A list of all sectors, each as `shown` shows it; the one of this number is chosen. */
const listed = (at: number, shown: (label: string, isChosen: boolean) => string, between = '\n'): string =>
  SECTORS.map((label, index) => shown(label, index === at)).join(between)

/** Ways in which forms are filled; `-1` chooses none. */
const LAYOUTS: Readonly<Record<string, (at: number) => string>> = {
  'boxes before': (at) => `Filière choisie :\n${listed(at, (one, is) => `${is ? '☒' : '☐'} ${one}`)}`,
  'boxes behind': (at) => `Filière choisie :\n${listed(at, (one, is) => `${one} ${is ? '[x]' : '[ ]'}`)}`,
  'boxes in cells of one line': (at) => listed(at, (one, is) => `${is ? '☒' : '☐'}\t${one}`, '\t'),
  'boxes behind, in cells of one line': (at) => listed(at, (one, is) => `${one}\t${is ? '☒' : '☐'}`, '\t'),
  'a table, yes or no': (at) =>
    `Filière\tCandidat\n${listed(at, (one, is) => `${one}\t${is ? 'oui' : 'non'}`)}`,
  'a table, yes or no to tick': (at) =>
    `Filière\n${listed(at, (one, is) => `${one}\t${is ? '☒ oui ☐ non' : '☐ oui ☒ non'}`)}`,
  'two columns, yes first': (at) =>
    `Filière\tOui\tNon\n${listed(at, (one, is) => `${one}\t${is ? '☒\t☐' : '☐\t☒'}`)}`,
  'two columns, no first': (at) =>
    `Filière\tNon\tOui\n${listed(at, (one, is) => `${one}\t${is ? '☐\t☒' : '☒\t☐'}`)}`,
  'a word behind a colon': (at) => listed(at, (one, is) => `${one} : ${is ? 'oui' : 'non'}`),
  'one line, yes or no': (at) =>
    `Filière : ${listed(at, (one, is) => `${one} ${is ? 'oui' : 'non'}`, ' / ')}`,
  'typed letters for boxes': (at) => `Filière : ${listed(at, (one, is) => `${is ? 'x' : 'o'} ${one}`, ' ')}`,
  'typed letters, set apart': (at) =>
    `Filière : ${listed(at, (one, is) => `${is ? 'x' : 'o'} ${one}`, '   ')}`,
  'an arrow before one': (at) => `Filière :\n${listed(at, (one, is) => (is ? `→ ${one}` : one))}`,
  'an arrow of signs before one': (at) => `Filière :\n${listed(at, (one, is) => (is ? `==> ${one}` : one))}`,
  'an arrow behind one': (at) => `Filière :\n${listed(at, (one, is) => (is ? `${one} <--` : one))}`,
  'a cross in the next cell': (at) => `Filière :\n${listed(at, (one, is) => (is ? `${one}\tX` : one))}`,
}

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  it('the marked one is chosen, whichever it is', () => {
    fc.assert(
      fc.property(fc.nat({ max: SECTORS.length - 1 }), (at) => {
        expect(chosen(layout(at))).toBe(IDS[at])
      }),
    )
  })

  it('without a mark none is, nor the first', () => {
    expect(chosen(layout(-1))).toBe('')
  })
})

describe('a printed list is no answer', () => {
  it.each([
    ['side by side under its label', `Filière choisie :\n${SECTORS.join('\t')}`],
    ['beside its label', `Filière choisie\t${SECTORS.join('\t')}`],
    ['shortened', 'Filière :\tNumérique\tÉnergie\tLogistique\tAgroalim.\tEnviron.'],
    ['three of them', `Filière choisie :\n${SECTORS.slice(0, 3).join('\n')}`],
    ['two to a line', 'Filière choisie :\nNumérique          Énergie\nLogistique          Environnement'],
    ['each behind the same sign', SECTORS.map((one) => `■ ${one}`).join('\n')],
    ['each behind the same letter', SECTORS.map((one) => `x ${one}`).join('\n')],
  ])('%s', (_, text) => {
    expect(chosen(text)).toBe('')
  })

  it('nor does it take an answer away that is given beside it', () => {
    const list = SECTORS.map((one) => `- ${one}`).join('\n')
    expect(chosen(`Filière choisie : Énergie\nFilières de l’appel :\n${list}`)).toBe('energie')
    expect(chosen(`Filière choisie : Énergie\n${list}`)).toBe('energie')
  })
})

it('a cross under a heading that says neither yes nor no is for a person', () => {
  const rows = SECTORS.map((one) => `${one}\t\t\tX`).join('\n')
  const all = IDS.map((id) => `${id}?`).toSorted()
  expect(chosen(`Filière\tOui\tNon\tPeut-être\n${rows}`)).toBe(all.join(' '))
})

describe('a number', () => {
  it.each([
    ['Filière (1 : numérique, 2 : énergie, 3 : logistique) : 3', 'logistique'],
    ['1) numérique 2) énergie 3) logistique\nFilière choisie : n° 2', 'energie'],
    ['a) numérique\nb) énergie\nc) logistique\nVotre filière : b', 'energie'],
    ['1 = numérique, 2 = énergie, 3 = logistique\nFilières : 2 et 3', 'energie logistique'],
    ['Filière choisie : 2', ''],
    ['1) numérique 2) énergie\nFilière choisie : 2', ''],
    ['1) numérique 2) énergie 3) logistique 2) environnement\nFilière choisie : 2', ''],
    ['1) numérique 2) énergie 3) logistique\nFilière choisie : 4', ''],
    ['1) numérique 2) énergie 3) logistique\nFilière choisie : 2 ateliers', ''],
  ])('chooses what is listed under it: %s', (text, sectors) => {
    expect(chosen(text)).toBe(sectors)
  })
})

describe('an answer in words', () => {
  it.each([
    ['nous choisissons l’énergie plutôt que la logistique', 'energie'],
    ['énergie, pas la logistique', 'energie'],
    ['énergie et non numérique', 'energie'],
    ['énergie au lieu de logistique', 'energie'],
    ['énergie et logistique', 'energie logistique'],
    ['non communiquée', ''],
    ['énergie\nlogistique', 'energie logistique'],
    ['énergie\n- La logistique', 'energie logistique'],
    ['énergie\nTransport de bois', 'energie'],
    ['énergie\nLogistique : camions achetés en 2020', 'energie'],
    ['énergie\n\nlogistique', 'energie logistique'],
  ])('%s', (answer, sectors) => {
    expect(chosen(`Filière choisie : ${answer}`)).toBe(sectors)
  })

  it.each([
    ['Filière, 1er choix\ténergie\nFilière, 2e choix\tlogistique', 'energie logistique'],
    ['Filière n° 1 : énergie', 'energie'],
    ['Filière principale : énergie', 'energie'],
    ['Sector: energy', 'energie?'],
    ['Gewählte Branche: Logistik', 'logistique?'],
    ['Sector elegido: énergie', 'energie'],
    ['Sector: wood', ''],
    ['Sector: transformation', ''],
  ])('%s', (text, sectors) => {
    expect(chosen(text)).toBe(sectors)
  })
})
