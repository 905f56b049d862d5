import { siret } from '../../demo/pieces.ts'

/** An invented structure as its application tells it. What stands in `truth` is what a careful clerk notes down. */
export interface Applicant {
  readonly name: string
  readonly legalForm: readonly [written: string, noted: string]
  readonly identifier: readonly [label: string, written: string]
  readonly representative: string
  readonly role: string
  readonly street: string
  readonly town: string
  readonly phone: readonly [written: string, noted: string]
  readonly email: string
  readonly sector: readonly [written: string, id: string]
  readonly date: readonly [written: string, noted: string]
}

/** What is read of a document, by kind of field. */
export type Truth = Readonly<Record<string, string>>

const STREETS = [
  ['12 chemin des Letchis', '97440 Saint-André'],
  ['4 rue des Vacoas', '97470 Saint-Benoît'],
  ['ZA Les Cocotiers, lot 7', '97412 Bras-Panon'],
  ['31 route des Fougères', '97431 La Plaine-des-Palmistes'],
  ['8 impasse du Tour de l’Eau', '97439 Sainte-Rose'],
  ['2 rampe des Cryptomérias', '97433 Salazie'],
] as const
const SECTORS = [
  ['Le numérique', 'numerique'],
  ['L’énergie', 'energie'],
  ['La logistique', 'logistique'],
  ['L’agroalimentaire', 'agroalimentaire'],
  ['L’environnement', 'environnement'],
] as const
const DATES = [
  ['14 novembre 2022', '2022-11-14'],
  ['18/11/2022', '2022-11-18'],
  ['21 novembre 2022', '2022-11-21'],
  ['09.11.2022', '2022-11-09'],
] as const

/** Name, legal form as written and as noted, representative, role. */
const PEOPLE: readonly (readonly [string, string, string, string, string])[] = [
  ['SARL Fibres du Cirque', 'SARL', 'SARL', 'Marianne LEVENEUR', 'Gérante'],
  ['SAS Houle Numérique', 'SAS', 'SAS', 'Cyril TANDRAYEN', 'Président'],
  ['Les Vergers du Piton', 'Association loi 1901', 'association', 'Odile FONTAINE-RIVIÈRE', 'Présidente'],
  ['SCOP Énergies de l’Est', 'SCOP', 'SCOP', 'Jean-Luc MAROUDÉ', 'Directeur général'],
  ['EURL Fret Tamarin', 'EURL', 'EURL', 'Nadège SINAMALÉ', 'Gérante'],
  ['Coopérative Vanille et Combava', 'SCIC', 'SCIC', 'Lucas BÈGUE', 'Président du conseil'],
  ['SASU Atelier Filao', 'SASU', 'SASU', 'Inès GRONDEIN', 'Présidente'],
  ['GIE Quai du Levant', 'GIE', 'GIE', 'Rémy PAVADÉ', 'Administrateur'],
  ['SA Compost des Hauts', 'SA', 'SA', 'Solène DALLEAU', 'Directrice générale'],
  ['SARL Brise Solaire', 'Société à responsabilité limitée', 'SARL', 'Gaël VITRY', 'Gérant'],
  ['Trait de Côte Océan Indien', 'Association', 'association', 'Prisca AROUMOUGOM', 'Trésorière'],
  ['SAS Conserverie Grand Étang', 'Société par actions simplifiée', 'SAS', 'Hugo MINATCHY', 'Président'],
]

/** Twelve applicants, each with what the other documents of the corpus need. */
export const APPLICANTS: readonly Applicant[] = PEOPLE.map(
  ([name, form, noted, representative, role], index) => {
    const [street, town] = STREETS[index % STREETS.length] ?? STREETS[0]
    const digits = `${12 + index}${34 + index}${56 + index}`
    const local = `0${index % 3 === 0 ? '262' : '692'}${digits}`
    const pairs = local.replace(
      /^(\d{4})(\d\d)(\d\d)(\d\d)$/,
      index % 2 === 0 ? '$1 $2 $3 $4' : '$1.$2.$3.$4',
    )
    return {
      name,
      legalForm: [form, noted],
      identifier:
        noted === 'association'
          ? ['N° RNA', `W9R${index % 2 === 0 ? 1 : 2}0${10000 + index * 17}`]
          : ['N° SIRET', siret(100 + index)],
      representative,
      role,
      street,
      town,
      phone: [pairs, `+262${local.slice(1)}`],
      email: `contact@${name
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase()}.example`,
      sector: SECTORS[index % SECTORS.length] ?? SECTORS[0],
      date: DATES[index % DATES.length] ?? DATES[0],
    }
  },
)

export const SECTOR_LABELS = SECTORS.map(([label]) => label)

/** The applicant of a number, counted around. */
export function applicant(index: number): Applicant {
  const found = APPLICANTS[index % APPLICANTS.length]
  if (found === undefined) throw new Error('no applicant')
  return found
}

/** All the fields of a complete form, as noted down. */
export function truthOf(one: Applicant): Truth {
  const kind = one.identifier[0].includes('RNA') ? 'rna' : 'siret'
  return {
    name: one.name,
    legal_form: one.legalForm[1],
    [kind]: one.identifier[1].replaceAll(' ', ''),
    representative: one.representative,
    role: one.role,
    postal_address: `${one.street}, ${one.town}`,
    phone: one.phone[1],
    email: one.email,
    sector: one.sector[1],
    date: one.date[1],
  }
}

/** The same without some kinds. */
export function without(truth: Truth, ...kinds: readonly string[]): Truth {
  return Object.fromEntries(Object.entries(truth).filter(([kind]) => !kinds.includes(kind)))
}
