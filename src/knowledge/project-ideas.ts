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

/** What those who apply mean to do with their application, and will do for it: none of it is a project. */
export const OF_APPLYING = new RegExp(
  "(?<![a-z'-])(?:participer|candidater|postuler|contribuer|rejoindre|integrer|sieger|faire (?:partie|part|" +
    'acte|savoir|parvenir|suivre|connaitre)|prendre (?:part|contact|place|connaissance|rendez)|adherer|' +
    'representer|vous \\w+|etre|avoir|savoir|pouvoir|devenir|recevoir|remercier|connaitre|soumettre|' +
    'presenter|proposer|porter|deposer|adresser|transmettre|envoyer|joindre|remettre|fournir|obtenir|' +
    'beneficier|echanger|rencontrer|manifester|repondre|exprimer|venir|revenir|rester|completer|demander|' +
    'solliciter|confirmer|attirer|informer|signaler|preciser|inscrire|apporter|mettre a|parler|discuter|' +
    'dire|voir|lire|entrer|concourir|figurer|tenir|corriger|rectifier|modifier|annuler|retirer|' +
    'donner suite|attendre|quatre|' +
    'votre|autre|entre|contre|outre|hier|\\w{2,9}vier|\\w{2,9}mier|titre|cadre|nombre|' +
    'notre(?= (?:candidature|dossier|offre|aide|appui|concours|soutien|contribution|participation))|' +
    '(?:ser|aur|pourr|devr|saur|verr|viendr|reviendr|tiendr|enverr|transmettr|adresser|remettr|joindr|' +
    'fournir|completer|attendr|repondr|deposer|rester|esper|ger|desir|consider|oper|aspir|adher|feder|' +
    'recuper|gener|participer|contribuer|remercier|communiquer|prendr)ons|' +
    "ferons (?:parvenir|suivre|part|connaitre|savoir))(?![a-z'-])",
  'gu',
)
const WHO =
  "(?:nous|on|je|j'|elle|ils?|(?:l'|la |le |notre )(?:association|societe|entreprise|cooperative|" +
  'structure|maison|sc[io][cp]|equipe|atelier))'
/** Verbs of intent, in all persons and tenses: « projetons », « souhaiterait », « avions l'intention ». */
const MEANS = [
  '(?:souhait\\w+|vou[ld]\\w+|veu\\w+|projet\\w+|envisag\\w+|prevo\\w+)',
  '(?:compt\\w+|entend\\w*|propos\\w+|ambitionn\\w+|aspir\\w+|aimer\\w+|desir\\w+|pens\\w+|esper\\w+)',
  '(?:tien\\w+|all\\w+|vais|va|vont)',
  "(?:a\\w*|ai) (?:prevu|decide|choisi|programme|imagine|en projet|(?:l'|le |pour (?!projet)|comme )[a-z]+)",
]
const ALREADY = '(?: (?:donc|ainsi|aussi|ensuite|y|en))*'
const VERB = "[a-z-]{2,20}(?:er|ir|re)(?![a-z'-])"

/** Sentences that say what somebody means to do, of a text without what they mean to do to apply. */
export const PROJECT_STATED = wordList([
  {
    id: 'our-project-is',
    says: [
      "(?:notre|mon|ce) projet,? (?:consiste|consistera|vise|est (?:de|d'))",
      "(?:notre|mon|l') ?(?:idee|ambition|but|objectif|intention),? (?:est|serait|sera|consiste)",
      '(?:notre|mon|ce) projet,? (?:porte sur|a pour|prevoit|concerne|permettra)',
    ],
    example: 'Notre projet consiste en un four.',
    unlike: 'Notre projet est joint.',
  },
  {
    id: 'we-want-to',
    says: MEANS.map(
      (means) => `${WHO}${ALREADY} ?${means}${ALREADY} ?(?:de |d'|a )?(?:les? |la |l'|y |en )?${VERB}`,
    ),
    example: 'Nous voulons installer un four.',
    unlike: 'Nous voulons cela.',
  },
  {
    id: 'we-shall',
    says: ["(?:nous|on)(?: (?:y|en|les?|la|l'))? [a-z]{1,16}[eid]rons"],
    example: 'Nous construirons un quai.',
    unlike: 'Nous parlons.',
  },
  {
    id: 'has-for-project',
    says: ["(?:a pour|avons pour|ai pour) projet (?:de|d')"],
    example: 'Elle a pour projet de grandir.',
    unlike: 'Elle a un projet.',
  },
])
