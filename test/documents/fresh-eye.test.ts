import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { languageOf } from '../../src/documents/text/language.ts'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading, readFields, rolesOf } from './a-reading.ts'
import { theCall } from './the-call.ts'

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

it.each([
  ['Nous y ferons entendre la voix de l’énergie.', 'energie'],
  ['Elle se porte candidate pour siéger au réseau, collège environnement.', 'environnement'],
  ['Nous consommons peu d’énergie.', undefined],
  ['Nous siégeons au réseau : numérique, énergie, logistique, environnement, agroalimentaire.', undefined],
])('somebody may speak for a sector, for a person to verify: %s', (text, sector) => {
  const seen = fieldsOf('piece', aReading(text), theCall).filter(({ kind }) => kind === 'sector')
  expect(seen[0]?.value).toBe(sector)
  expect(seen.every(({ confidence }) => confidence < WEIGHTS.usable)).toBe(true)
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

it('two forms side by side have their own headings', () => {
  const table =
    'L’ENTREPRISE\tLE REPRÉSENTANT\nNom\tBois Flotté\tNom\tCaron\nStatut\tSARL\tPrénom\tÈve\nSIRET\t73282932000074\tFonction\tgérante'
  expect(read(table)).toMatchObject({
    name: 'Bois Flotté',
    legal_form: 'SARL',
    representative: 'Ève Caron',
    role: 'gérante',
  })
  expect(read('Nom\tCaron\tPrénom\tÈve\nQualité\tgérante\tTél\t0262 59 77 87')).toMatchObject({
    representative: 'Ève Caron',
    role: 'gérante',
  })
})

describe('a cell of several lines under its heading', () => {
  const under = (...lines: string[]): string | undefined => {
    const head = pagesOfText('CANDIDAT\tREPRÉSENTANT')
    const cells = [{ lines }, { lines: ['Mme Ida Blin'] }]
    const pages = head.map((page) => ({ ...page, lines: [...page.lines, { cells, continues: false }] }))
    return readFields(aReading('', { pages }))['name']
  }
  it('begins with the name', () => {
    expect(under('Tissages du Lac', 'SARL', 'SIRET 732 829 320 00074')).toBe('Tissages du Lac')
    expect(under('Tissages du Lac', 'et de la Baie')).toBe('Tissages du Lac et de la Baie')
  })
})

it('a telephone in five cells is one', () => {
  expect(read('Téléphone\n02\t62\t59\t77\t87')['phone']).toBe('+262262597787')
  expect(read('Effectifs\n12\t62\t59\t77\t87')['phone']).toBeUndefined()
})

it('a short text has a language when it says it plainly', () => {
  expect(
    languageOf(
      'Our workshop was founded in 2010 and has twelve workers. We sell the boats that we build to the islands of the ocean.',
    ),
  ).toBe('en')
  expect(
    languageOf('Devis 2022 total HT planches clous vis colle peinture main d’oeuvre transport remise'),
  ).toBeNull()
})

describe('letters in plain words', () => {
  it.each([
    'Au nom de la société Toile, nous réaffirmons notre volonté de rejoindre le réseau et nous inscrivons dans la filière énergie. La SAS Toile manifeste auprès de la CIREST son intérêt.',
    'La coopérative Sel, représentée par sa gérante Mme Ida Blin, affirme à la CIREST sa volonté d’adhérer au polynôme industriel. Elle souhaite rejoindre le réseau.',
  ])('%s', (text) => {
    expect(rolesOf(aReading(text))).toContain('letter')
  })

  it('and a mention is none', () => {
    expect(
      rolesOf(aReading('La société Toile a la volonté de grandir. Au nom de tous, merci.')),
    ).not.toContain('letter')
  })
})

it('somebody is called Léa', () => {
  expect(read('Nom : Petit\nPrénom : Léa')['representative']).toBe('Léa Petit')
  expect(read('Fait à : Le\nDate : jj/mm/aaaa')['date']).toBeUndefined()
})

it('a comb may take two rows', () => {
  const comb = (digits: string): string => [...digits].join('\t')
  expect(read(`N° SIRET\n${comb('732829320')}\n${comb('00074')}`)['siret']).toBe('73282932000074')
  expect(read(`N° SIREN\n${comb('732829320')}\n${comb('97470')}`)['siret']).toBeUndefined()
  expect(read(`Jour\tMois\tAnnée\n${comb('03102022')}`)['date']).toBe('2022-10-03')
  expect(read(`Jour\tMois\tHeure\n${comb('03102022')}`)['date']).toBeUndefined()
})
