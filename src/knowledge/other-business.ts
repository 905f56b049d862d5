import { wordList } from './entry.ts'

/** Somebody looks for work. Speaks against a mail only where the call is none for work: its own words are left out. */
export const JOB_SEEKING = wordList([
  {
    id: 'spontaneous',
    says: ['candidature spontanee'],
    example: 'Candidature spontanée',
    unlike: 'Une candidature commune',
  },
  {
    id: 'for-a-post',
    says: [
      "(?:candidature|candidate?|postule?r?|candidater) (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?(?:postes?|offres?|emplois?|missions? d'interim|contrat|stages?)",
      "(?:postule|candidate) (?:a|au|pour|sur) (?:l'|votre |cette )?(?:offre|annonce|poste)",
    ],
    example: 'Je postule à l’offre d’animateur.',
    unlike: 'Je postule à votre appel.',
  },
  {
    id: 'looking-for-work',
    says: [
      "(?:recherche|cherche|demande|offre|propose|proposition|recherchons)s? (?:activement )?(?:d'|de |un |une )?(?:emplois?|stages?|alternances?|apprentissage|job|travail|stagiaires?)",
      "(?:stage|alternance|apprentissage|emploi) (?:de (?:troisieme|3e|fin|licence|master|bts|seconde)|d'observation|saisonnier|d'ete)",
    ],
    example: 'Je recherche un stage.',
    unlike: 'Notre projet accueille des stagiaires.',
  },
  {
    id: 'curriculum',
    says: [
      '(?:mon|mes|ma|son|le|un) (?:cv|curriculum(?: vitae)?)(?: et (?:ma |la |une )?lettre)?',
      'cv et (?:ma |une )?lettre',
      '(?:cv|curriculum vitae) (?:joint|ci)\\w*',
      '(?:lettre|cv) de motivation',
    ],
    example: 'Ci-joint mon CV.',
    unlike: 'La motivation de notre équipe.',
  },
  {
    id: 'interview',
    says: [
      "entretien (?:d'embauche|de recrutement|professionnel)",
      "lors d'un entretien",
      'pretentions salariales',
      'embaucher',
    ],
    example: 'Je vous l’exposerai lors d’un entretien.',
    unlike: 'L’entretien des machines.',
  },
  {
    id: 'english',
    says: ['job (?:application|offer)', 'internship', 'resume attached'],
    example: 'Internship request',
    unlike: 'A good job was done.',
  },
])

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
      "(?:diffus|relay|partag|propag)(?:er|ez) (?:largement )?(?:cet?|cette|ces|l'|le|la|les|notre|nos|l'information)",
      "(?:faire|faites) (?:suivre|circuler|connaitre) (?:largement )?(?:cet?|cette|l'|le|la|notre)",
      '(?:transmettre|transmettez|communiquer|envoyer|diffuser|relayer|partager) (?:\\w+ ){0,5}(?:a|dans|aupres de|parmi) (?:vos|votre|tous? vos) (?:adherents?|membres?|reseaux?|entreprises?|contacts?|partenaires?|administres|communes?)',
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
      '(?:voir|lire|afficher) (?:la )?(?:version|cet? (?:e-?mail|message|courriel)|cette lettre) (?:en ligne|dans)',
      'view (?:in|this email)',
    ],
    example: 'Lire cette lettre en ligne',
    unlike: 'Lire la lettre jointe',
  },
])
