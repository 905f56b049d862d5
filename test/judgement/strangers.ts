import type { Paper, Written } from './a-mail.ts'

/** Mails that come to a working mailbox and have nothing to do with any call: subjects × texts × what is attached. */
interface Kind {
  readonly subjects: readonly string[]
  readonly texts: readonly string[]
  readonly papers: readonly (readonly Paper[])[]
}

const FACTURE: Paper = {
  name: 'facture.pdf',
  text: 'Facture n° 2022-118\nClient : Service technique\nSIRET 732 829 320 00074\nTotal TTC : 1 240,00 €\nRèglement à 30 jours',
}
const DEVIS: Paper = {
  name: 'devis.pdf',
  text: 'Devis n° 77\nFourniture de 12 fauteuils\nTotal HT : 2 310,00 €\nValable un mois',
}
const CV: Paper = {
  name: 'cv.pdf',
  text: 'Curriculum vitae\nLéo Marchand\nExpériences professionnelles\n2019-2022 : magasinier\nFormation : bac professionnel',
}
const MOTIVATION: Paper = {
  name: 'lettre.pdf',
  text: 'Madame, Monsieur,\nVotre offre d’emploi a retenu mon attention. Titulaire d’un BTS, je souhaite vous exposer mes motivations lors d’un entretien.\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.',
}
const COMPTE_RENDU: Paper = {
  name: 'cr.docx',
  text: 'Compte rendu de la réunion du 8 novembre\nPrésents : M. Durand, Mme Petit\n1. Budget\n2. Calendrier des travaux\nProchaine réunion le 15',
}
const CATALOGUE: Paper = {
  name: 'catalogue.pdf',
  text: 'Catalogue d’hiver\nChaises, tables, luminaires\nPrix publics hors taxes\nLivraison offerte',
}
const PHOTO: Paper = { name: 'IMG_2041.jpg', mediaType: 'image/jpeg', text: '' }

const KINDS: Readonly<Record<string, Kind>> = {
  invoices: {
    subjects: ['Facture n° 2022-118', 'Relance facture', 'Votre facture de novembre', 'Avoir n° 12'],
    texts: [
      'Bonjour,\nVeuillez trouver ci-joint notre facture.\nCordialement,\nLa comptabilité',
      'Bonjour, sauf erreur de notre part la facture jointe reste impayée. Merci de nous confirmer la date du virement.',
      'Ci-joint la facture du mois, règlement à 30 jours.',
    ],
    papers: [[FACTURE], [FACTURE, DEVIS], []],
  },
  quotes: {
    subjects: ['Devis n° 77', 'Votre demande de devis', 'Notre offre de prix pour vos fauteuils'],
    texts: [
      'Bonjour,\nSuite à votre appel de ce matin, voici notre devis. Nous restons à votre disposition.',
      'Madame, nous vous adressons notre meilleure offre pour votre projet de rénovation.',
      'Le devis signé est à nous renvoyer avant vendredi.',
    ],
    papers: [[DEVIS], [DEVIS, CATALOGUE]],
  },
  newsletters: {
    subjects: ['La lettre du mois', 'Nos actualités de novembre', 'Webinaire gratuit : inscrivez-vous'],
    texts: [
      'Au sommaire : la vie du réseau, trois portraits, l’agenda.\nPour se désabonner, cliquez ici : https://lettre.example/u',
      'Participez à notre webinaire sur la comptabilité. Inscription en ligne.\nUnsubscribe: https://lettre.example/u',
    ],
    papers: [[], [CATALOGUE]],
  },
  spam: {
    subjects: [
      'Votre colis est en attente',
      'URGENT !!!',
      'Augmentez votre visibilité',
      'Offre spéciale -50 %',
    ],
    texts: [
      'Cher client, votre colis n’a pas pu être livré. Payez les frais ici : http://colis.example/p?x=1',
      'Nous référençons votre site en première page pour 49 euros par mois. Répondez à ce message.',
      'Congratulations, you have been selected. Click here to claim your prize.',
    ],
    papers: [[], [PHOTO]],
  },
  jobs: {
    subjects: ['Candidature spontanée', 'Demande de stage', 'Recherche d’alternance', 'CV magasinier'],
    texts: [
      'Madame, Monsieur,\nJe me permets de vous adresser ma candidature spontanée pour un emploi de magasinier. Mon CV est joint.',
      'Bonjour, élève de troisième, je recherche un stage d’observation en janvier. Merci de votre réponse.',
      'Actuellement en BTS, je cherche une alternance. Vous trouverez mon CV et ma lettre de motivation.',
    ],
    papers: [[CV], [CV, MOTIVATION], [MOTIVATION]],
  },
  minutes: {
    subjects: ['Compte rendu de la réunion du 8', 'Ordre du jour du conseil', 'RE: réunion de service jeudi'],
    texts: [
      'Bonjour à tous,\nVoici le compte rendu de la réunion. Merci de me signaler vos remarques.\nBonne journée',
      'La réunion est avancée à 9 h, salle du conseil. L’ordre du jour suit.',
    ],
    papers: [[COMPTE_RENDU], []],
  },
  private: {
    subjects: ['Photos du dimanche', 'Anniversaire de Léa', 'Ce soir ?', 'Recette'],
    texts: [
      'Coucou, voici les photos du pique-nique, on s’est bien amusés. Bises',
      'Tu viens dîner avec un ami samedi ? Dis-moi vite.',
      'La recette de mamie : 200 g de farine, trois œufs, un peu de sucre.',
    ],
    papers: [[PHOTO], [PHOTO, PHOTO], []],
  },
  colleagues: {
    subjects: ['Clé de la salle', 'Véhicule de service', 'Congés', 'Note RH'],
    texts: [
      'Bonjour, la clé est à l’accueil. Merci de la rendre ce soir.',
      'Le véhicule est réservé pour mardi matin. Penses-tu en avoir besoin ?',
      'Vous trouverez ci-joint la note sur les congés de fin d’année.',
    ],
    papers: [
      [],
      [{ name: 'note.pdf', text: 'Note de service\nLes congés sont à poser avant le 1er décembre.' }],
    ],
  },
}

/** How people and programs end a mail. */
const ENDINGS = ['', '\n\nEnvoyé de mon iPhone', '\n\nCordialement,\nClaude Martin\nhttps://www.dropbox.com/']

/** All of them, each with every ending: more than five hundred mails. */
export function strangers(): readonly (readonly [string, Written])[] {
  return ENDINGS.flatMap((ending) =>
    everyKind().map(([kind, written]) => [kind, { ...written, text: `${written.text}${ending}` }] as const),
  )
}

function everyKind(): readonly (readonly [string, Written])[] {
  return Object.entries(KINDS).flatMap(([kind, { subjects, texts, papers }]) =>
    subjects.flatMap((subject) =>
      texts.flatMap((text) => papers.map((some) => [kind, { subject, text, papers: some }] as const)),
    ),
  )
}
