import type { Call } from '../../../src/call/call.ts'
import { theCall } from '../the-call.ts'
import type { Asked } from './labels.ts'

/** A country or region as its structures write: towns, telephones, legal forms, numbers. */
export interface Place {
  readonly id: string
  readonly call: Call
  readonly towns: readonly string[]
  /** National numbers whose `d` are drawn, and what stands before them abroad. */
  readonly phones: readonly string[]
  readonly code: string
  readonly forms: readonly (readonly [written: string, noted: string])[]
  /** The number by which a structure is known there, when it is no SIRET. */
  readonly number?: Exclude<Asked, 'siret'>
  readonly numberLastInStreet?: boolean
}

const FRENCH_FORMS: Place['forms'] = [
  ['SARL', 'SARL'],
  ['S.A.S.', 'SAS'],
  ['Société coopérative et participative', 'SCOP'],
  ['Association loi 1901', 'association'],
  ['SCEA', 'SCEA'],
  ['SCIC', 'SCIC'],
  ['Entreprise unipersonnelle à responsabilité limitée', 'EURL'],
  ['GIE', 'GIE'],
]

function calls(countries: string[], places: string[] = []): Call {
  return { ...theCall, territory: { countries, places } }
}

export const PLACES: readonly Place[] = [
  {
    id: 'metropole',
    call: calls(['FR']),
    towns: [
      '29200 Brest',
      '59000 Lille',
      '67000 Strasbourg',
      '31000 Toulouse',
      '35000 Rennes',
      '38000 Grenoble',
      '87000 Limoges',
      '25000 Besançon',
    ],
    phones: ['02 98 4d dd dd', '03 20 5d dd dd', '06 12 3d dd dd', '04 76 8d dd dd'],
    code: '+33',
    forms: FRENCH_FORMS,
  },
  {
    id: 'antilles',
    call: calls(['MQ', 'GP', 'FR'], ['Martinique', 'Guadeloupe']),
    towns: [
      '97200 Fort-de-France',
      '97110 Pointe-à-Pitre',
      '97139 Les Abymes',
      '97232 Le Lamentin',
      '97180 Sainte-Anne',
      '97240 Le François',
    ],
    phones: ['0596 60 dd dd', '0596 72 dd dd'],
    code: '+596',
    forms: FRENCH_FORMS,
  },
  {
    id: 'guyane',
    call: calls(['GF', 'FR'], ['Guyane']),
    towns: ['97300 Cayenne', '97310 Kourou', '97354 Remire-Montjoly', '97320 Saint-Laurent-du-Maroni'],
    phones: ['0594 30 dd dd', '0594 31 dd dd'],
    code: '+594',
    forms: FRENCH_FORMS,
  },
  {
    id: 'mayotte',
    call: calls(['YT', 'RE', 'FR'], ['Mayotte']),
    towns: ['97600 Mamoudzou', '97615 Dzaoudzi', '97620 Chirongui', '97660 Bandrélé'],
    phones: ['0269 61 dd dd', '0639 69 dd dd'],
    code: '+262',
    forms: FRENCH_FORMS,
  },
  {
    id: 'caledonie',
    call: calls(['NC', 'FR'], ['Nouvelle-Calédonie']),
    towns: ['98800 Nouméa', '98835 Dumbéa', '98890 Païta', '98860 Koné'],
    phones: ['25 dd dd', '28 dd dd'],
    code: '+687',
    forms: FRENCH_FORMS.filter(([, noted]) => noted !== 'association'),
    number: 'ridet',
  },
  {
    id: 'polynesie',
    call: calls(['PF', 'FR'], ['Polynésie']),
    towns: ['98713 Papeete', '98704 Faa’a', '98716 Pirae', '98735 Uturoa'],
    phones: ['40 50 dd dd', '87 70 dd dd'],
    code: '+689',
    forms: FRENCH_FORMS.filter(([, noted]) => noted !== 'association'),
    number: 'tahiti',
  },
  {
    id: 'belgique',
    call: calls(['BE', 'FR', 'LU']),
    towns: ['5000 Namur', '4000 Liège', '7000 Mons', '6700 Arlon'],
    phones: ['081 22 dd dd', '0475 2d dd dd'],
    code: '+32',
    forms: [
      ['SRL', 'SRL'],
      ['ASBL', 'ASBL'],
      ['SA', 'SA'],
      ['Association sans but lucratif', 'ASBL'],
    ],
    number: 'bce',
    numberLastInStreet: true,
  },
  {
    id: 'suisse',
    call: calls(['CH', 'FR']),
    towns: ['1004 Lausanne', '2000 Neuchâtel', '1700 Fribourg', '1950 Sion'],
    phones: ['021 311 dd dd', '079 21d dd dd'],
    code: '+41',
    forms: [
      ['Sàrl', 'SARL'],
      ['SA', 'SA'],
      ['Fondation', 'fondation'],
      ['Association', 'association'],
    ],
    number: 'ide',
    numberLastInStreet: true,
  },
]
