import type { PublishedCall } from './published.ts'

/** Calls in other layouts, written with what is right after the reading of the others worked, before these ran. */
const calendar: PublishedCall = {
  text: `DÉPARTEMENT DES HAUTES-BRUYÈRES
Appel à projets 2026
Alimentation locale dans les collèges

I. Contexte
Le Département des Hautes-Bruyères accompagne les collèges.

II. Bénéficiaires éligibles
L'appel est ouvert aux producteurs, aux coopératives et aux associations.

III. Axes
Axe 1 : Approvisionnement
Axe 2 : Éducation au goût

IV. Calendrier
Lancement de l'appel à projets : 2 février 2026
Clôture des dépôts : 17 avril 2026 à 12h00
Jury : 12 mai 2026
Notification des résultats : juin 2026

V. Constitution du dossier
Pièces à joindre :
 * Formulaire de candidature
 * Budget prévisionnel
 * RIB
 * Statuts et récépissé de déclaration (associations)

VI. Envoi
Par mail uniquement : aap-colleges@hautes-bruyeres.example
Contact : M. Bertrand Ocquidant, chef de projet alimentation – 01 99 00 45 67`,
  read: {
    'authority.name': 'Département des Hautes-Bruyères',
    'mailbox.address': 'aap-colleges@hautes-bruyeres.example',
    'deadline.wallClock': '2026-04-17T12:00',
    'deadline.inclusive': true,
    'deadline.source': 'section IV',
    'agent.name': 'M. Bertrand Ocquidant',
    'agent.role': 'chef de projet alimentation',
    'service.phone': '01 99 00 45 67',
    'eligibility.asWritten': 'producteurs, aux coopératives et aux associations',
  },
  pieces: ['form', 'budget', 'rib', 'statuts'],
  absent: ['deadline.day', 'deadline.rolling'],
}

const wrapped: PublishedCall = {
  text: `Règlement de l'appel à manifestation d'intérêt
« Halles en partage »

Article 1er – Objet
La Communauté d'agglomération du Grand Vernois cherche des exploitants pour ses halles.

Article 5 – Modalités de réponse
Les réponses, comprenant une lettre de candidature, un extrait Kbis et les trois derniers
bilans comptables, sont à transmettre par voie électronique exclusivement, au plus tard le
30 septembre 2026 à 17h30, à l'adresse halles@grandvernois.example.
Toute question peut être posée à juridique@grandvernois.example jusqu'au 15 septembre 2026.`,
  read: {
    'authority.name': "Communauté d'agglomération du Grand Vernois",
    'mailbox.address': 'halles@grandvernois.example',
    'deadline.wallClock': '2026-09-30T17:30',
    'deadline.inclusive': true,
    'deadline.source': 'article 5',
    shortTitle: 'Halles en partage',
  },
  pieces: ['letter', 'kbis', 'comptes'],
  absent: ['deadline.day'],
}

const table: PublishedCall = {
  text: `Fonds d'aide aux festivals
Ville de Chantereine
Date d'ouverture\tDate limite
15/01/2026\t15/03/2026
Demande à envoyer par courriel à festivals@chantereine.example.
Pièces demandées : formulaire, devis, budget`,
  read: { 'mailbox.address': 'festivals@chantereine.example', 'authority.name': 'Ville de Chantereine' },
  pieces: ['form', 'devis', 'budget'],
  absent: ['deadline.wallClock'],
}

const school: PublishedCall = {
  text: `Appel à candidatures
Conseil municipal des jeunes de Port-Lanvern

Tu as entre 11 et 15 ans ? Tu habites la commune de Port-Lanvern ?
Envoie ta candidature (formulaire + autorisation parentale) avant le vendredi 16 octobre 2026 minuit
à jeunesse@port-lanvern.example`,
  read: {
    'authority.name': 'Commune de Port-Lanvern',
    'mailbox.address': 'jeunesse@port-lanvern.example',
    'deadline.day': '2026-10-16',
    'deadline.dayItself': 'contested',
  },
  pieces: ['form'],
  absent: ['deadline.wallClock'],
}

const grant: PublishedCall = {
  text: `Small Grants Programme 2026
Llanfair District Council

Who can apply
The fund is open to community groups and charities.

What to send
Your application should include:
1. A completed application form
2. Your latest annual accounts
3. Two quotes

Deadline: Monday 14 September 2026, 12 noon.
Email grants@llanfair.example`,
  read: {
    'authority.name': 'Llanfair District Council',
    'mailbox.address': 'grants@llanfair.example',
    'deadline.wallClock': '2026-09-14T12:00',
    'eligibility.asWritten': 'community groups and charities',
  },
  pieces: ['form', 'comptes', 'devis'],
  absent: ['deadline.day', 'published.date'],
}

export const BLIND_CALLS = { calendar, wrapped, table, school, grant } as const
