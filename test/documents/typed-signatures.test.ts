import { describe, expect, it } from 'vitest'
import { aReading, readFields } from './a-reading.ts'

const HEAD =
  'Formulaire de candidature\nNom de la structure : SARL Bois Rouge\nReprésentante légale : Maïté Grondin\nQualité : gérante\n'

const signedIn = (lines: string): string | undefined => readFields(aReading(HEAD + lines)).signature

describe('what is typed for a signature is one', () => {
  it.each([
    'Maïté Grondin',
    'GRONDIN Maïté',
    'GRONDIN',
    'Mme M. Grondin',
    'M.G.',
    'MG',
    'Luc Payet',
    'p.o. Luc Payet',
    'Lu et approuvé, Maïté Grondin',
    'Lu et approuvé, M. Grondin',
    'Maïté Grondin (14/11/2022)',
    'le 14 novembre 2022, Maïté Grondin',
    'SARL Bois Rouge – Maïté Grondin, gérante',
    'Signé',
  ])('the name of a person: %s', (value) => {
    expect(signedIn(`Signature : ${value}`)).toBeDefined()
    expect(signedIn(`Signature\t${value}`)).toBeDefined()
    const label = 'Signature : nom du signataire'
    const formValues = [{ name: 's', label, type: 'text' as const, value, page: 1 }]
    expect(readFields(aReading(HEAD, { formValues })).signature).toBe('saisie au clavier')
  })

  it.each([
    'lu et approuvé',
    'Lu Et Approuvé',
    'bon pour accord',
    'Bon Pour Accord',
    'voir pièce jointe',
    'Voir Annexe',
    'cf. courrier postal',
    'ci-joint',
    'à signer',
    'en attente',
    'Non Communiquée',
    'oui',
    'Non',
    'OK',
    'tampon',
    'Cachet De La Société',
    'Signature Scannée',
    'illisible',
    'la gérante',
    'N. N.',
    'L.P.',
    'Payet',
    'X',
    '14/11/2022',
    'le 14 novembre 2022',
    'Fait à Saint-Benoît le 14 novembre',
    'SARL Bois Rouge',
    'Bois Rouge',
    'see attached',
    'gelesen und genehmigt',
    'pendiente de firma',
    '[Votre signature]',
  ])('and nothing else: %s', (value) => {
    expect(signedIn(`Signature : ${value}`)).toBeUndefined()
    expect(signedIn(`Signature\t${value}`)).toBeUndefined()
    const formValues = [{ name: 's', label: 'Signature', type: 'text' as const, value, page: 1 }]
    expect(readFields(aReading(HEAD, { formValues })).signature).toBeUndefined()
  })
})

describe('a place to sign', () => {
  it.each([
    'Date et signature',
    'Signature et date',
    'Nom, prénom, qualité et signature',
    'Cachet et signature du représentant légal',
    'Signature précédée de la mention « lu et approuvé »',
    'Signé par',
    'Unterschrift des Vertreters',
    'Stempel und Unterschrift',
    'Firma del representante',
    'Fecha y firma',
    'Handtekening en stempel',
    'Signature and stamp',
    'Signed by',
  ])('%s', (label) => {
    expect(signedIn(`${label} : Maïté Grondin`)).toBeDefined()
    expect(signedIn(`${label}\tMaïté Grondin`)).toBeDefined()
  })

  it.each(['Nom du signataire', 'Date de signature', 'Firmenname', 'Überschrift', 'Design'])(
    'is not: %s',
    (label) => {
      expect(signedIn(`${label} : Maïté Grondin`)).toBeUndefined()
    },
  )

  it('is not signed by the name that is printed below for whoever signs by hand', () => {
    expect(signedIn('Signature\nMaïté Grondin')).toBeUndefined()
  })

  it('may be dated as well', () => {
    const { date, signature } = readFields(aReading(`${HEAD}Date et signature : 14/11/2022 Maïté Grondin`))
    expect([date, signature]).toEqual(['2022-11-14', 'saisie au clavier'])
  })
})
