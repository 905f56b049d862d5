import { dotted } from './dotted.ts'
import { wordList } from './entry.ts'
import { LEGAL_FORMS_ABROAD } from './legal-forms-abroad.ts'

/**
 * Legal forms of France and its neighbours, in the spelling of registers. The first that a text says is its
 * own: what tells more stands first (a SCIC is also a SARL or a SA, a SASU a SAS).
 */
export const LEGAL_FORMS = wordList([
  {
    id: 'SCIC',
    says: ['s\\.?c\\.?i\\.?c\\.?', "societe cooperative d'interet collectif"],
    example: 'SCIC Les Jardins du Port',
    unlike: 'la scierie du port',
  },
  {
    id: 'SCOP',
    says: [
      's\\.?c\\.?o\\.?p\\.?',
      'scop',
      'societe cooperative (et )?(participative|ouvriere)( de production)?',
    ],
    example: 'Scop à capital variable',
    unlike: 'le scope du projet',
  },
  {
    id: 'SICA',
    says: [dotted('sica'), "societe d'interet collectif agricole"],
    example: 'SICA des Hauts',
    unlike: 'Sicamois',
  },
  {
    id: 'CUMA',
    says: [dotted('cuma'), "cooperative d'utilisation (de|du|en commun de) materiel agricole"],
    example: 'CUMA du Rempart',
    unlike: 'accumulation',
  },
  {
    id: 'SASU',
    says: ['s\\.?a\\.?s\\.?u\\.?', 'societe par actions simplifiee (a associe )?uni(que|personnelle)'],
    example: 'S.A.S.U. Fil et Toile',
    unlike: 'SAS Fil et Toile',
  },
  {
    id: 'SAS',
    says: [
      's\\.?a\\.?s\\.?(?!\\.?u)',
      'societes? par actions simplifiees?(?! (a associe )?uni(que|personnelle))',
    ],
    example: 'société par actions simplifiée',
    unlike: 'SASU',
  },
  {
    id: 'EURL',
    says: ['e\\.?u\\.?r\\.?l\\.?', 'entreprise unipersonnelle a responsabilite limitee'],
    example: 'EURL Atelier Gris',
    unlike: 'EARL des Prés',
  },
  {
    id: 'SELARL',
    says: [dotted('selarl'), "societe d'exercice liberal"],
    example: 'SELARL Dubreuil',
    unlike: 'SARL Dubreuil',
  },
  {
    id: 'SARL',
    says: ['s\\.?a ?\\.?r\\.?l\\.?', 's\\.a r\\.l\\.', 'societe a responsabilite limitee'],
    example: 'S.A.R.L. Bois Neuf',
    unlike: 'EURL Bois Neuf',
  },
  {
    id: 'SRL',
    says: ['s\\.?r\\.?l\\.?', 's\\.?p\\.?r\\.?l\\.?'],
    example: 'SRL Brasserie du Sart',
    unlike: 'le serl',
  },
  {
    id: 'ASBL',
    says: ['a\\.?s\\.?b\\.?l\\.?', 'association sans but lucratif'],
    example: 'ASBL Le Gué',
    unlike: 'as',
  },
  {
    id: 'SCEA',
    says: [dotted('scea'), "societe civile d'exploitation agricole"],
    example: 'SCEA du Val',
    unlike: 'SCI du Val',
  },
  {
    id: 'EARL',
    says: [dotted('earl'), 'exploitation agricole a responsabilite limitee'],
    example: 'EARL Morin',
    unlike: 'SARL',
  },
  {
    id: 'GAEC',
    says: [dotted('gaec'), "groupement agricole (d'exploitation en commun)?"],
    example: 'GAEC des Deux Rives',
    unlike: 'le GEIQ',
  },
  {
    id: 'SCA',
    says: [dotted('sca'), 'societe cooperative agricole', 'societe en commandite par actions'],
    example: 'SCA Terres Noires',
    unlike: 'la scala',
  },
  {
    id: 'GIP',
    says: [dotted('gip'), "groupement d'interet public"],
    example: 'GIP Mer et Littoral',
    unlike: 'GIE Mer',
  },
  {
    id: 'GIE',
    says: [dotted('gie'), "groupement d'interet economique"],
    example: 'GIE du Bassin',
    unlike: 'GIP du Bassin',
  },
  {
    id: 'SEM',
    says: ['seml?', 'saeml?', "societe d'economie mixte( locale)?"],
    example: 'SEM Habitat',
    unlike: 'semer',
  },
  {
    id: 'SPL',
    says: [dotted('spl'), 'societe publique locale'],
    example: 'SPL des Quais',
    unlike: 'la splendeur',
  },
  {
    id: 'SNC',
    says: [dotted('snc'), 'societe en nom collectif'],
    example: 'SNC Le Fournil',
    unlike: 'la SNCF',
  },
  {
    id: 'SCI',
    says: [dotted('sci'), 'societe civile immobiliere'],
    example: 'SCI des Lys',
    unlike: 'la scie',
  },
  {
    id: 'SCP',
    says: [dotted('scp'), 'societe civile professionnelle'],
    example: 'SCP Arnaud et fils',
    unlike: 'la scop',
  },
  {
    id: 'EPIC',
    says: [dotted('epic'), 'etablissement public (a caractere )?industriel( et commercial)?'],
    example: 'EPIC du Littoral',
    unlike: 'une épicerie',
  },
  {
    id: 'SA',
    says: ["(?<!['’.])sa(?! (structure|societe))", '(?<!\\.)s\\.a\\.', 'societe anonyme'],
    example: 'société anonyme à directoire',
    unlike: 'sa structure est jeune',
  },
  ...LEGAL_FORMS_ABROAD,
  {
    id: 'micro-entreprise',
    says: ['micro-? ?entrep(rise|reneur|reneuse)', 'auto-? ?entrep(rise|reneur|reneuse)'],
    example: 'auto-entrepreneur depuis 2019',
    unlike: 'une entreprise moyenne',
  },
  {
    id: 'EI',
    says: [
      'entreprises? individuelles?',
      'entrepreneu(r|se) individuel(le)?',
      "(?<![’'.])e\\.?i\\.?(r\\.?l\\.?)?",
      'raison individuelle',
    ],
    example: 'Entreprise individuelle',
    unlike: 'un projet individuel',
  },
  {
    id: 'coopérative',
    says: ['(societe )?cooperative'],
    example: 'une coopérative de pêcheurs',
    unlike: 'coopérer',
  },
  { id: 'mutuelle', says: ['mutuelle'], example: 'mutuelle des Artisans', unlike: 'mutualiser' },
  {
    id: 'association',
    says: ['association', 'asso', 'loi (de )?1901', 'associations? loi'],
    example: 'Association loi de 1901',
    unlike: 'nous associons nos forces',
  },
  { id: 'fondation', says: ['fondation'], example: 'fondation de droit suisse', unlike: 'les fondateurs' },
  {
    id: 'collectivité',
    says: ['collectivite( (territoriale|locale)s?)?', 'commune', 'epci'],
    example: 'une commune de mille habitants',
    unlike: 'un projet commun',
  },
])

/** What people call a structure before its name, where no legal form says it. */
export const STRUCTURE_NOUNS = [
  'societe',
  'entreprise',
  'association',
  'structure',
  'cooperative',
  'organisme',
  'groupement',
  'fondation',
  'federation',
  'syndicat',
  'institut',
  'etablissement',
  'etablissements',
  'ets',
  'ste',
  'maison',
  'collectif',
  'compagnie',
  'cabinet',
  'domaine',
  'exploitation',
] as const
