import { wordList } from './entry.ts'

/** Ideas of a presentation: how many of them a text touches tells whether it presents a structure. */
export const PRESENTATION_IDEAS = wordList([
  {
    id: 'history',
    says: [
      'historique',
      '(?:a ete )?(?:creee?|fondee?|constituee?) (?:en|par|le)',
      'depuis (?:sa creation|\\d{4}|plus de|\\d+ ans)',
      'nee? en \\d{4}',
      'fondat(?:eur|rice)s?',
      "annees? d'existence",
    ],
    example: 'Fondée en 1998.',
    unlike: 'Fondant en hiver.',
  },
  {
    id: 'people',
    says: [
      '(?:effectifs?|salariee?s|collaborateurs|employee?s|etp|emploie|embauche)',
      'personnes employees',
      'emplois? permanents?',
    ],
    example: 'Douze salariés.',
    unlike: 'Le salaire est versé.',
  },
  {
    id: 'money',
    says: ["chiffre d'affaires?", 'ca (?:annuel|de|20\\d\\d)', 'resultat net', 'capital (?:social )?de'],
    example: 'Son chiffre d’affaires a doublé.',
    unlike: 'Une affaire de famille.',
  },
  {
    id: 'trade',
    says: ["(?:activites?|metiers?|specialisee?s?|coeur de metier|domaines? d'intervention)"],
    example: 'Nos métiers.',
    unlike: 'Le mètre carré.',
  },
  {
    id: 'customers',
    says: ["(?:clients?|clientele|references|marches?|donneurs d'ordres?)"],
    example: 'Nos clients.',
    unlike: 'Le climat.',
  },
  {
    id: 'direction',
    says: ["(?:equipe|direction|organigramme|gouvernance|conseil d'administration|dirigeants?|dirigee? par)"],
    example: 'L’organigramme.',
    unlike: 'Un organe.',
  },
  {
    id: 'skills',
    says: ['(?:savoir-faire|expertises?|competences|certifi(?:cations?|ee?s?)|iso \\d+|label(?:s|lisee?)?)'],
    example: 'Un savoir-faire.',
    unlike: 'Savoir lire.',
  },
  {
    id: 'means',
    says: [
      'moyens (?:humains|materiels|techniques|financiers)',
      '(?:ateliers?|usine|site de production|locaux|machines|parc|entrepots?|flotte)',
    ],
    example: 'L’usine.',
    unlike: 'Un usage.',
  },
  {
    id: 'products',
    says: [
      '(?:produits?|services|gamme|prestations?|fabrication)',
      '(?:fabrique|production|concoit|commercialise|transforme|exploite)',
    ],
    example: 'Toute une gamme.',
    unlike: 'Un gamin.',
  },
  {
    id: 'members',
    says: ['(?:adherents?|membres|benevoles|associes|societaires|filiale|groupe)'],
    example: 'Cent adhérents.',
    unlike: 'Une adhérence.',
  },
  {
    id: 'seat',
    says: ['(?:implantee?s?|basee? a|installee? (?:a|au|sur|depuis)|siege(?: social)?|situee? a)'],
    example: 'Implantée dans le bourg.',
    unlike: 'Une plante.',
  },
  {
    id: 'purpose',
    says: ["(?:missions?|valeurs|objet social|raison d'etre|vocation)"],
    example: 'Une vocation.',
    unlike: 'Une vacation.',
  },
  {
    id: 'structure',
    says: [
      "(?:notre|la|l') ?(?:entreprise|societe|structure|association)",
      "(?:notre|la|l') ?(?:cooperative|organisme|groupement|scop|scic)",
    ],
    example: 'Notre coopérative.',
    unlike: 'Nos amis.',
  },
])

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
  '(?:de )?(?:creer|installer|developper|construire|mettre en|realiser|lancer|ouvrir|produire|deployer|mutualiser)'

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

/** Sentences that say who somebody is. */
export const PRESENTATION_STATED = wordList([
  {
    id: 'we-are',
    says: ["(?:nous|je) (?:sommes|suis) (?:une?|l'|la|specialisee?s?)", "j'exploite", 'nous exploitons'],
    example: 'Nous sommes une scierie.',
    unlike: 'Nous sommes prêts.',
  },
  {
    id: 'since',
    says: ['(?:creee?|fondee?|existe|depuis) (?:en )?(?:19|20)\\d\\d'],
    example: 'Créée en 2011.',
    unlike: 'Le 12 mars 2011.',
  },
  {
    id: 'who-we-are',
    says: ['qui sommes[- ]nous'],
    example: 'Qui sommes-nous ?',
    unlike: 'Qui êtes-vous ?',
  },
  {
    id: 'activity',
    says: ['activites? ?: ?[^\\s:]+ [^\\s:]+'],
    example: 'Activité : scierie mobile',
    unlike: 'Activité :',
  },
  {
    id: 'how-many',
    says: [
      '\\d+ ?(?:salarie|adherent|employe|collaborateur|membre|benevole)e?s?',
      '(?:(?:comp|emplo|reun|rassembl|regroup)\\w+ [^.]{0,30}) ?(?:salarie|adherent|employe)e?s?',
      '(?:(?:comp|emplo|reun|rassembl|regroup)\\w+ [^.]{0,30}) ?(?:collaborateur|membre|benevole)e?s?',
    ],
    example: 'Elle emploie sept salariés.',
    unlike: 'Le salarié est là.',
  },
])
