import { wordList } from './entry.ts'

/** Trade: counts in a subject, where it says what the mail is about. */
export const TRADE = wordList([
  {
    id: 'invoice',
    says: ['factures?', 'facturation', 'avoir n\\w*', "note d'honoraires", 'proforma', 'invoice'],
    example: 'Facture n° 12',
    unlike: 'La manufacture ouvre.',
  },
  {
    id: 'quotation',
    says: [
      'devis',
      'offre (?:commerciale|de prix|tarifaire|speciale|promotionnelle)',
      'quotation',
      'tarifs?',
      'grille tarifaire',
    ],
    example: 'Votre devis',
    unlike: 'Une offre de service.',
  },
  {
    id: 'order',
    says: [
      'bons? de (?:commande|livraison)',
      '(?:votre|confirmation de) commande',
      'purchase order',
      'livraison',
      'expedition de votre',
    ],
    example: 'Bon de commande',
    unlike: 'Un bon dossier.',
  },
  {
    id: 'payment',
    says: [
      'relances?',
      'impayes?',
      'reglement (?:de|n|facture|par)',
      'virement',
      'solde du',
      'prelevement',
      "avis d'echeance",
    ],
    example: 'Relance : impayé',
    unlike: 'Le règlement est en ligne.',
  },
  {
    id: 'advertising',
    says: [
      'promotions?',
      'catalogue',
      'abonnements?',
      'soldes',
      'remise exceptionnelle',
      'black friday',
      '-\\d\\d ?%',
    ],
    example: 'Notre catalogue',
    unlike: 'Notre dossier',
  },
])

const TO_PASS_ON = '(?:transmett(?:re|ez)|communiquer|envoyer|diffuser|relayer|partager)'
const NETWORK = '(?:adherents?|membres?|reseaux?|entreprises?|contacts?|partenaires?|administres|communes?)'

/** A call of others that is to be made known: « merci de diffuser ». */
export const RELAYING = wordList([
  {
    id: 'for-diffusion',
    says: [
      'pour (?:large )?(?:diffusion|info(?:rmation)? et diffusion|partage)',
      '(?:a|pour) (?:diffuser|relayer)',
      'a faire (?:suivre|circuler)',
    ],
    example: 'Pour diffusion',
    unlike: 'La diffusion est prévue en mai.',
  },
  {
    id: 'please-relay',
    says: [
      "(?:diffus|relay|partag|propag)(?:er|ez) (?:largement )?(?:cet?|cette|ces|l'|le|la|les)",
      "(?:diffus|relay|partag|propag)(?:er|ez) (?:largement )?(?:notre|nos|l'information)",
      "(?:faire|faites) (?:suivre|circuler|connaitre) (?:largement )?(?:cet?|cette|l'|le|la|notre)",
      `${TO_PASS_ON} (?:\\w+ ){0,5}(?:a|dans|aupres de|parmi) (?:vos|votre|tous? vos) ${NETWORK}`,
    ],
    example: 'Merci de diffuser cet appel.',
    unlike: 'Merci de transmettre notre dossier au service.',
  },
  {
    id: 'to-your-network',
    says: ['(?:aupres de|dans|parmi|a) (?:vos|votre) (?:reseaux?|adherents|contacts|listes? de diffusion)'],
    example: 'Parlez-en dans vos réseaux.',
    unlike: 'Nos réseaux sont anciens.',
  },
])

/** Words under a newsletter by which one leaves it. */
export const LEAVING_LIST = wordList([
  {
    id: 'unsubscribe',
    says: [
      'se (?:des(?:inscrire|abonner)|retirer de (?:cette|la) liste)',
      'desinscription',
      'desabonn\\w+',
      'desinscri\\w+',
    ],
    example: 'Pour se désabonner, cliquez.',
    unlike: 'Pour s’inscrire, cliquez.',
  },
  {
    id: 'no-longer-receive',
    says: ['(?:ne )?(?:plus|souhaitez plus) recevoir (?:nos|cette|ces|de)'],
    example: 'Pour ne plus recevoir nos lettres',
    unlike: 'Pour recevoir nos lettres',
  },
  {
    id: 'foreign',
    says: ['unsubscribe', 'abmelden', 'darse de baja', 'opt[- ]out'],
    example: 'Unsubscribe here',
    unlike: 'Subscribe here',
  },
  {
    id: 'online-version',
    says: [
      '(?:voir|lire|afficher) (?:la )?version (?:en ligne|dans)',
      '(?:voir|lire|afficher) (?:la )?(?:cet? (?:e-?mail|message|courriel)) (?:en ligne|dans)',
      '(?:voir|lire|afficher) (?:la )?cette lettre (?:en ligne|dans)',
      'view (?:in|this email)',
    ],
    example: 'Lire cette lettre en ligne',
    unlike: 'Lire la lettre jointe',
  },
])
