import type { PublishedCall } from './published.ts'

const commission: PublishedCall = {
  text: `Open call: a mural for the Harbour Library

Published on 2 March 2026
Ferncastle City Council invites artists to propose a mural for its new library.

Applications must include:
- a completed application form
- a CV
- a portfolio of previous work
- a budget

Please send your application by email to mural@ferncastle.example by 5 pm on Friday 29 May 2026.
Contact: Ms Rowan Ashby, Public Art Officer`,
  read: {
    title: 'Open call: a mural for the Harbour Library',
    'published.date': '2026-03-02',
    'authority.name': 'Ferncastle City Council',
    'mailbox.address': 'mural@ferncastle.example',
    'deadline.asWritten': 'by 5 pm on Friday 29 May 2026',
    'deadline.wallClock': '2026-05-29T17:00',
    'deadline.inclusive': true,
    'agent.name': 'Ms Rowan Ashby',
    'agent.role': 'Public Art Officer',
  },
  pieces: ['form', 'cv', 'portfolio', 'budget'],
  absent: ['deadline.zone', 'deadline.day'],
}

const job: PublishedCall = {
  text: `La commune de Rivebelle recrute
Un ou une bibliothécaire (catégorie B)
Offre publiée le 1er septembre 2026

Missions : accueil du public, acquisitions, animations.
Poste à pourvoir au 1er décembre 2026.
Candidatures (CV et lettre de motivation) à adresser avant le 20 septembre 2026 à recrutement@rivebelle.example`,
  read: {
    title: 'Un ou une bibliothécaire (catégorie B)',
    'published.date': '2026-09-01',
    'authority.name': 'Commune de Rivebelle',
    'mailbox.address': 'recrutement@rivebelle.example',
    'deadline.asWritten': 'avant le 20 septembre 2026',
    'deadline.day': '2026-09-20',
    'deadline.dayItself': 'out',
    'applicants.persons': true,
  },
  pieces: ['cv', 'letter'],
  absent: ['deadline.wallClock', 'sectors', 'deadline.opensAt'],
}

const ideas: PublishedCall = {
  text: `Budget participatif 2026 de la ville d'Étangville
Proposez vos idées !

Dépôt des idées du 2 février au 31 mars 2026 : écrivez à idees@etangville.example ou à la
mairie (2 quai des Saules, 59998 Étangville). Toute habitante, tout habitant dès 11 ans peut participer.
Les thèmes : cadre de vie, mobilités, solidarités.
Il suffit d'une description de l'idée et d'un plan de situation.`,
  read: {
    title: "Budget participatif 2026 de la ville d'Étangville",
    'authority.name': "Ville d'Étangville",
    'mailbox.address': 'idees@etangville.example',
    'deadline.asWritten': 'du 2 février au 31 mars 2026',
    'deadline.opensAt': '2026-02-02T00:00',
    'deadline.day': '2026-03-31',
    'deadline.dayItself': 'contested',
    'deadline.zone': 'Europe/Paris',
    'applicants.persons': true,
  },
  sectors: ['Cadre de vie', 'Mobilités', 'Solidarités'],
  pieces: ['project', 'plan'],
  absent: ['agent.name', 'service.phone'],
}

const procurement: PublishedCall = {
  text: `AVIS DE PUBLICITÉ – Marché à procédure adaptée n° 2026-014
Syndicat mixte du Val Doré
Fourniture de mobilier pour trois écoles

Lots : lot 1 – Tables et chaises ; lot 2 – Rangements
Date et heure limites de réception des offres : le lundi 6 juillet 2026 à 12h00
Les offres sont transmises par voie électronique à l'adresse marches@valdore.example.
L'offre comprend :
a) l'acte d'engagement daté et signé
b) le bordereau des prix
c) un mémoire technique
d) une attestation d'assurance
Critères : prix 60 %, valeur technique 40 %.`,
  read: {
    title: 'Fourniture de mobilier pour trois écoles',
    'authority.name': 'Syndicat mixte du Val Doré',
    'mailbox.address': 'marches@valdore.example',
    'deadline.asWritten': 'Date et heure limites de réception des offres : le lundi 6 juillet 2026 à 12h00',
    'deadline.wallClock': '2026-07-06T12:00',
    'deadline.inclusive': true,
    'legal.contract': true,
  },
  sectors: ['Tables et chaises', 'Rangements'],
  pieces: ['acte_engagement', 'prix', 'memoire', 'assurance'],
  absent: ['deadline.opensAt', 'published.date'],
}

const always: PublishedCall = {
  text: `Aide aux petits travaux des commerces – règlement
Métropole de Roncevent

Les demandes peuvent être déposées toute l'année, au fil de l'eau, à commerce@roncevent.example.
Le dossier comprend un devis, un RIB et un extrait Kbis.`,
  read: {
    'authority.name': 'Métropole de Roncevent',
    'mailbox.address': 'commerce@roncevent.example',
    'deadline.rolling': true,
    'deadline.asWritten': "au fil de l'eau",
  },
  pieces: ['devis', 'rib', 'kbis'],
  absent: ['deadline.day', 'deadline.wallClock', 'published.date'],
}

const waves: PublishedCall = {
  text: `Appel à projets politique de la ville 2026
Agglomération de Pierrelande

Calendrier
Première vague : dépôt avant le 16 février 2026 à 12 h
Deuxième vague : dépôt avant le 29 juin 2026 à 12 h
Les projets sont envoyés à cohesion@pierrelande.example`,
  read: {
    'authority.name': 'Agglomération de Pierrelande',
    'mailbox.address': 'cohesion@pierrelande.example',
    'deadline.waves': [
      {
        label: 'Première vague',
        asWritten: 'avant le 16 février 2026 à 12 h',
        wallClock: '2026-02-16T12:00',
        inclusive: false,
      },
      {
        label: 'Deuxième vague',
        asWritten: 'avant le 29 juin 2026 à 12 h',
        wallClock: '2026-06-29T12:00',
        inclusive: false,
      },
    ],
  },
  absent: ['deadline.day', 'deadline.wallClock'],
}

const silent: PublishedCall = {
  text: `Réunion publique sur le plan local d'urbanisme
Le maire vous invite le jeudi 12 mars 2026 à 18 h 30 à la salle des fêtes.
Le compte rendu du 4 février est consultable en mairie.`,
  read: {},
  absent: ['mailbox.address', 'deadline.day', 'deadline.wallClock', 'deadline.rolling', 'sectors'],
}

export const OTHER_CALLS = { commission, job, ideas, procurement, always, waves, silent } as const
