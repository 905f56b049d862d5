import { describe, expect, it } from 'vitest'
import { bareForms } from '../../src/documents/fields/bare-forms.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { pagesOfText, row } from '../../src/documents/text/page.ts'
import { aReading, readFields, rolesOf } from './a-reading.ts'
import { theCall } from './the-call.ts'

const APPLICANT = {
  name: 'SAS Péi Lumière',
  siret: '73282932000074',
  representative: 'Aurélie TECHER',
  role: 'Présidente',
  email: 'contact@pei-lumiere.re',
  phone: '+262262597787',
  sectors: 'energie',
}

describe('the same answers, laid out as people lay them out', () => {
  it.each<[string, string]>([
    [
      'label : value',
      `Nom de la structure : SAS Péi Lumière\nN° SIRET : 732 829 320 00074\nReprésentant légal : Mme Aurélie TECHER\nQualité : Présidente\nCourriel : contact@pei-lumiere.re\nTél. : 0262 59 77 87\nFilière choisie : Énergie`,
    ],
    [
      'label above value',
      `Dénomination sociale\nSAS Péi Lumière\n\nSIRET\n732 829 320 00074\n\nReprésentant légal\nAurélie TECHER\n\nFonction\nPrésidente\n\nAdresse e-mail\ncontact@pei-lumiere.re\n\nTéléphone\n0262 59 77 87\n\nFilière\nÉnergie`,
    ],
    [
      'a table of two columns',
      `Raison sociale\tSAS Péi Lumière\nSIRET\t732 829 320 00074\nNom et prénom du représentant légal\tMme Aurélie TECHER\nQualité\tPrésidente\nMél\tcontact@pei-lumiere.re\nTéléphone\t0262 59 77 87\nFilière\t☐ Numérique ☒ Énergie ☐ Logistique`,
    ],
    [
      'two labels on a line',
      `Nom de la structure : SAS Péi Lumière   SIRET : 732 829 320 00074\nReprésentée par : Mme Aurélie TECHER, Présidente\nTél : 0262 59 77 87   Courriel : contact@pei-lumiere.re\nFilière : [ ] Numérique [x] Énergie [ ] Logistique`,
    ],
    [
      'dotted leaders',
      `Nom de la structure ........ SAS Péi Lumière\nN° SIRET …… 73282932000074\nReprésentant légal …… Aurélie TECHER\nQualité …… Présidente\nCourriel …… contact@pei-lumiere.re\nTéléphone ……… 0262 59 77 87\nX Énergie\nNumérique\nLogistique`,
    ],
    [
      'boxes',
      `STRUCTURE CANDIDATE : SAS Péi Lumière\nSIRET : |7|3|2|8|2|9|3|2|0|0|0|0|7|4|\nNom : TECHER\nPrénom : Aurélie\nFonction : Présidente\nEmail : contact@pei-lumiere.re\nTél : 02 62 59 77 87\nNumérique ☐  Énergie ☒  Logistique ☐`,
    ],
  ])('%s', (_, text) => {
    expect(readFields(aReading(text))).toMatchObject(APPLICANT)
  })
})

describe('a free letter', () => {
  const letter = `Saint-Benoît, le 14 novembre 2022

Je soussignée, Mme Aurélie TECHER, agissant en qualité de Présidente de la société Péi Lumière, SAS dont le siège social est situé au 12 chemin des Letchis, 97470 Saint-Benoît, SIRET 732 829 320 00074, manifeste notre intérêt au titre de la filière énergie.

Joignable au 0262 59 77 87 ou contact@pei-lumiere.re`

  it('names its writer, their role, their structure, its number and sector', () => {
    expect(readFields(aReading(letter))).toMatchObject({
      ...APPLICANT,
      name: 'Péi Lumière',
      date: '2022-11-14',
      postal_address: expect.stringContaining('12 chemin des Letchis'),
    })
  })

  it('may speak of its writer in the third person', () => {
    const text =
      'La SCOP Mafate Digital, sise 14 rue des Bons-Enfants, 97400 Saint-Denis, représentée par son gérant, M. Yann CADET, se porte candidate dans la filière du numérique.'
    expect(readFields(aReading(text))).toMatchObject({
      name: 'SCOP Mafate Digital',
      representative: 'Yann CADET',
      role: 'gérant',
      sectors: 'numerique',
    })
  })
})

describe('what is no answer', () => {
  const empty = `Nom de la structure : ……………………
N° SIRET : |__|__|__|__|__|__|__|__|__|__|__|__|__|__|
Représentant légal : Cliquez ici pour entrer du texte.
Qualité : à compléter
Téléphone : ____________
Courriel : @
Date : jj/mm/aaaa
Filière : ☐ Numérique ☐ Énergie ☐ Logistique ☐ Agroalimentaire ☐ Environnement
Fait à ………………, le ………………
Signature :`

  it('placeholders, leaders, empty boxes', () => {
    expect(readFields(aReading(empty))).toEqual({ sectors: '' })
  })

  it('the menu of sectors, nothing marked', () => {
    const menu = 'Filière : Numérique / Énergie / Logistique / Agroalimentaire / Environnement'
    expect(readFields(aReading(menu)).sectors).toBe('')
  })

  it("the authority's own particulars, printed on its form", () => {
    const header = `CIREST – 28 rue des Tamarins, 97470 Saint-Benoît\nSIREN 249 740 093\ndayal@cirest.fr\nContact : Madame Sheila Dayal`
    expect(readFields(aReading(header))).toEqual({ sectors: '' })
  })
})

it('several sectors ticked are all given', () => {
  expect(readFields(aReading('☒ Numérique\n☐ Énergie\n☒ L’environnement')).sectors).toBe(
    'environnement numerique',
  )
})

it('a SIRET on its way and one that its check refuses are kept, too unsure to stand alone', () => {
  const [pending] = fieldsOf('f', aReading("SIRET : en cours d'immatriculation"), theCall)
  expect(pending).toMatchObject({ kind: 'siret', value: 'en cours', pending: true, confidence: 0.3 })
  const [wrong] = fieldsOf('f', aReading('SIRET : 123 456 789 00012'), theCall)
  expect(wrong).toMatchObject({ kind: 'siret', value: '12345678900012', confidence: 0.3 })
})

it('every value says where it stands', () => {
  const pages = [...pagesOfText('Appel'), { number: 2, lines: [row('Raison sociale : SARL Bois Rouge')] }]
  const [name] = fieldsOf('form.pdf', aReading('', { pages }), theCall)
  expect(name?.extract).toEqual({ document: 'form.pdf', page: 2, text: 'Raison sociale : SARL Bois Rouge' })
})

it('controls are believed before the layout around them', () => {
  const formValues = [
    {
      name: 'Champ1',
      label: 'Nom de la structure',
      type: 'text' as const,
      value: 'SARL Bois Rouge',
      page: 1,
    },
    { name: 'filiere', label: 'Filière', type: 'radio' as const, value: 'logistique', page: 1 },
    { name: 'c1', label: 'Association', type: 'checkbox' as const, value: '', page: 1 },
    { name: 's', label: 'Signature', type: 'signature' as const, value: 'verified', page: 1 },
  ]
  expect(readFields(aReading('Nom de la structure\tSIRET', { formValues }))).toMatchObject({
    name: 'SARL Bois Rouge',
    sectors: 'logistique',
    signature: 'électronique',
  })
})

describe('a sector', () => {
  it('is chosen by a list, whatever the control is called', () => {
    const formValues = [
      { name: 'Liste 1', label: 'Liste 1', type: 'choice' as const, value: 'L’énergie', page: 1 },
    ]
    expect(readFields(aReading('', { formValues })).sectors).toBe('energie')
  })

  it('that is only spoken of is not chosen', () => {
    const text = 'Nous travaillerons en lien avec la filière agroalimentaire et animerons des ateliers.'
    expect(readFields(aReading(text)).sectors).toBe('')
  })

  it('may be named with more words than the call uses', () => {
    expect(readFields(aReading('Filière : énergies renouvelables (photovoltaïque)')).sectors).toBe('energie')
  })
})

it.each([
  ['at signs', '@'.repeat(300_000)],
  ['colons', 'a:'.repeat(150_000)],
  ['digits', '7 '.repeat(150_000)],
  ['boxes', '☐ x '.repeat(80_000)],
  ['blanks', `${' '.repeat(300_000)}x`],
  ['one word', 'filière'.repeat(40_000)],
  ['lines', 'Nom :\n'.repeat(50_000)],
])('a text made to slow us down costs no more than its length: %s', (_, text) => {
  // Four times the text may cost four times the work, not sixteen; processor time, so that a busy machine tells the same.
  const quarter = text.slice(0, text.length / 4)
  const [small, large] = [costOf(quarter), costOf(text)]
  expect(large).toBeLessThan(Math.max(9 * small, NOISE_MS))
})

/** Below this nothing can be compared. */
const NOISE_MS = 200

/** Milliseconds of processor time, the least of three. */
function costOf(text: string): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    readFields(aReading(text))
    rolesOf(aReading(text))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...costs)
}

describe('what people write around their answers', () => {
  it('a sigle does not stand before the name that is asked for first', () => {
    const fields = fieldsOf('f', aReading('Dénomination sociale : SAS Kaz Solèy\nSigle : KSE'), theCall)
    expect(fields.filter((field) => field.kind === 'name').map((field) => field.value)).toEqual([
      'SAS Kaz Solèy',
      'KSE',
    ])
  })

  it('a label at half the height of its answer has both lines of it', () => {
    const text =
      'Qualité\tPrésidente\n\t14 bis, chemin Bœuf Mort\nAdresse du siège social\n97419 La Possession\n'
    expect(readFields(aReading(text))['postal_address']).toBe('14 bis, chemin Bœuf Mort 97419 La Possession')
  })

  it.each(['exemple@domaine.fr', 'prenom.nom@structure.re', 'votre.adresse@mail.com'])(
    '%s shows how an address is written, and is nobody’s',
    (model) => {
      expect(readFields(aReading(`Courriel : ${model}`))['email']).toBeUndefined()
    },
  )

  it('a role may stand before the name that it is of', () => {
    const text =
      'La SARL Bati-Cases, représentée par son gérant Monsieur Fabrice K/BIDI, souhaite rejoindre le polynôme industriel dans le domaine de l’énergie et dans celui de l’environnement.'
    expect(readFields(aReading(text))).toMatchObject({
      representative: 'Fabrice K/BIDI',
      role: 'gérant',
      sectors: 'energie environnement',
    })
  })

  it.each([
    ['Atelier Vétiver, SARL, SIRET 732 829 320 00074', 'Atelier Vétiver', 'SARL'],
    ['Froid Est\nSociété par actions simplifiée au capital de 10 000 euros', 'Froid Est', 'SAS'],
    ['Société : Grondin Digital (auto-entreprise)', 'Grondin Digital (auto-entreprise)', 'micro-entreprise'],
  ])('%s: who they are in one line', (text, name, form) => {
    const read = readFields(aReading(text))
    expect([read['name'], read['legal_form']]).toEqual([name, form])
  })

  it('a town that is asked for first belongs to the street', () => {
    const text =
      'Ville :\tSaint-André\nCode postal :\t97440\nRue :\t250 rue de la Communauté\nTel :\t0692 12 34 56'
    expect(readFields(aReading(text))['postal_address']).toBe('250 rue de la Communauté, 97440 Saint-André')
  })

  it('« signé » in a sentence signs nothing', () => {
    const signed = (text: string) => readFields(aReading(text))['signature']
    expect(
      signed('Douze entreprises ont\nsigné la charte, elles emploient soixante personnes'),
    ).toBeUndefined()
    expect([signed('Signé : A. Payet'), signed('signé N. Vidot'), signed('[signé]')]).toEqual([
      'mention',
      'mention',
      'mention',
    ])
  })

  it('a date may stand alone in its line', () => {
    expect(readFields(aReading('CIREST\nLe 10 novembre 2022\nMadame,'))['date']).toBe('2022-11-10')
  })
})

describe('a legal form that is the whole answer to a question nobody knew', () => {
  it.each([
    ['behind a colon', 'Sous quel régime exercez-vous : SCIC SARL'],
    ['in the next cell', 'Constitution de la maison\tSARL'],
    ['in the line below', 'Constitution de la maison\nAssociation loi 1901'],
  ])('%s', (_, text) => {
    expect(readFields(aReading(`Nom de la structure : Péi Lumière\n${text}`))['legal_form']).toBeDefined()
  })

  it.each([
    ['in a menu', 'Constitution de la maison\nSARL\nSAS\nAssociation'],
    ['of others', 'Membres du groupement\nPartenaire industriel\tSARL\nPartenaire associatif\tAssociation'],
    ['within more words', 'Constitution de la maison : voir les comptes de la SARL mère'],
  ])('%s it is nobody’s answer', (_, text) => {
    expect(bareForms(aReading(`Nom de la structure : Péi Lumière\n${text}`))).toEqual([])
  })
})
