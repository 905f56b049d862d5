import { wordList } from './entry.ts'

/** Words with which an address names its way or place. */
export const STREETS = wordList([
  {
    id: 'street',
    says: ['rues?', 'ruelle', 'avenue', 'av\\.?', 'boulevard', 'bd\\.?', 'blvd', 'faubourg', 'fbg\\.?'],
    example: '12 rue des Tanneurs',
    unlike: 'la ruée',
  },
  {
    id: 'road',
    says: [
      'chemins?',
      'ch\\.',
      'route',
      'rte',
      'impasse',
      'imp\\.',
      'sentier',
      'allees?',
      'rampe',
      'voie',
      'traverse',
      'montee',
      'dreve',
      'servitude',
    ],
    example: '3 impasse du Lavoir',
    unlike: 'cheminement',
  },
  {
    id: 'numbered road',
    says: ['(rn|cd|rd|d|n) ?\\d{1,4}'],
    example: 'RN 2, pk 14',
    unlike: 'la RNA',
  },
  {
    id: 'square',
    says: [
      'places?',
      'pl\\.',
      'square',
      'cours',
      'quai',
      'passage',
      'galerie',
      'esplanade',
      'parvis',
      'promenade',
      'mail',
    ],
    example: '1 quai des Indes',
    unlike: 'placer',
  },
  {
    id: 'estate',
    says: [
      'lotissement',
      'zoning',
      'tribu de',
      'lot\\.',
      'residence',
      'immeuble',
      'batiment',
      'bat\\.?',
      'cite',
      'hameau',
      'domaine',
      'quartier',
    ],
    example: 'Résidence les Ormes',
    unlike: 'résider',
  },
  {
    id: 'zone',
    says: [
      'z\\.?[aic]\\.?[ceil]?\\.?',
      "zone (d['’]activites?|artisanale|industrielle|portuaire|commerciale|franche)",
      "parc (d['’]activites?|technologique|industriel)",
      'technopole',
    ],
    example: 'ZAE du Moulin',
    unlike: 'zen',
  },
  { id: 'box', says: ['bp ?\\d*', 'cs ?\\d*', 'case postale', 'b\\.p\\.'], example: 'BP 37', unlike: 'bpi' },
  {
    id: 'hamlet',
    says: ['lieu-? ?dit', 'lieudit', 'habitation', 'morne'],
    example: 'lieu-dit La Croix',
    unlike: 'au lieu',
  },
])

/** How postcodes of a country are written, by its ISO code. Behind « F- » or « CH- » as well. */
export const POSTCODES: Readonly<Record<string, string>> = {
  FR: '(?:0[1-9]|[1-8]\\d|9[0-58])\\d{3}|2[AB]\\d{3}|97\\d{3}',
  BE: '[1-9]\\d{3}',
  CH: '[1-9]\\d{3}',
  LU: '[1-9]\\d{3}',
  DE: '\\d{5}',
  ES: '[0-5]\\d{4}',
  IT: '\\d{5}',
  MC: '980\\d{2}',
  CA: '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d',
}

/** France with all that has a telephone region of its own: what a call means that names no country. */
export const FRENCH_REGIONS = [
  'FR',
  'RE',
  'YT',
  'GP',
  'MQ',
  'GF',
  'BL',
  'MF',
  'PM',
  'NC',
  'PF',
  'WF',
] as const
