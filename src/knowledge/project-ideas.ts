import { wordList } from './entry.ts'

/** Ideas of a project. */
export const PROJECT_IDEAS = wordList([
  { id: 'project', says: ['projets?'], example: 'Un projet.', unlike: 'Un projectile.' },
  { id: 'actions', says: ['actions?'], example: 'Trois actions.', unlike: 'Un acte.' },
  {
    id: 'goals',
    says: ['(?:objectifs?|ambitions?|finalites?|vise a|a pour but)'],
    example: 'L’objectif.',
    unlike: 'Un objet.',
  },
  {
    id: 'calendar',
    says: [
      "(?:calendrier|planning|echeancier|phases?|etapes?|trimestre|semestre|d'ici (?:a |fin )?20\\d\\d)",
      'duree du projet',
      'mois \\d+',
    ],
    example: 'Le calendrier.',
    unlike: 'Un calendos.',
  },
  {
    id: 'budget',
    says: [
      '(?:budget|couts?|plan de financement|financements?|investissements?|subvention|montant|euros|k€|m€)',
      '[\\d ]{0,12}€',
    ],
    example: 'Le budget.',
    unlike: 'Une bague.',
  },
  {
    id: 'partners',
    says: ['(?:partenaires?|partenariats?|cofinance(?:ur|ment)s?|en lien avec)'],
    example: 'Deux partenaires.',
    unlike: 'Une partie.',
  },
  {
    id: 'results',
    says: [
      '(?:resultats? attendus?|impacts?|retombees|indicateurs?)',
      "(?:emplois? (?:crees?|a creer)|creation d'emplois?|livrables?|benefices)",
    ],
    example: 'Les retombées.',
    unlike: 'Un retour.',
  },
  {
    id: 'doing',
    says: [
      '(?:mise|mettre) en (?:oeuvre|place)',
      '(?:deploiement|deployer|realisation|lancement)',
      "(?:developper|creation d'une?|installer|construire|mutualis\\w+)",
    ],
    example: 'La mise en œuvre.',
    unlike: 'La mise au point.',
  },
  {
    id: 'need',
    says: ['(?:enjeux|problematiques?|besoins?|diagnostic|constats?|contexte)'],
    example: 'Les besoins.',
    unlike: 'Les enjoués.',
  },
  {
    id: 'bringing-together',
    says: [
      '(?:animation|animer|federer|sensibilis\\w+|formations?|ateliers|rencontres|accompagner|reseaux?)',
    ],
    example: 'Fédérer.',
    unlike: 'Animal.',
  },
  {
    id: 'innovation',
    says: [
      '(?:innovation|innovante?s?|experimentation|prototype)',
      '(?:pilote|recherche et developpement|r&d|industrialis\\w+)',
    ],
    example: 'Un prototype.',
    unlike: 'Le prototypage.',
  },
  {
    id: 'will',
    says: [
      'nous (?:proposons|souhaitons|voulons|envisageons|prevoyons)',
      "(?:l'association|la societe|l'entreprise) souhaite",
      'porter',
    ],
    example: 'Nous proposons cela.',
    unlike: 'Nous savons cela.',
  },
])

const MEANS_TO_DO =
  '(?:de )?(?:creer|installer|developper|construire|mettre en|' +
  'realiser|lancer|ouvrir|produire|deployer|mutualiser)'

/** Sentences that say what somebody means to do. */
export const PROJECT_STATED = wordList([
  {
    id: 'our-project-is',
    says: [
      "(?:notre|mon|ce) projet,? (?:consiste|consistera|vise|est (?:de|d'))",
      '(?:notre|mon|ce) projet,? (?:porte sur|a pour|prevoit|concerne|permettra)',
    ],
    example: 'Notre projet consiste en un four.',
    unlike: 'Notre projet est joint.',
  },
  {
    id: 'we-want-to',
    says: [
      `nous (?:souhaitons|voulons|projetons|envisageons|prevoyons) ${MEANS_TO_DO}`,
      `je (?:souhaite|veux|projette|envisage|prevois) ${MEANS_TO_DO}`,
    ],
    example: 'Nous voulons installer un four.',
    unlike: 'Nous voulons venir.',
  },
  {
    id: 'has-for-project',
    says: ["(?:a pour|avons pour|ai pour) projet (?:de|d')"],
    example: 'Elle a pour projet de grandir.',
    unlike: 'Elle a un projet.',
  },
])
