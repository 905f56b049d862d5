import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { type Line, linesOfText, row } from '../../src/documents/text/page.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

/** Who applies, in places that no word of the program was written from. */
interface Applicant {
  readonly name: string
  readonly form: string
  readonly formWritten: string
  readonly siret?: string
  readonly person: string
  readonly role: string
  readonly address: string
  readonly phone: string
  readonly phoneWritten: string
  readonly email: string
}

const BREST: Applicant = {
  name: 'Voilerie du Ponant',
  form: 'SARL',
  formWritten: 'S.A.R.L.',
  siret: '73282932000074',
  person: 'Maëlle Le Goff',
  role: 'Gérante',
  address: '4 bis quai de la Douane, 29200 Brest',
  phone: '+33298441122',
  phoneWritten: '02 98 44 11 22',
  email: 'maelle@voilerie.example',
}
const FORT_DE_FRANCE: Applicant = {
  name: 'Les Jardins de Balata',
  form: 'SCEA',
  formWritten: 'SCEA',
  siret: '73282932000074',
  person: 'Rosette Jean-Baptiste',
  role: 'PRESIDENTE',
  address: 'Habitation Lajus, 97200 Fort-de-France',
  phone: '+596596601122',
  phoneWritten: '0596 60 11 22',
  email: 'contact@balata.example',
}
const LILLE: Applicant = {
  name: 'Filature & Cie',
  form: 'SCOP',
  formWritten: 'SCOP SA',
  siret: '73282932000074',
  person: 'Karim Benali',
  role: 'Président-directeur général',
  address: '112 boulevard Vauban, 59000 Lille',
  phone: '+33320001122',
  phoneWritten: '+33 (0)3 20 00 11 22',
  email: 'k.benali@filature.example',
}
const NAMUR: Applicant = {
  name: 'Brasserie du Grognon',
  form: 'SRL',
  formWritten: 'SRL',
  person: 'Anne-Sophie Vandamme',
  role: 'administratrice déléguée',
  address: 'Rue de Fer 24, 5000 Namur',
  phone: '+3281223344',
  phoneWritten: '+32 81 22 33 44',
  email: 'info@grognon.example',
}
const LAUSANNE: Applicant = {
  name: 'Atelier des Bergières',
  form: 'SARL',
  formWritten: 'Sàrl',
  person: 'Urs Favre',
  role: 'Directeur',
  address: 'Avenue des Bergières 10, 1004 Lausanne',
  phone: '+41213112233',
  phoneWritten: '021 311 22 33',
  email: 'urs@bergieres.example',
}
const EVERYBODY = { BREST, FORT_DE_FRANCE, LILLE, NAMUR, LAUSANNE }
const CALLS: Readonly<Record<keyof typeof EVERYBODY, Call>> = {
  BREST: theCall,
  FORT_DE_FRANCE: { ...theCall, territory: { countries: ['MQ', 'GP', 'FR'], places: ['Martinique'] } },
  LILLE: { ...theCall, territory: { countries: ['FR', 'BE'], places: [] } },
  NAMUR: { ...theCall, territory: { countries: ['BE', 'FR', 'LU'], places: [] } },
  LAUSANNE: { ...theCall, territory: { countries: ['CH', 'FR'], places: [] } },
}

/** Labels for the same things, as different offices word them. */
const WORDINGS = [
  [
    'Dénomination',
    'Forme juridique',
    'N° SIRET',
    'Représentant légal',
    'Qualité',
    'Adresse',
    'Tél.',
    'Courriel',
  ],
  [
    'Nom de l’association ou de l’entreprise',
    'Statut',
    'SIRET',
    'NOM PRENOM RESPONSABLE',
    'Fonction',
    'Siège social',
    'Téléphone portable',
    'E-mail',
  ],
  [
    'Entité',
    'Forme',
    'Numéro SIRET',
    'Nom et prénom du signataire',
    'En qualité de',
    'Adresse postale',
    'Mobile',
    'Adresse électronique',
  ],
  [
    'RAISON SOCIALE / NOM',
    'NATURE JURIDIQUE',
    'SIREN/SIRET',
    'REPRESENTANT(E) LEGAL(E)',
    'FONCTION OU QUALITE',
    'ADRESSE DU SIEGE',
    'TELEPHONE',
    'MAIL',
  ],
] as const

const answersOf = (one: Applicant): readonly string[] => [
  one.name,
  one.formWritten,
  one.siret ?? 'en cours',
  one.person,
  one.role,
  one.address,
  one.phoneWritten,
  one.email,
]

const LAYOUTS: Readonly<Record<string, (labels: readonly string[], answers: readonly string[]) => Line[]>> = {
  'a label and its answer on a line': (labels, answers) =>
    linesOfText(labels.map((label, index) => `${label} : ${answers[index]}`).join('\n')),
  'answers below their labels': (labels, answers) =>
    linesOfText(labels.map((label, index) => `${label}\n${answers[index]}\n`).join('\n')),
  'a table': (labels, answers) => labels.map((label, index) => row(label, answers[index] ?? '')),
  'two columns of labels over answers': (labels, answers) => [
    row('LA STRUCTURE', 'SON REPRÉSENTANT'),
    ...[0, 1, 2].flatMap((index) => [
      row(labels[index] ?? '', labels[index + 3] ?? ''),
      row(answers[index] ?? '', answers[index + 3] ?? ''),
    ]),
    ...[6, 7].map((index) => row(labels[index] ?? '', answers[index] ?? '')),
  ],
  'four cells in a row': (labels, answers) =>
    [0, 2, 4, 6].map((index) =>
      row(labels[index] ?? '', answers[index] ?? '', labels[index + 1] ?? '', answers[index + 1] ?? ''),
    ),
}

function read(lines: readonly Line[], call: Call): Record<string, string> {
  const reading = aReading('', { pages: [{ number: 1, lines: [...lines] }] })
  const best: Record<string, string> = {}
  for (const { kind, value, confidence } of fieldsOf('pièce', reading, call))
    if (confidence >= 0.5) best[kind] ??= value
  return best
}

function expected(one: Applicant): Record<string, string> {
  const { name, form, siret, person, role, phone, email } = one
  const number: Record<string, string> = siret === undefined ? {} : { siret }
  return { name, legal_form: form, representative: person, role, phone, email, ...number }
}

describe.each(Object.entries(EVERYBODY))('a form of %s', (where, one) => {
  const call = CALLS[where as keyof typeof EVERYBODY]
  describe.each(Object.entries(LAYOUTS))('%s', (_, layOut) => {
    it.each(WORDINGS.map((labels) => [labels[0], labels] as const))('« %s »', (_label, labels) => {
      const found = read(layOut(labels, answersOf(one)), call)
      expect(found).toMatchObject(expected(one))
      expect(found['postal_address']).toBe(one.address)
    })
  })
})

const LETTERS: Readonly<Record<string, (one: Applicant) => string>> = {
  'a sworn letter': (one) =>
    `Madame,\n\nJe soussigné(e), ${one.person}, ${one.role.toLowerCase()} de ${one.name}, ${one.form}, dont le siège est situé ${one.address}, manifeste notre intérêt.\n\nContact : ${one.phoneWritten}, ${one.email}`,
  'the form in front of the name': (one) =>
    `La ${one.form} ${one.name}, sise ${one.address}, représentée par ${one.person}, ${one.role.toLowerCase()}, se porte candidate.\n${one.phoneWritten} – ${one.email}`,
  'a letterhead and a signature': (one) =>
    `${one.name} – ${one.form}\n${one.address}\n${one.phoneWritten}\n${one.email}\n\nMadame, Monsieur,\n\nPar la présente nous faisons part de notre intérêt pour votre appel.\n\n${one.person}\n${one.role}`,
  'a footer': (one) =>
    `Madame,\n\nNotre équipe souhaite rejoindre la démarche.\n\n${one.person}, ${one.role}\n\n${one.name} – ${one.form} au capital de 20 000 € – ${one.address} – ${one.phoneWritten} – ${one.email}`,
  'the form behind the name, in brackets': (one) =>
    `${one.name} (${one.form}, ${one.address}) souhaite participer. Elle est représentée par ${one.person}, ${one.role}.\nTél. ${one.phoneWritten}, ${one.email}`,
}

describe.each(Object.entries(EVERYBODY))('a letter of %s', (where, one) => {
  const call = CALLS[where as keyof typeof EVERYBODY]
  it.each(Object.entries(LETTERS))('%s', (_, write) => {
    const found = read(linesOfText(write(one)), call)
    const { name, form, person, phone, email } = one
    expect(found['name']?.replace(`${form} `, '')).toBe(name)
    expect(found).toMatchObject({ legal_form: form, representative: person, phone, email })
    expect(found['role']?.toLowerCase()).toBe(one.role.toLowerCase())
    expect(found['postal_address']).toBe(one.address)
  })
})
