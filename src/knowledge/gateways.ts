import { wordList } from './entry.ts'

/** What mail gateways write before a subject, whole and between its brackets or stars. */
export const SUBJECT_TAGS = wordList(
  [
    {
      id: 'external',
      says: [
        '(?:mail |message )?(?:externe|external|exterieur)(?: (?:mail|email|sender))?',
        '(?:mail |message )?(?:externe|external|exterieur)(?: (?:message|courriel))?',
        '(?:courriel |sender |expediteur )(?:externe|external|exterieur)(?: (?:mail|email|sender))?',
        '(?:courriel |sender |expediteur )(?:externe|external|exterieur)(?: (?:message|courriel))?',
        '(?:mail |message )?(?:ext|extern|outside|hors org\\w*)(?: (?:mail|email|sender))?',
        '(?:mail |message )?(?:ext|extern|outside|hors org\\w*)(?: (?:message|courriel))?',
        '(?:courriel |sender |expediteur )(?:ext|extern)(?: (?:mail|email|sender))?',
        '(?:courriel |sender |expediteur )(?:outside|hors org\\w*)(?: (?:mail|email|sender))?',
        '(?:courriel |sender |expediteur )(?:ext|extern)(?: (?:message|courriel))?',
        '(?:courriel |sender |expediteur )(?:outside|hors org\\w*)(?: (?:message|courriel))?',
      ],
      example: 'EXTERNE',
      unlike: 'Extension du site',
    },
    {
      id: 'spam',
      says: [
        '(?:suspected |possible |probable )?(?:spam|pourriel)(?: ?[?!]| suspecte?e?)?',
        '(?:suspected |possible |probable )?indesirable(?: ?[?!]| suspecte?e?)?',
        '(?:suspected |possible |probable )?(?:junk|pub|newsletter)(?: ?[?!]| suspecte?e?)?',
      ],
      example: 'SPAM',
      unlike: 'Spamalot',
    },
    {
      id: 'caution',
      says: [
        '(?:attention|caution|warning|prudence|alerte|mefiance)(?: ?[!:])?(?: (?:externe|external))?',
        'verifie',
        'non verifie',
        'unverified',
      ],
      example: 'CAUTION',
      unlike: 'Attention à la marche',
    },
    {
      id: 'secured',
      says: ['(?:secure|securise|chiffre|encrypted|tls|confidentiel|sensible|c\\d|non protege)'],
      example: 'Sécurisé',
      unlike: 'Sécurité du site',
    },
  ],
  'as a whole',
)

/** Ideas of the warnings that gateways put above a mail; two in one paragraph make it a banner. */
export const BANNER_IDEAS = wordList([
  {
    id: 'from-outside',
    says: [
      '(?:provien\\w*|vien\\w*|emane|issue?)\\b.{0,30}\\b(?:exterieure?|externe|hors)',
      '(?:provien\\w*|vien\\w*|emane|issue?)\\b.{0,30}\\b(?:outside|external|internet)',
      '(?:envoye|origine|recu|originat\\w+|came|sent)\\b.{0,30}\\b(?:exterieure?|externe|hors)',
      '(?:envoye|origine|recu|originat\\w+|came|sent)\\b.{0,30}\\b(?:outside|external|internet)',
      '(?:expediteur|emetteur|message) (?:est )?(?:externe|exterieur|external|inconnu)',
      '(?:courriel|mail|e-mail|email|sender) (?:est )?(?:externe|exterieur|external|inconnu)',
      'external (?:sender|email|message)',
    ],
    example: 'Ce courriel provient de l’extérieur.',
    unlike: 'Le bâtiment vu de l’extérieur.',
  },
  {
    id: 'do-not-click',
    says: [
      '(?:ne )?cliquez (?:sur|pas|jamais)',
      '(?:do not|never|before) click\\w*',
      '(?:ne )?(?:clique[rz]|ouvr(?:ez|ir)) (?:sur )?(?:aucun|pas|de|les|des) (?:liens?|pieces?|fichiers?)',
      'soyez (?:prudent|vigilant)s?',
      "(?:redoubl|fai(?:re|tes) preuve) \\w+ (?:de |d')?(?:vigilance|prudence)",
    ],
    example: 'Ne cliquez sur aucun lien.',
    unlike: 'Un lien est donné.',
  },
  {
    id: 'attachments',
    says: [
      "(?:n')?ouvrez (?:aucune?|pas|jamais)",
      '(?:open|opening) (?:any )?attachments?',
      '(?:pieces? jointes?|attachments?|fichiers?) (?:si|sauf|unless|sans|if)',
    ],
    example: 'N’ouvrez aucune pièce jointe.',
    unlike: 'Les pièces sont jointes.',
  },
  {
    id: 'known-sender',
    says: [
      "(?:ne )?(?:connaissez|reconnaissez) (?:pas )?(?:l'|son |cet )?(?:expediteur|emetteur|origine)",
      '(?:recognize|know|trust|verify) the (?:sender|source|content)',
      "(?:verifiez|assurez[- ]vous de|confirmez) l'(?:identite|expediteur|adresse|origine)",
      "(?:sur|certains?|sure?) de (?:l'|son )?(?:expediteur|origine|provenance|contenu)",
    ],
    example: 'Si vous ne connaissez pas l’expéditeur.',
    unlike: 'Vous nous connaissez.',
  },
  {
    id: 'caution',
    says: [
      '(?:attention|caution|warning|avertissement|alerte|mise en garde) ?[:!]',
      '\\[?external\\]?$',
      '\\(?\\[?externe\\]?\\)?$',
    ],
    example: 'ATTENTION : message',
    unlike: 'Faites attention',
  },
  {
    id: 'seldom-writes',
    says: [
      "(?:vous )?n'(?:avez|recevez) pas souvent",
      "(?:recu|recevez|recevoir) (?:rarement|peu souvent) (?:de |des |d')?(?:courriers?|e-?mails?|messages?)",
      "don't often get e-?mail",
      "decouvrez pourquoi (?:c'est|cela est) important",
      'learn why this is important',
    ],
    example: 'Vous n’avez pas souvent reçu de courrier de cette adresse.',
    unlike: 'Vous recevez souvent nos lettres.',
  },
])

/** Subjects that copiers, telephones and hurried people write: they say nothing of what the mail is. */
export const EMPTY_SUBJECTS = wordList(
  [
    {
      id: 'scan',
      says: [
        'scan(?:s|ne|nes|ned|ner|nee|nees|ning)?[\\d_-]*',
        'numeris\\w*',
        'impressions?',
        'copies?',
        'message from',
        'copieur',
      ],
      example: 'Numérisation du 23/11/2022',
      unlike: 'Scandale au conseil',
    },
    {
      id: 'paper',
      says: [
        'documents?',
        'dossiers?',
        'fichiers?',
        'pdf',
        'img',
        'images?',
        'doc',
        'pj',
        'pieces? jointes?',
        'courriers?',
        'attached',
      ],
      example: 'Document',
      unlike: 'Documentaliste',
    },
    {
      id: 'asked-piece',
      says: [
        'formulaires?',
        'lettres?',
        'presentations?',
        'projets?',
        'candidatures?',
        'reponses?',
        'ami',
        'demandes?',
      ],
      example: 'Candidature',
      unlike: 'Lettrine',
    },
    {
      id: 'nothing',
      says: [
        'envoi',
        'message',
        'sans objet',
        'no subject',
        'urgent',
        '\\(aucun objet\\)',
        '\\(sans objet\\)',
      ],
      example: 'Sans objet',
      unlike: 'Messagerie',
    },
  ],
  'at its start',
)

/** Prefixes of answers and of forwarded mails, as mail programs write them, without their colon. */
export const FORWARD_PREFIXES = wordList(
  [
    { id: 'french', says: ['tr', 'transfert'], example: 'tr', unlike: 'tri' },
    { id: 'english', says: ['fwd?', 'fw'], example: 'fwd', unlike: 'fwdx' },
    { id: 'german', says: ['wg'], example: 'wg', unlike: 'wgt' },
    { id: 'romance', says: ['rv', 'i', 'enc', 'rif'], example: 'rv', unlike: 'rvb' },
    { id: 'northern', says: ['vs', 'vb', 'doorst', 'pd'], example: 'vs', unlike: 'vsp' },
  ],
  'as a whole',
)
export const ANSWER_PREFIXES = wordList(
  [
    { id: 'latin', says: ['re', 'ref', 'rep'], example: 're', unlike: 'ret' },
    { id: 'german', says: ['aw', 'antw?'], example: 'aw', unlike: 'awk' },
    { id: 'northern', says: ['sv', 'odp'], example: 'sv', unlike: 'svp' },
  ],
  'as a whole',
)

/** What telephones and web mails add under every mail: nobody's words. */
export const PROGRAM_FOOTERS = wordList(
  [
    {
      id: 'sent-from',
      says: [
        "envoye (?:de|depuis|a partir de|par) (?:mon|l'|outlook|yahoo|un)",
        'sent (?:from|with|via)',
        'gesendet (?:von|mit)',
        'enviado desde',
        'inviato da',
      ],
      example: 'Envoyé de mon iPhone',
      unlike: 'Envoyé hier',
    },
    {
      id: 'get-the-program',
      says: ['(?:obtenez|telecharger?z?) (?:outlook|gmail|yahoo)', 'get outlook', 'provenance : courrier'],
      example: 'Obtenez Outlook pour iOS',
      unlike: 'Obtenez un rendez-vous',
    },
    {
      id: 'checked',
      says: ['(?:garanti |message )?sans virus', 'virus[- ]free', 'avast', "l'absence de virus"],
      example: 'Garanti sans virus.',
      unlike: 'Un virus court.',
    },
  ],
  'at its start',
)
