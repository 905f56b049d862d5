import { fold } from '../base/folding.ts'
import { wordList } from './entry.ts'
import { CLASS_WORDS_ABROAD } from './legal-classes-abroad.ts'
import { LEGAL_FORMS } from './legal-forms.ts'

/**
 * Classes of legal forms, as calls tell applicants apart; a form may be of several: a SCOP is a company too.
 */
export const LEGAL_CLASSES = [
  'association',
  'fondation',
  'mutuelle',
  'societe',
  'cooperative',
  'ei',
  'agricole',
  'groupement',
  'etablissement_public',
  'collectivite',
  'personne',
] as const
export type LegalClass = (typeof LEGAL_CLASSES)[number]

type LegalFormId = (typeof LEGAL_FORMS)['entries'][number]['id']

/** The classes of each legal form that the program can tell. */
export const CLASSES_OF: Readonly<Record<LegalFormId, readonly LegalClass[]>> = {
  SCIC: ['cooperative', 'societe'],
  SCOP: ['cooperative', 'societe'],
  SICA: ['cooperative', 'societe', 'agricole'],
  CUMA: ['cooperative', 'agricole'],
  SASU: ['societe'],
  SAS: ['societe'],
  EURL: ['societe'],
  SELARL: ['societe'],
  SARL: ['societe'],
  SRL: ['societe'],
  ASBL: ['association'],
  SCEA: ['societe', 'agricole'],
  EARL: ['societe', 'agricole'],
  GAEC: ['societe', 'agricole'],
  SCA: ['cooperative', 'societe', 'agricole'],
  GIP: ['groupement', 'etablissement_public'],
  GIE: ['groupement'],
  SEM: ['societe'],
  SPL: ['societe'],
  SNC: ['societe'],
  SCI: ['societe'],
  SCP: ['societe'],
  EPIC: ['etablissement_public'],
  SA: ['societe'],
  GmbH: ['societe'],
  'e.V.': ['association'],
  AG: ['societe'],
  Ltd: ['societe'],
  BV: ['societe'],
  NV: ['societe'],
  VZW: ['association'],
  SL: ['societe'],
  SpA: ['societe'],
  Lda: ['societe'],
  'micro-entreprise': ['ei'],
  EI: ['ei'],
  coopérative: ['cooperative'],
  mutuelle: ['mutuelle'],
  association: ['association'],
  fondation: ['fondation'],
  collectivité: ['collectivite'],
}

/** What people answer to be where they name no legal form. */
export const CLASS_WORDS = wordList([
  {
    id: 'etablissement_public',
    says: [
      'etablissements? publics?',
      'epcc',
      'epa',
      'epscp',
      '(?:college|lycee|hopital|universite) publi(?:c|que)',
    ],
    example: 'Établissement public local d’enseignement',
    unlike: 'Établissement recevant du public',
  },
  {
    id: 'collectivite',
    says: ['syndicat (?:mixte|intercommunal)', '(?:departement|region|metropole|communaute) (?:de|du|d)'],
    example: 'Syndicat mixte du bassin',
    unlike: 'Syndicat des eaux-de-vie',
  },
  {
    id: 'ei',
    says: ['profession(?:nel)? liberale?', 'artisan(?:e)?', 'commercante?', 'auto-?entreprise'],
    example: 'Artisan inscrit au répertoire',
    unlike: 'Artisanat d’art',
  },
  {
    id: 'personne',
    says: ['personnes? physiques?', 'particuliers?', 'a titre (?:individuel|personnel)'],
    example: 'Personne physique',
    unlike: 'Personne morale',
  },
  { id: 'societe', says: ['societe(?: commerciale)?'], example: 'Société', unlike: 'Sociétal' },
])

/** The classes of a legal form as it was read; none where the program cannot tell. */
export function classesOf(legalForm: string): readonly LegalClass[] {
  const known = (CLASSES_OF as Readonly<Record<string, readonly LegalClass[]>>)[legalForm]
  if (known !== undefined) return known
  const answer = fold(legalForm)
  const words = [...CLASS_WORDS.all(answer), ...CLASS_WORDS_ABROAD.all(answer)].map(({ entry }) => entry.id)
  const form = words.length > 0 ? null : LEGAL_FORMS.first(answer)
  return form === null ? words : CLASSES_OF[form.entry.id]
}
