import { wordList } from './entry.ts'

/** What people hand in, and how they call it: nouns that a verb of handing in may have for its object. */
export const APPLICATION = wordList([
  {
    id: 'candidacy',
    says: ['candidatures?', 'actes? de candidature'],
    example: 'Voici ma candidature.',
    unlike: 'Le candidat sera reçu.',
  },
  {
    id: 'file',
    // What others put together is nobody's application.
    says: [
      "dossiers?(?: complets?)?(?! (?:de |d')(?:presse|consultation|enquete|concertation|suivi|instruction))",
    ],
    example: 'Nous déposons notre dossier.',
    unlike: 'Ci-joint le dossier de presse.',
  },
  {
    id: 'interest',
    // What the call is named after is nobody's application.
    says: [
      "(?:lettres? de )?(?<!appels? a (?:la )?)manifestations? d'interet",
      "lettres? d'(?:intention|engagement)",
    ],
    example: 'Notre lettre d’intention est jointe.',
    unlike: 'La manifestation aura lieu dimanche.',
  },
  {
    id: 'form',
    says: ['(?:formulaires?|fiches? de candidature|bulletins?|cerfas?)'],
    example: 'Le formulaire rempli est joint.',
    unlike: 'Je formule une demande.',
  },
  {
    id: 'answer',
    says: [
      "reponses? (?:a|au|aux) (?:l'|votre |cet? |la |l )?(?:ami|aap|appels?|annonce|offre|consultation|avis)",
    ],
    example: 'Vous recevrez notre réponse à l’appel.',
    unlike: 'Sans réponse de votre part lundi.',
  },
  {
    id: 'request',
    says: ['demandes? (?:de (?:subvention|participation|financement|residence|labellisation)|complete)'],
    example: 'Ci-joint notre demande de subvention.',
    unlike: 'À votre demande, nous venons.',
  },
  {
    id: 'english',
    says: ['applications?', 'expressions? of interest', 'proposals?'],
    example: 'Please find our application attached.',
    unlike: 'The app is out.',
  },
  {
    id: 'german',
    says: ['bewerbung(?:sunterlagen)?', 'interessenbekundung', 'teilnahmeantrag'],
    example: 'Anbei unsere Bewerbung.',
    unlike: 'Unsere Werbung.',
  },
  {
    id: 'dutch',
    says: ['kandidatuur', 'kandidaatstelling', 'aanmelding', 'aanvraag', 'inschrijving'],
    example: 'Bijgaand onze kandidatuur.',
    unlike: 'Een vraag.',
  },
  {
    id: 'southern',
    says: [
      'candidaturas?',
      'solicitud(?:es)?',
      '(?:nuestra|nossa) prop(?:ue|o)sta',
      '(?:domanda|istanza) di partecipazione',
    ],
    example: 'Adjuntamos nuestra solicitud.',
    unlike: 'Una domanda.',
  },
  {
    id: 'project',
    says: [
      '(?:notre|nos) projets?',
      "mon projet(?! (?:de|d')(?: ?fin| ?etudes?| ?recherche| ?memoire| ?these| ?master| ?stage))",
      "notes? d'intention",
    ],
    example: 'Nous vous adressons notre projet.',
    unlike: 'La note de service est jointe.',
  },
  {
    id: 'own-work',
    says: [
      '(?:ma|mon|mes|notre|nos) (?:participations?|idees?|contributions?|inscriptions?)',
      '(?:ma|mon|mes|notre|nos) (?:oeuvres?|photo(?:graphie)?s?|creations?)',
    ],
    example: 'Voici ma participation au concours.',
    unlike: 'Votre participation est libre.',
  },
])

/** Acts by which something is handed in with a mail. */
export const HANDING_IN = wordList([
  {
    id: 'enclosed',
    says: ['ci[- ]?(?:joint|inclus|annexe)(?:e|s|es)?', 'en (?:pieces?[- ]jointes?|annexes?|pj|p\\.j)'],
    example: 'Ci-joint notre dossier.',
    unlike: 'Le joint est à changer.',
  },
  {
    id: 'please-find',
    says: ['veuillez (?:bien )?(?:trouver|recevoir)', '(?:vous )?(?:trouverez|recevrez)'],
    example: 'Vous trouverez notre candidature.',
    unlike: 'Je ne trouve pas le formulaire.',
  },
  {
    id: 'send',
    says: [
      '(?:vous|te) (?:adress|transm|envo)\\w*',
      '(?:vous|te) (?:fai(?:s|sons) (?:parvenir|suivre)|soum|remet|join|present|propos)\\w*',
    ],
    example: 'Je vous adresse notre dossier.',
    unlike: 'Je vous appelle demain.',
  },
  {
    id: 'attach',
    says: ['(?:je |nous )?(?:joins|joignons)', '(?:est|sont) (?:jointe?s?|en lien|a telecharger)'],
    example: 'Notre dossier est joint.',
    unlike: 'Je peux être joint lundi.',
  },
  {
    id: 'here-is',
    says: ['voici (?:donc |enfin )?(?:notre|nos|mon|ma|mes|le|la|les)', '(?:pj|p\\.j\\.?) ?:'],
    example: 'Voici notre candidature.',
    unlike: 'Voici pourquoi je vous écris.',
  },
  {
    id: 'deposit',
    says: ['depos(?:e|ons|er) (?:ma|notre|mon|nos|la|le|un|une)', 'fais acte de candidature'],
    example: 'Nous déposons notre dossier.',
    unlike: 'Jusqu’à quand peut-on déposer ?',
  },
  {
    id: 'download',
    says: ['telecharg\\w+', '(?:lien|liens) (?:de|vers|suivants?|ci)'],
    example: 'Téléchargement : cliquez.',
    unlike: 'Nous avons déchargé le camion.',
  },
  {
    id: 'english',
    says: [
      'please find',
      '(?:is|are) (?:attached|enclosed)(?! to)',
      'see (?:the )?(?:attached|enclosed|attachment)',
      'attached (?:is|are|you)',
      'we (?:submit|attach)',
    ],
    example: 'Please find our application.',
    unlike: 'We are attached to our land.',
  },
  {
    id: 'german',
    says: ['anbei', 'beigefugt', 'im anhang', 'beiliegend', 'als anlage'],
    example: 'Im Anhang finden Sie unsere Bewerbung.',
    unlike: 'Ein Anhänger.',
  },
  {
    id: 'dutch',
    says: ['bijgaand', 'bijgevoegd', '(?:in|als) bijlage', 'hierbij'],
    example: 'In bijlage onze kandidatuur.',
    unlike: 'Een bijdrage.',
  },
  {
    id: 'southern',
    says: ['adjunt(?:o|a|os|as|amos)', '(?:in|em) (?:allegato|anexo)', 'allegat[oaie]', 'anexamos'],
    example: 'Adjuntamos nuestra solicitud.',
    unlike: 'El alcalde.',
  },
])

const TO_THE_CALL = "(?:a |au |aux )(?:l'|l |votre |cet |la )?(?:ami|aap|appels?)"

/** Somebody applies: the sentence says so, whatever came with it. */
export const APPLYING = wordList([
  {
    id: 'own-application',
    says: [
      '(?:notre|ma|sa|leur|cette|une|de|en) candidature',
      'candidature (?:de|du|a|au|aux|pour|ami|-|–|:)',
      'candidature (?:conjointe|commune|groupee)',
    ],
    example: 'Voici ma candidature.',
    unlike: 'Les candidatures sont closes.',
  },
  {
    id: 'to-apply',
    says: [
      '(?:je |nous )?candidat(?:e a|ons)',
      '(?:suis|sommes|est) candidate?s?',
      '(?:nous|me|se) port(?:e|ons|ent) candidate?s?',
    ],
    example: 'Nous nous portons candidats.',
    unlike: 'Un candidat est venu.',
  },
  {
    id: 'wish-to-apply',
    says: [
      '(?:souhait|voul|desir|voudr)\\w+ (?:\\w+ )?(?:candidater|postuler)',
      '(?:souhait|voul|desir|voudr)\\w+ (?:\\w+ )?(?:manifester|participer|repondre|concourir)',
    ],
    example: 'Notre association souhaite participer au programme.',
    unlike: 'Nous souhaitons un rendez-vous.',
  },
  {
    id: 'to-be-one-of-you',
    says: [
      '(?:souhait|voul|desir|voudr|aimer)\\w+ (?:\\w+ )?(?:etre des votres|en etre|en faire partie|' +
        'prendre part)',
      '(?:souhait|voul|desir|voudr|aimer)\\w+ (?:\\w+ )?(?:rejoindre|integrer|faire partie|sieger|' +
        'etre (?:dans|membre))',
      '(?:veu[xt]|voudrai[st]?|voudrions) (?:\\w+ )?(?:participer|candidater|postuler|etre (?:dans|membre))',
    ],
    example: 'Nous souhaitons être des vôtres.',
    unlike: 'Nous souhaitons vous rencontrer.',
  },
  {
    id: 'declare-interest',
    says: [
      'manifest\\w+ (?:notre|mon|son|leur) interet',
      'fai(?:t|s|sons) part de (?:son|mon|notre) interet',
    ],
    example: 'Nous manifestons notre intérêt.',
    unlike: 'Votre site est sans intérêt.',
  },
  {
    id: 'answer-the-call',
    says: [
      // Who says who answers, « les entreprises qui répondent », answers nothing.
      `(?<!qui )repon(?:d|ds|dons|dant|dre) (?:ici |ainsi |favorablement )?${TO_THE_CALL}`,
      "(?:notre|ma|en) reponse (?:a |au )(?:l'|l |votre |cet |la )?(?:ami|aap|appels?)",
    ],
    example: 'Nous répondons à l’appel.',
    unlike: 'Je réponds à votre courriel.',
  },
  {
    id: 'application-file',
    says: ['dossier de (?:candidature|demande|participation)', 'demande de (?:subvention|residence)'],
    example: 'Ci-joint le dossier de demande.',
    unlike: 'Le dossier de presse est en ligne.',
  },
])
