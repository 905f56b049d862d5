import { wordList } from './entry.ts'

/** Calls by the nouns that name them, up to what they are for. */
export const CALL_NOUNS = wordList([
  {
    id: 'call-for',
    says: [
      "appels? (?:a|aux|d') ?(?:manifestations? d'interets?|projets?)",
      "appels? (?:a|aux|d') ?(?:candidatures?|initiatives?|propositions?|idees)",
    ],
    example: 'un appel à projets',
    unlike: 'un appel à témoins',
  },
  {
    id: 'acronym',
    says: ['ami', 'aap', 'aac'],
    example: 'AAP 2022',
    unlike: 'amical',
  },
  {
    id: 'call',
    says: ["(?:cet|votre|l'|notre) ?appel(?! (?:a|aux) )", 'consultation', 'concours'],
    example: 'votre appel',
    unlike: 'un rappel',
  },
])

/** Public procurement is answered by offers, and no call of this program is one. */
export const PROCUREMENT = wordList([
  {
    id: 'tender',
    says: ["appels? d'offres", 'mapa', 'marches? publics?', 'accord-cadre', 'dce'],
    example: 'le MAPA 2022-14',
    unlike: 'le marché du samedi',
  },
  {
    id: 'deed',
    says: ["acte d'engagement", 'offre pour le (?:marche|lot)', 'bordereau des prix'],
    example: 'l’acte d’engagement',
    unlike: 'un acte de naissance',
  },
])

/** Kinds of bodies that publish calls, as they are named behind « de la », « du », « par ». */
export const AUTHORITY_KINDS = wordList([
  {
    id: 'municipality',
    says: ['(?:ville|mairie|commune|municipalite)'],
    example: 'la mairie',
    unlike: 'le village',
  },
  {
    id: 'intermunicipality',
    says: [
      "(?:communaute (?:de communes|d'agglomeration|urbaine))",
      '(?:agglomeration|metropole|intercommunalite|epci|territoire de la)',
    ],
    example: 'la communauté de communes',
    unlike: 'la communauté éducative',
  },
  {
    id: 'department',
    says: ['(?:departement|conseil departemental)'],
    example: 'le département',
    unlike: 'le départ',
  },
  {
    id: 'region',
    says: ['(?:region|conseil regional|collectivite territoriale)'],
    example: 'la Région',
    unlike: 'le régime',
  },
  {
    id: 'state',
    says: [
      '(?:prefecture|prefet|etat(?! des lieux)|ministere)',
      '(?:gouvernement|deets|dreal|drac|deal|sgar|dieccte|daaf|rectorat|france 2030)',
    ],
    example: 'la préfecture',
    unlike: 'un état des lieux',
  },
  {
    id: 'agency',
    says: [
      '(?:ademe|bpifrance|bpi|anr|anct)',
      "(?:agence (?:nationale|regionale|de l'eau|de developpement))",
      '(?:office|caisse des depots|banque des territoires)',
    ],
    example: 'l’ADEME',
    unlike: 'l’agence Bois Rouge',
  },
  {
    id: 'europe',
    says: ['(?:feder|fse|feader|leader|interreg|union europeenne|commission europeenne|europe)'],
    example: 'le FEDER',
    unlike: 'un fédéraliste',
  },
  {
    id: 'chamber',
    says: ["(?:chambre (?:de commerce|de metiers|des metiers|d'agriculture|consulaire)|cci|cma)"],
    example: 'la chambre de commerce',
    unlike: 'une chambre froide',
  },
  {
    id: 'foundation',
    says: ['(?:fondation|fonds de dotation|mecenat)'],
    example: 'la Fondation',
    unlike: 'un fondateur',
  },
  {
    id: 'university',
    says: ['universite', 'rectrice'],
    example: 'l’université',
    unlike: 'universel',
  },
])
