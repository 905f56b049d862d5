/** A published call as somebody pastes it, and what a careful clerk reads in it, written down before the first run. */
export interface PublishedCall {
  readonly text: string
  /** By the key of the call’s file. */
  readonly read: Readonly<Record<string, unknown>>
  readonly sectors?: readonly string[]
  /** For each piece asked for, the roles that meet it. */
  readonly pieces?: readonly string[]
  /** Keys of which the text says nothing. */
  readonly absent: readonly string[]
}

const subsidy: PublishedCall = {
  text: `Ville de Sablonville
Appel à projets « Quartiers vivants » 2026
Publié le 5 janvier 2026

La Ville de Sablonville soutient les associations qui animent ses quartiers.

Article 1 – Qui peut candidater
Peuvent candidater les associations déclarées dont le siège est à Sablonville.

Article 2 – Thématiques
Chaque projet s'inscrit dans l'une des thématiques suivantes :
- Culture et lecture
- Sport et santé
- Jardins partagés

Article 3 – Dossier
Le dossier de candidature devra comporter :
- le formulaire de demande dûment complété et signé ;
- les statuts de l'association ;
- un relevé d'identité bancaire (RIB) ;
- le budget prévisionnel du projet ;
- une présentation de l'association.

Article 4 – Dépôt
Les dossiers sont à adresser par courriel à quartiers@sablonville.example au plus tard le dimanche 15 mars 2026 à minuit.
Renseignements : Service de la vie associative, 01 99 00 12 34.
Ville de Sablonville, 3 place de la Fontaine, 38998 Sablonville`,
  read: {
    title: 'Appel à projets « Quartiers vivants » 2026',
    'published.date': '2026-01-05',
    'authority.name': 'Ville de Sablonville',
    'authority.article': 'La Ville de Sablonville',
    'authority.domains': ['sablonville.example'],
    'mailbox.address': 'quartiers@sablonville.example',
    'service.name': 'Service de la vie associative',
    'service.phone': '01 99 00 12 34',
    'service.postalAddress': '3 place de la Fontaine, 38998 Sablonville',
    'deadline.asWritten': 'au plus tard le dimanche 15 mars 2026 à minuit',
    'deadline.day': '2026-03-15',
    'deadline.dayItself': 'contested',
    'deadline.source': 'article 4',
    'deadline.zone': 'Europe/Paris',
    'eligibility.asWritten': 'les associations déclarées dont le siège est à Sablonville',
  },
  sectors: ['Culture et lecture', 'Sport et santé', 'Jardins partagés'],
  pieces: ['form', 'statuts', 'rib', 'budget', 'presentation'],
  absent: ['deadline.wallClock', 'agent.name', 'deadline.opensAt'],
}

const residency: PublishedCall = {
  text: `APPEL À CANDIDATURES
Résidence d'écriture au moulin de Clairombre

La communauté de communes du Hautmarais accueille chaque année un auteur ou une autrice.

Modalités de candidature
Pièces à fournir :
• Une note d'intention (2 pages maximum)
• Un CV
• Un portfolio ou un extrait de publication
• Une copie de la pièce d'identité

Les candidatures seront reçues jusqu'au 30 avril 2026 inclus à l'adresse
suivante : residence@hautmarais.example, à l'attention de Mme Odile Vauquelin, chargée de mission culture.
Toute personne majeure peut candidater à titre individuel.`,
  read: {
    title: "Résidence d'écriture au moulin de Clairombre",
    'authority.name': 'Communauté de communes du Hautmarais',
    'authority.article': 'La communauté de communes du Hautmarais',
    'mailbox.address': 'residence@hautmarais.example',
    'deadline.asWritten': "jusqu'au 30 avril 2026 inclus",
    'deadline.day': '2026-04-30',
    'deadline.dayItself': 'in',
    'agent.name': 'Mme Odile Vauquelin',
    'agent.role': 'chargée de mission culture',
    'applicants.persons': true,
  },
  pieces: ['intention', 'cv', 'portfolio', 'identite'],
  absent: ['published.date', 'service.phone', 'deadline.wallClock', 'deadline.zone', 'sectors'],
}

const contest: PublishedCall = {
  text: `Concours photo « Lumières d'automne »
Règlement

Art. 1. Le concours est organisé par la commune de Brumefontaine.
Art. 2. Il est ouvert à tous les habitants, sans condition d'âge.
Art. 3. Trois catégories sont proposées :
1. Paysage
2. Portrait
3. Noir et blanc
Art. 4. Chaque participant envoie une photographie au format JPG et le bulletin de participation complété.
Art. 5. Envoi par e-mail : photo@brumefontaine.example
Date limite de réception : 12/06/2026 à 18 h`,
  read: {
    title: "Concours photo « Lumières d'automne »",
    'authority.name': 'Commune de Brumefontaine',
    'mailbox.address': 'photo@brumefontaine.example',
    'deadline.asWritten': 'Date limite de réception : 12/06/2026 à 18 h',
    'deadline.wallClock': '2026-06-12T18:00',
    'deadline.inclusive': true,
    'deadline.source': 'art. 5',
    'applicants.persons': true,
  },
  sectors: ['Paysage', 'Portrait', 'Noir et blanc'],
  pieces: ['photo', 'form'],
  absent: ['deadline.day', 'agent.name'],
}

const market: PublishedCall = {
  text: `Commune de Givremont
Marché d'hiver : appel à candidatures pour l'occupation d'un chalet

Le dossier est composé des pièces suivantes :
- un extrait Kbis de moins de trois mois
- une attestation d'assurance responsabilité civile
- des photos du stand et des produits
- la liste des produits proposés à la vente
Il est à retourner avant le 1er octobre 2026, par courriel (marche@givremont.example)
ou par courrier à la mairie, 1 rue du Beffroi, 67999 Givremont.
Le marché se tient du 4 au 24 décembre 2026.`,
  read: {
    title: "Marché d'hiver : appel à candidatures pour l'occupation d'un chalet",
    'authority.name': 'Commune de Givremont',
    'mailbox.address': 'marche@givremont.example',
    'post.address': '1 rue du Beffroi, 67999 Givremont',
    'deadline.asWritten': 'avant le 1er octobre 2026',
    'deadline.day': '2026-10-01',
    'deadline.dayItself': 'out',
  },
  pieces: ['kbis', 'assurance', 'photo', 'liste_des_produits'],
  absent: ['deadline.wallClock', 'deadline.opensAt', 'sectors'],
}

export const FIRST_CALLS = { subsidy, residency, contest, market } as const
