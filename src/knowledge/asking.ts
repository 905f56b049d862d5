import { wordList } from './entry.ts'

/** Somebody asks something. A question mark is looked for beside this list. */
export const ASKING = wordList([
  {
    id: 'could-you',
    says: [
      '(?:pou(?:v|rr)(?:ez|iez))[- ](?:vous|tu|on|je|il|elle|nous)',
      '(?:sau(?:r|v)(?:ez|iez)|peux|peut)[- ](?:vous|tu|on|je|il|elle|nous)',
      '(?:puis|pourrai(?:s|t)|dois|doit|faut)[- ](?:vous|tu|on|je|il|elle|nous)',
      'pourr(?:iez|ions|ais|ait)',
      'peut on',
    ],
    example: 'Pouvez-vous m’aider',
    unlike: 'Vous pouvez venir.',
  },
  {
    id: 'is-it',
    says: ['est[- ](?:il|elle|ce)(?: que)?', "(?:qu'|qu )?est[- ]ce qu\\w*", 'y a[- ]t[- ]il'],
    example: 'Est-il possible de venir',
    unlike: 'Il est possible de venir.',
  },
  {
    id: 'wish-to-know',
    says: [
      '(?:je |nous )?(?:souhait|voudr|aimer|desir|cherch)\\w+ (?:a )?(?:savoir|connaitre|avoir)',
      '(?:je |nous )?(?:souhait|voudr|aimer|desir|cherch)\\w+ (?:a )?(?:obtenir|recevoir|comprendre)',
      '(?:me|nous) demand(?:e|ons) (?:si|quand|ou|comment|quel)',
    ],
    example: 'Nous souhaitons savoir à qui écrire',
    unlike: 'Nous savons à qui écrire.',
  },
  {
    id: 'please-do',
    says: [
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:envoyer|transmettre|confirmer)",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?preciser",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:renvoyer|indiquer|dire)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir| nous| me| m')? ?envoyer",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir)? ?(?:transmettre|confirmer)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: nous| me| m') ?(?:transmettre|confirmer)",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:envoyer|transmettre|confirmer)",
      "serait possible (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:envoyer|transmettre|confirmer)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir| nous| me| m')? ?preciser",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir)? ?(?:renvoyer|indiquer|dire)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: nous| me| m') ?(?:renvoyer|indiquer|dire)",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?preciser",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:renvoyer|indiquer|dire)",
      "serait possible (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:preciser|renvoyer|indiquer|dire)",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?communiquer",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:adresser|faire parvenir)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir| nous| me| m')? ?communiquer",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir)? ?(?:adresser|faire parvenir)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: nous| me| m') ?(?:adresser|faire parvenir)",
      "(?:vous saurais gre|serait possible) (?:de|d')(?: bien vouloir| nous| me| m')? ?communiquer",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:adresser|faire parvenir)",
      "serait possible (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:adresser|faire parvenir)",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:rappeler|repondre)",
      "(?:merci|priere) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:informer|expliquer)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:rappeler|repondre)",
      "(?:vous (?:prie|remercie)) (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:informer|expliquer)",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:rappeler|repondre)",
      "serait possible (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:rappeler|repondre)",
      "vous saurais gre (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:informer|expliquer)",
      "serait possible (?:de|d')(?: bien vouloir| nous| me| m')? ?(?:informer|expliquer)",
      "merci de (?:me|nous|m')",
      'je vous prie de me',
    ],
    example: 'Merci de nous envoyer le règlement.',
    unlike: 'Merci de votre accueil.',
  },
  {
    id: 'question',
    says: ['(?:une|des|ma|mes|notre|nos|quelques) (?:questions?|precisions?|interrogations?)', 'question :?'],
    example: 'J’ai une question.',
    unlike: 'Il est hors de cause.',
  },
  {
    id: 'information',
    says: [
      'renseignements?',
      "(?:demande d'|des |plus d'|une )informations?",
      'informations? (?:sur|concernant|complementaires?)',
    ],
    example: 'Demande de renseignements',
    unlike: 'Ce formulaire est renseigné.',
  },
  {
    id: 'not-found',
    says: [
      '(?:trouve|vois|comprends|sais|arrive|recois|parviens)\\w* (?:pas|plus|aucun)',
      '(?:pas|jamais|rien) (?:trouve|recu|compris|reussi)r?',
      "(?:ne )?(?:s'ouvre|marche|fonctionne|telecharge)\\w* (?:pas|plus)",
      'introuvable',
    ],
    example: 'Je trouve pas le document.',
    unlike: 'Vous trouverez le document.',
  },
  {
    id: 'spoken',
    says: [
      "(?:c'est|c est) (?:quoi|ou|quand|combien)",
      '(?:comment|koman|kosa|ou|quand|combien) (?:on |i |nous |je |il |faut|faire|ca |se )\\w*',
      'avez[- ]vous',
      'si on (?:peut?|pouvait)',
      'ou (?:ce|se|est|sont) (?:trouve\\w*|la|le|les)',
    ],
    example: 'comment on fait',
    unlike: 'vous comme moi',
  },
  {
    id: 'still-time',
    says: [
      'encore (?:temps|possible|ouvert\\w*|repondre|candidater|postuler|deposer)',
      'trop tard',
      "c'est fini",
    ],
    example: 'Il est sans doute trop tard.',
    unlike: 'Il est encore absent.',
  },
  {
    id: 'courtesy',
    says: ['svp', "s'il (?:vous|te) plait", 'stp'],
    example: 'Le règlement svp',
    unlike: 'Cela vous plaît.',
  },
  {
    id: 'english',
    says: ['where can', 'could you', 'can (?:we|i|you)', 'please (?:send|confirm|tell)', 'is it'],
    example: 'Could you help',
    unlike: 'We could help.',
  },
])

/** What questions about a call turn on. Two of these make a question about applying, whatever its words. */
export const APPLYING_TOPICS = wordList([
  {
    id: 'call',
    says: [
      "(?:l'|l |votre|cet|notre|un|d') ?appels? (?:a|aux|d')",
      '(?:votre|vos|cet|cette|ladite) (?:appels?|annonces?|publications?|offres?)',
      '(?:votre|vos|cet|cette|ladite) (?:avis|consultations?|dispositifs?|concours)',
      "appels? (?:a|aux|d') ?(?:manifestations?|projets?|candidatures?)",
      "appels? (?:a|aux|d') ?(?:idees|initiatives?|propositions?|participation)",
      "(?:de|pour|sur|dans|a) l'appel(?! (?:telephonique|de|d'|du|que))",
    ],
    example: 'votre appel',
    unlike: 'Je vous appelle.',
  },
  {
    id: 'acronym',
    says: ["(?:l'|l |votre |cet |de l'|a l'|un |notre |nos )(?:ami|aap|aac)", '(?:ami|aap) (?:de|du|des)'],
    example: 'L’AMI des industriels',
    unlike: 'mon ami',
  },
  {
    id: 'to-apply',
    says: ['candidat(?:er|ons|ez)', '(?:postuler|soumissionner|concourir)'],
    example: 'Peut-on candidater',
    unlike: 'Le candidat parle.',
  },
  {
    id: 'to-answer',
    says: [
      'particip(?:er|e|es|ons|ez)',
      "(?:repondre|reponde|reponds|inscrire|s'inscrire|deposer|depot|presenter (?:un|notre|mon|une))",
    ],
    example: 'Puis-je répondre',
    unlike: 'La réponse est là.',
  },
  {
    id: 'papers',
    says: [
      '(?:formulaires?|imprimes?|cerfas?|reglement|cahier des charges|modele|trame|annexes?)',
      '(?:documents?|papiers?|dossiers?|fiches?) (?:a|de) (?:remplir|completer|fournir)',
      '(?:documents?|papiers?|dossiers?|fiches?) (?:a|de) (?:joindre|rendre|candidature|telecharger)',
      '(?:pieces?|justificatifs?) (?:a|de) (?:fournir|joindre|rendre|produire)',
      '(?:feuilles?|fiches?) (?:a|de) (?:remplir|completer|candidature)',
      '(?:kbis|k-bis|statuts|rib|attestations?)',
    ],
    example: 'le document à remplir',
    unlike: 'le document est arrivé',
  },
  {
    id: 'own-file',
    says: ['(?:mon|notre|le|du|un|ce|in|lo) (?:dossier|dosie|dosye|envoi|courrier|pli)'],
    example: 'notre dossier',
    unlike: 'le dossard',
  },
  {
    id: 'arrival',
    says: [
      '(?:bien )?(?:recu|arrive|parvenue?)s?(?: bien)?',
      '(?:en main propre|par la poste|par courrier|au guichet|a (?:votre )?accueil)',
    ],
    example: 'est-ce bien arrivé',
    unlike: 'je suis à la rive',
  },
  {
    id: 'site',
    says: ['(?:votre|le) site(?: internet| web)?', '(?:la|cette) page', 'en ligne'],
    example: 'sur votre site',
    unlike: 'la visite',
  },
  {
    id: 'time-limit',
    says: [
      '(?:date|heure|jour|delai)s? (?:limites?|butoir|de (?:cloture|depot|remise|fin))',
      '(?:cloture|echeance|report|prolong\\w+)',
      "(?:dernier (?:jour|delai)|trop tard|encore (?:temps|possible|ouvert)|jusqu'(?:a|au) (?:quand|quelle))",
    ],
    example: 'la date limite',
    unlike: 'la date de naissance',
  },
  {
    id: 'eligibility',
    says: [
      '(?:in)?eligib\\w+',
      '(?:ouvert|accessible|reserve)e?s? (?:a|aux|qu)',
      '(?:ai|avons|a)[- ](?:je|nous|t[- ]on) (?:le )?droit',
      'suis[- ]je concerne\\w*',
    ],
    example: 'Sommes-nous éligibles',
    unlike: 'La lecture est illisible.',
  },
  {
    id: 'application',
    says: ['candidatures?', 'dossiers? de (?:candidature|demande)'],
    example: 'notre candidature',
    unlike: 'notre candidate',
  },
])

/** Thanks and assents: nobody waits for an answer. Counts in short mails that ask nothing. */
export const THANKING = wordList([
  {
    id: 'thanks',
    says: [
      "merci (?:beaucoup|pour|a vous|a toi|bien|encore|d'avoir|de (?:votre|vos|ton|ta|tes|cette|ce|ces))",
      'grand merci',
      'remerci\\w+',
    ],
    example: 'Merci pour votre retour.',
    unlike: 'Merci de me rappeler.',
  },
  {
    id: 'received',
    says: [
      'bien (?:recu|note|pris note)',
      'bonne reception',
      'message recu',
      'pris acte|prends (?:bonne )?note',
    ],
    example: 'Bien noté.',
    unlike: 'Je note bien mal.',
  },
  {
    id: 'assent',
    says: [
      '(?:parfait|super|entendu|compris|tres bien)(?: et)?(?: merci)?[ !.,]*$',
      "(?:ok|okay|dac|d'accord|c'est note|ca marche)(?: et)?(?: merci)?[ !.,]*$",
    ],
    example: 'Parfait !',
    unlike: 'Parfait, mais où est le formulaire',
  },
  {
    id: 'foreign',
    says: ['thank(?:s| you)', 'danke', 'gracias', 'grazie', 'mersi'],
    example: 'Thanks a lot',
    unlike: 'The tank is full.',
  },
  {
    id: 'bare',
    says: ['merci[ !.,]*$'],
    example: 'Merci',
    unlike: 'merci de répondre',
  },
])
