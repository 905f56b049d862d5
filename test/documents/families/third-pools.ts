/** The words of a third part, that neither of the others has: drawn whole, in halves of nothing. */
import type { Asked } from './labels.ts'
import type { LetterWords, Vocabulary } from './vocabulary.ts'

const said = (text: string): readonly string[] => text.split(' | ')

const THIRD_LABELS: Readonly<Record<Asked, readonly string[]>> = {
  name: said(
    'Nom de l’association ou de la société | Nom légal | Dénomination officielle | Nom de l’opérateur économique | Intitulé exact de l’organisme | Raison sociale du demandeur | Nom complet de la personne morale | Nom de votre organisation | Dénomination (telle que figurant dans les statuts) | Société ou organisme | Nom de l’institution | Nom de votre structure | Candidat (raison sociale ou nom) | Nom de la personne morale candidate',
  ),
  legal_form: said(
    'Statut juridique de l’organisme | Forme juridique (SARL, SAS, association…) | Votre statut juridique | Structure juridique | Nature juridique de l’organisme | Forme juridique de l’entreprise | Type de société ou d’organisme | Type de personne morale | Forme (société, association, autre) | Statut légal',
  ),
  siret: said(
    'N° SIRET de l’établissement | N° Siret (à 14 chiffres) | N° d’immatriculation SIRET | Numéro de SIRET | N° SIRET ou SIREN | SIRET de l’établissement principal | Numéro d’identification (SIRET) | Votre numéro SIRET',
  ),
  rna: said(
    'Numéro RNA (W suivi de 9 chiffres) | N° d’inscription au RNA | Numéro d’association (RNA) | N° RNA délivré par la préfecture | N° de RNA | Enregistrement en préfecture (n° RNA)',
  ),
  bce: said(
    'Numéro BCE | N° d’inscription à la BCE | Numéro unique d’entreprise (BCE) | N° de TVA ou BCE | Immatriculation BCE',
  ),
  ide: said(
    'Numéro UID | N° IDE (registre du commerce) | Numéro d’identification des entreprises (IDE) | IDE/UID | N° IDE de l’entreprise',
  ),
  ridet: said('N° de RIDET | Numéro de RIDET | RIDET de l’établissement | Immatriculation au RIDET'),
  tahiti: said(
    'N° Tahiti de l’entreprise | Numéro T.A.H.I.T.I. | N° de TAHITI | Immatriculation ISPF (n° TAHITI)',
  ),
  representative: said(
    'Nom et prénom du dirigeant | Nom et prénoms du responsable légal | Personne habilitée à signer | Identité du représentant légal | Nom et prénom de la personne responsable | Représentant(e) légal(e) | Nom du ou de la responsable | Nom et prénom du mandataire | Signataire | Personne ayant qualité pour engager l’organisme | Dirigeant ou dirigeante | Nom et prénom du ou de la signataire | Personne dûment mandatée | Responsable de l’organisme (nom et prénom) | Organisme représenté par',
  ),
  role: said(
    'Fonctions | Titre | Qualité ou fonction | Fonction occupée | Fonction du signataire | Fonction du responsable légal | Qualité (président, gérant…) | Rôle dans l’organisme | Titre du signataire | En tant que | Sa fonction | Poste ou mandat',
  ),
  postal_address: said(
    'Adresse administrative | Adresse légale | Adresse du siège de l’organisme | Siège | Adresse (n°, voie, code postal, ville) | Adresse géographique | Lieu du siège | Rue, numéro, code postal et localité | Adresse de la structure | Adresse de l’entreprise | Adresse complète du siège social | Adresse postale complète | Situé(e) à l’adresse',
  ),
  phone: said(
    'Tél | Téléphone (fixe ou mobile) | N° de tél. | Numéro où vous joindre | Portable | Tél. portable | GSM | Coordonnées téléphoniques | Téléphone de contact | N° tél. | Téléphone du siège | Tél. direct | Votre numéro de téléphone',
  ),
  email: said(
    'Adresse e-mail | Adresse courriel | Adresse de messagerie | Email | E-mail de contact | Courriel de contact | Adresse électronique de contact | Boîte mail | Votre adresse mail | Mèl | Courriel du responsable | Adresse mail de contact',
  ),
  sector: said(
    'Filière visée | Secteur visé | Filière industrielle | Filière pour laquelle vous candidatez | Filière demandée | Secteur retenu | Domaine visé | Choix de la filière | Votre filière | Filière du projet | Candidature pour la filière | Filière souhaitée | Secteur de candidature',
  ),
  date: said(
    'Fait en date du | Date de la candidature | Signé le | Établi le | Date de rédaction | Fait ce jour, le | Complété le | Rempli le | Date de signature du formulaire | Document établi le',
  ),
}

const THIRD_OTHERS: readonly (readonly [label: string, value: string])[] = [
  ['Nombre de salariés', '17'],
  ['Chiffre d’affaires du dernier exercice', '410 000 €'],
  ['Exercice clos le', '31 décembre 2021'],
  ['Date d’immatriculation', '14/06/2015'],
  ['Personne chargée du suivi du dossier', 'Jeanne Marchetti'],
  ['Page Facebook', 'facebook.com/notre.page'],
  ['Assujetti à la TVA', 'Oui'],
  ['Convention collective', 'Métallurgie'],
  ['Objet', 'Fabrication et réparation de mobilier en bois'],
  ['Comment avez-vous connu cet appel ?', 'Par la presse'],
]

const THIRD_HEADINGS = said(
  'Formulaire de réponse à l’appel | DOSSIER DE RÉPONSE | Fiche d’identité du candidat | Formulaire d’inscription à la démarche | Acte de candidature | CANDIDATURE - renseignements administratifs',
)

/** What a structure is, which decides its forms, its roles and how prose calls it. */
export type Nature =
  | 'company'
  | 'association'
  | 'cooperative'
  | 'farm'
  | 'commune'
  | 'sole'
  | 'group'
  | 'foundation'

/** Names that any place may have, and names of one place. */
const THIRD_NAMES: Readonly<Partial<Record<Nature, Readonly<Record<string, readonly string[]>>>>> = {
  company: {
    any: said(
      'ADG Plasturgie | 3D Précision | Ets Marchand & Fils | L’Atelier du Cuivre | BÂTI-RÉNOV’ | Moreau-Delestre Ingénierie | ECO2 Process | Groupe Vialatte | TECHNI-FROID SERVICES | Maison Quintard | Aqua’Terra | H2 Solutions | Transports Bonnardel | La Fabrique à Bocaux | Nord & Sud Logistique | Duval Frères | Les Moulins de l’Aube | I.S.E. Conseil | SOGEMAT | Cap’Innov | Terre d’Ici | Studio 47 | Les Ateliers Réunis',
    ),
    metropole: said('Cidrerie du Pays d’Auge | Coutellerie Thiernoise | Aéro Sud-Ouest Composites'),
    antilles: said('Rhumerie Bois-Debout | Kreyol Tech | SOCIÉTÉ NOUVELLE DU GALION'),
    guyane: said('Amazone Drone | Or Vert Maroni | Guyane Biomasse'),
    mayotte: said('Maoré Fret | Mahorais Solaire | SOMACO Hippocampe'),
    caledonie: said('Niaouli Distill’ | Kagu Télécom | Pacific Mines & Métaux'),
    polynesie: said('Moana Froid | Tiare Nui Emballages | Vini Fenua'),
    belgique: said('Ateliers Vandermeersch | Pierre Bleue du Condroz | Wallo’Chimie'),
    suisse: said('Décolletage du Vallon | Arc-Micro | Vins et Terroirs du Chablais'),
  },
  association: {
    any: said(
      'Les Amis du Vieux Port | Repair’Café du Canton | Collectif Zéro Déchet | Les Jardins de Cocagne de la Vallée | AGIR 21 | L’Outil en Main | Emploi-Solidarité | Club des Entreprises du Bassin | La Ressourcerie du Phare | C.P.I.E. des Collines | ALTERNATIVES ET TERRITOIRES | Femmes d’Avenir | Réseau Entreprendre Littoral | Le Fab’Lab de l’Isthme',
    ),
    antilles: said('Lakou Lanmou | Jenès an Nou'),
    guyane: said('Peyi Vert | Mama Bobi'),
    mayotte: said('Wema wa Maore | Les Mamans de Hamouro'),
    caledonie: said('Jeunesse de Tiga | Les Tisseuses de Thio'),
    polynesie: said('Te Ora Naho | Rima Here'),
  },
  cooperative: {
    any: said(
      'SCOP Les Charpentiers Associés | Coop’Métal | L’Ouvre-Boîtes 44 | Les Compagnons de l’Acier | Titi Floris Est | Le Relais des Cantines | Enercoop Littoral | La Coop des Artisans',
    ),
  },
  farm: {
    any: said('GAEC des Trois Fontaines | EARL du Grand Pré | EARL Les Hauts Vents | CUMA de la Plaine'),
  },
  commune: {
    metropole: said('Commune de Saint-Hilaire-la-Croix | Ville de Montaigu'),
    antilles: said('Commune du Vauclin | Ville du Gosier'),
    guyane: said('Commune de Roura | Commune d’Iracoubo'),
    mayotte: said('Commune de Kani-Kéli'),
    caledonie: said('Commune de Yaté'),
    polynesie: said('Commune de Rangiroa'),
  },
  group: { any: said('GIE Santé Numérique | GIE Les Mareyeurs | GIP Formation Avenir') },
  foundation: {
    any: said('Fondation Agir pour Demain | Fondation Louise-Perrin'),
    suisse: said('Fondation Éco-Vallée | Fondation du Vieux-Moulin'),
  },
}

export type Person = readonly [
  name: string,
  gender: 'm' | 'f',
  named?: readonly [first: string, last: string],
]

const THIRD_PEOPLE: readonly Person[] = [
  ['Jean-François d’Hauteville', 'm'],
  ['Marie-Pierre GUILLEMOT', 'f'],
  ['Marie-Laure de La Fournière', 'f'],
  ['PAYET Josette', 'f'],
  ['Björn Van den Broeck', 'm'],
  ['Céline Dubois-Hofer', 'f'],
  ['Abdelhakim BENSAÏD', 'm'],
  ['Reto Aeschlimann', 'm'],
  ['Ny-Aina Rakotomalala', 'f'],
  ['Pierre-Yves L’Hostis', 'm'],
  ['Marguerite Ste-Croix', 'f'],
  ['Jean Claude MATHURIN', 'm'],
  ['Hinano Teriitehau', 'f'],
  ['Wassissi KONYI', 'm'],
  ['Saïd Ali Madi', 'm'],
  ['Zaïnaba M’Dallah', 'f'],
  ['Élise Van Cauwenberghe', 'f'],
  ['Luc O’Connor', 'm'],
  ['Charles-Henri du Plessis', 'm'],
  ['NGUYEN Thi Mai', 'f'],
  ['Mélissandre Tremblay', 'f'],
  ['Guy-Noël Célestine-Marie', 'm'],
  ['Agnès Blanc', 'f'],
  ['Éric Petit', 'm'],
  ['Ketty JEAN-LOUIS', 'f'],
  ['Yves Le Meur', 'm'],
  ['Françoise MARTIN', 'f'],
  ['Nicolas von Allmen', 'm'],
  ['Rose-May Édouard', 'f'],
  ['Stéphane DI ROSA', 'm'],
]

/** One who trades in a name of their own. */
const THIRD_SOLE: readonly (readonly [name: string, person: string, gender: 'm' | 'f'])[] = [
  ['Sylvie Chabrol Céramique', 'Sylvie Chabrol', 'f'],
  ['Jean-Michel Fontanel', 'Jean-Michel Fontanel', 'm'],
  ['Bois & Co', 'Antoine Delmas', 'm'],
  ['Atelier Nadia B.', 'Nadia Belkacem', 'f'],
  ['L’Abeille du Coin', 'Corinne Vautrin', 'f'],
  ['DÉPANN’INFO 7/7', 'Wilfrid Rosamont', 'm'],
]

type Roles = readonly (readonly [m: string, f: string])[]
const THIRD_ROLES: Readonly<Record<Nature, Roles>> = {
  company: [
    ['Gérant majoritaire', 'Gérante majoritaire'],
    ['Directeur par intérim', 'Directrice par intérim'],
    ['Président du directoire', 'Présidente du directoire'],
    ['Directeur des opérations', 'Directrice des opérations'],
    ['Responsable administratif et financier', 'Responsable administrative et financière'],
    ['Chargé de développement', 'Chargée de développement'],
    ['Associé gérant', 'Associée gérante'],
    ['Président fondateur', 'Présidente fondatrice'],
    ['PDG', 'PDG'],
    ['Fondé de pouvoir', 'Fondée de pouvoir'],
    ['Directeur général adjoint', 'Directrice générale adjointe'],
    ['Dirigeant', 'Dirigeante'],
  ],
  association: [
    ['Co-président', 'Co-présidente'],
    ['Délégué général', 'Déléguée générale'],
    ['Coordinateur', 'Coordinatrice'],
    ['Chargé de mission', 'Chargée de mission'],
    ['Secrétaire adjoint', 'Secrétaire adjointe'],
    ['Président par intérim', 'Présidente par intérim'],
    ['Responsable de projets', 'Responsable de projets'],
    ['Membre du bureau', 'Membre du bureau'],
  ],
  cooperative: [
    ['Président du conseil de surveillance', 'Présidente du conseil de surveillance'],
    ['Gérant élu', 'Gérante élue'],
    ['Directeur coopératif', 'Directrice coopérative'],
    ['Président du directoire', 'Présidente du directoire'],
  ],
  farm: [
    ['Associé', 'Associée'],
    ['Chef d’exploitation', 'Cheffe d’exploitation'],
    ['Exploitant agricole', 'Exploitante agricole'],
  ],
  commune: [
    ['Maire', 'Maire'],
    ['Premier adjoint au maire', 'Première adjointe au maire'],
    ['Directeur général des services', 'Directrice générale des services'],
  ],
  sole: [
    ['Artisan', 'Artisane'],
    ['Entrepreneur individuel', 'Entrepreneuse individuelle'],
    ['Chef de l’entreprise', 'Cheffe de l’entreprise'],
    ['Propriétaire exploitant', 'Propriétaire exploitante'],
  ],
  group: [
    ['Administrateur unique', 'Administratrice unique'],
    ['Directeur du groupement', 'Directrice du groupement'],
    ['Président de l’assemblée générale', 'Présidente de l’assemblée générale'],
  ],
  foundation: [
    ['Président du conseil de fondation', 'Présidente du conseil de fondation'],
    ['Délégué général', 'Déléguée générale'],
  ],
}

type Forms = readonly (readonly [written: string, noted: string])[]
const FRENCH: Readonly<Record<Nature, Forms>> = {
  company: [
    ['Société par actions simplifiée', 'SAS'],
    ['SASU', 'SASU'],
    ['SARL unipersonnelle (EURL)', 'EURL'],
    ['S.A.R.L.', 'SARL'],
    ['Société à responsabilité limitée (SARL)', 'SARL'],
    ['SAS au capital de 10 000 €', 'SAS'],
    ['SNC', 'SNC'],
    ['Société anonyme', 'SA'],
  ],
  association: [
    ['Association régie par la loi du 1er juillet 1901', 'association'],
    ['Association (loi de 1901)', 'association'],
    ['Association à but non lucratif', 'association'],
    ['Association déclarée', 'association'],
  ],
  cooperative: [
    ['SCOP ARL', 'SCOP'],
    ['Scop SA à capital variable', 'SCOP'],
    ['Société coopérative d’intérêt collectif (SCIC)', 'SCIC'],
    ['SCIC SAS', 'SCIC'],
  ],
  farm: [],
  commune: [
    ['Commune', 'collectivité'],
    ['Collectivité territoriale', 'collectivité'],
  ],
  sole: [
    ['Entreprise individuelle', 'EI'],
    ['Micro-entreprise', 'micro-entreprise'],
    ['Auto-entrepreneur', 'micro-entreprise'],
    ['Entreprise individuelle (EI)', 'EI'],
  ],
  group: [],
  foundation: [['Fondation reconnue d’utilité publique', 'fondation']],
}
/** A farm or a group bears its form in its name. */
const THIRD_IN_NAME: Readonly<Record<string, Forms>> = {
  GAEC: [
    ['GAEC', 'GAEC'],
    ['Groupement agricole (GAEC)', 'GAEC'],
  ],
  EARL: [
    ['EARL', 'EARL'],
    ['Exploitation agricole à responsabilité limitée', 'EARL'],
  ],
  CUMA: [
    ['CUMA', 'CUMA'],
    ['Coopérative d’utilisation de matériel agricole', 'CUMA'],
  ],
  GIE: [
    ['Groupement d’intérêt économique', 'GIE'],
    ['G.I.E.', 'GIE'],
  ],
  GIP: [['Groupement d’intérêt public', 'GIP']],
  SCOP: [
    ['SCOP ARL', 'SCOP'],
    ['Société coopérative et participative (SCOP)', 'SCOP'],
  ],
}

const BELGIAN: Readonly<Partial<Record<Nature, Forms>>> = {
  company: [
    ['S.R.L.', 'SRL'],
    ['S.A.', 'SA'],
    ['Société anonyme', 'SA'],
    ['SRL unipersonnelle', 'SRL'],
  ],
  association: [
    ['A.S.B.L.', 'ASBL'],
    ['asbl', 'ASBL'],
    ['Association sans but lucratif (ASBL)', 'ASBL'],
  ],
  cooperative: [['Société coopérative', 'coopérative']],
  sole: [['Entreprise individuelle', 'EI']],
}
const SWISS: Readonly<Partial<Record<Nature, Forms>>> = {
  company: [
    ['S.à r.l.', 'SARL'],
    ['Société anonyme (SA)', 'SA'],
    ['Société à responsabilité limitée', 'SARL'],
  ],
  association: [
    ['Association au sens des art. 60 ss CC', 'association'],
    ['Association inscrite au registre du commerce', 'association'],
  ],
  cooperative: [['Société coopérative', 'coopérative']],
  sole: [['Raison individuelle', 'EI']],
  foundation: [['Fondation de droit privé', 'fondation']],
}

export interface ThirdPlace {
  readonly forms: Readonly<Partial<Record<Nature, Forms>>>
  /** Streets in which `#` is a number, drawn whole. */
  readonly streets: readonly string[]
  /** Towns, each with the telephones there and what stands before them abroad. */
  readonly towns: readonly (readonly [town: string, code: string, phones: readonly string[]])[]
  /** How numbers are written: `p` is the national number in its groups. */
  readonly rna?: string
}

const METRO = said(
  '# bis, rue de l’Ancienne-Gare | #, rue du 11-Novembre-1918 | ZA du Pré-Fleuri, # rue Ampère | Lieu-dit La Combe aux Loups | # rue Saint-Exupéry, bâtiment B | # faubourg de Bourgogne | # ter, quai de la Fosse | Pôle d’activités des Vignes, # allée Gustave-Eiffel | # rue d’Alsace-Lorraine | #, cours Émile-Zola',
)
const towns = (code: string, phones: string, list: string): ThirdPlace['towns'] =>
  said(list).map((town) => [town, code, said(phones)] as const)

const THIRD_PLACES: Readonly<Record<string, ThirdPlace>> = {
  metropole: {
    forms: FRENCH,
    streets: METRO,
    rna: 'W',
    towns: [
      ...towns(
        '+33',
        '02 40 8d dd dd | 07 66 1d dd dd | 09 72 3d dd dd',
        '44100 Nantes | 22300 Lannion | 85500 Les Herbiers',
      ),
      ...towns(
        '+33',
        '04 78 6d dd dd | 06 77 4d dd dd',
        '69007 Lyon | 26400 Crest | 74300 Cluses | 63300 Thiers | 20200 Bastia',
      ),
      ...towns('+33', '05 65 6d dd dd | 06 08 9d dd dd', '12100 MILLAU | 33800 Bordeaux | 65100 Lourdes'),
      ...towns(
        '+33',
        '01 43 7d dd dd | 07 81 2d dd dd',
        '75011 Paris | 93100 Montreuil | 77300 Fontainebleau',
      ),
      ...towns('+33', '03 83 8d dd dd', '54700 Pont-à-Mousson | 39200 Saint-Claude | 62100 Calais'),
    ],
  },
  antilles: {
    forms: FRENCH,
    streets: said(
      'Habitation Bellevue | ZI de Jarry, # rue Ferdinand-Forest | Quartier Morne Pitault | # lotissement Les Flamboyants | Résidence Acajou, bât. C | # rue Schœlcher | Immeuble Le Patio, Voie n° 7 | Section Poirier',
    ),
    rna: 'W9M',
    towns: [
      ...towns(
        '+596',
        '0596 51 dd dd | 0696 27 dd dd',
        '97212 Saint-Joseph | 97220 La Trinité | 97231 Le Robert | 97229 Les Trois-Îlets',
      ),
      ...towns(
        '+590',
        '0590 26 dd dd | 0690 55 dd dd',
        '97122 Baie-Mahault | 97160 Le Moule | 97130 Capesterre-Belle-Eau | 97100 Basse-Terre',
      ),
    ],
  },
  guyane: {
    forms: FRENCH,
    streets: said(
      'PK 15, route de Montsinéry | # cité Mirza | Zone artisanale Dégrad-des-Cannes, lot # | # rue Lallouette | # lotissement Cogneau-Lamirande | Bourg, # rue du Fleuve',
    ),
    rna: 'W9C',
    towns: towns(
      '+594',
      '0594 38 dd dd | 0694 21 dd dd',
      '97351 Matoury | 97355 Macouria | 97360 Mana | 97370 MARIPASOULA | 97315 Sinnamary',
    ),
  },
  mayotte: {
    forms: FRENCH,
    streets: said(
      '# rue du Commerce | Lotissement Jardin Bandamagi, villa # | ZI Kawéni, immeuble Mega | # bis rue Mamawé | Village de Hagnoundrou | Route nationale 2, quartier Mangajou',
    ),
    rna: 'W9T',
    towns: towns(
      '+262',
      '0269 62 dd dd | 0639 40 dd dd',
      '97680 Tsingoni | 97640 Sada | 97650 Bandraboua | 97690 Koungou | 97670 Ouangani',
    ),
  },
  caledonie: {
    forms: FRENCH,
    streets: said(
      '# rue Jean-Baptiste-Dezarnaulds, Ducos | Lot #, ZIZA | # promenade Roger-Laroque, Anse Vata | Tribu de Saint-Laurent | RT1, col de Boghen | BP #8',
    ),
    towns: towns(
      '+687',
      '44 dd dd | 77 dd dd | 92 dd dd',
      '98809 Mont-Dore | 98870 Bourail | 98850 Koumac | 98825 Pouembout | 98880 La Foa',
    ),
  },
  polynesie: {
    forms: FRENCH,
    streets: said(
      'PK 18,3 côté montagne | Immeuble Te Matai, # rue Gauguin | Vallée de Tipaerui, lot # | BP 4#2 | Servitude Teroma, PK 5 côté mer | Zone industrielle de la Punaruu',
    ),
    towns: towns(
      '+689',
      '40 45 dd dd | 87 29 dd dd | 89 31 dd dd',
      '98718 Punaauia | 98719 Taravao | 98728 Moorea | 98701 Arue | 98730 Bora-Bora',
    ),
  },
  belgique: {
    forms: BELGIAN,
    streets: said(
      'Chaussée de Charleroi # bte 4 | Rue du Fond des Fourches, # | Place de l’Ilon # | Zoning industriel, rue de l’Expansion # | Avenue Reine Astrid # | Drève du Prophète #A | Rue Grande, # boîte 2',
    ),
    towns: [
      ...towns('+32', '071 3d dd dd | 0486 3d dd dd', '6000 Charleroi | B-6040 Jumet'),
      ...towns('+32', '087 3d dd dd | 0498 1d dd dd', '4800 Verviers | B-4700 Eupen'),
      ...towns('+32', '02 53d dd dd', '1050 Bruxelles | 1348 Louvain-la-Neuve | 1180 Uccle'),
      ...towns('+32', '069 8d dd dd | 0479 2d dd dd', '7500 Tournai | 7900 Leuze-en-Hainaut'),
    ],
  },
  suisse: {
    forms: SWISS,
    streets: said(
      'Route de Genève # | Rue de la Gare #a | Chemin de la Dent-d’Oche # | Avenue du Grand-Saint-Bernard # | Grand-Rue # | Case postale 3#1 | Zone industrielle Le Verney # | Rue du Doubs #',
    ),
    towns: [
      ...towns('+41', '022 73d dd dd | 076 37d dd dd', '1201 Genève | CH-1260 Nyon'),
      ...towns('+41', '032 96d dd dd | 078 64d dd dd', '2300 La Chaux-de-Fonds | CH-2800 Delémont'),
      ...towns('+41', '024 47d dd dd', '1870 Monthey | 1400 Yverdon-les-Bains'),
      ...towns('+41', '026 91d dd dd', '1630 Bulle'),
    ],
  },
}

/** A commune is at home. */
const THIRD_COMMUNES: Readonly<Record<string, string>> = {
  'Commune de Saint-Hilaire-la-Croix': '63440 Saint-Hilaire-la-Croix',
  'Ville de Montaigu': '85600 Montaigu',
  'Commune du Vauclin': '97280 Le Vauclin',
  'Ville du Gosier': '97190 Le Gosier',
  'Commune de Roura': '97311 Roura',
  'Commune d’Iracoubo': '97350 Iracoubo',
  'Commune de Kani-Kéli': '97625 Kani-Kéli',
  'Commune de Yaté': '98834 Yaté',
  'Commune de Rangiroa': '98775 Rangiroa',
}

/** How a sector is answered, what it is, and how prose says « of » it. */
const THIRD_SECTORS: readonly (readonly [
  id: string,
  answers: readonly string[],
  of: string,
  bare: string,
])[] = [
  [
    'numerique',
    said('Numérique | Filière numérique | Numérique et informatique'),
    'du numérique',
    'numérique',
  ],
  ['energie', said('Énergie | Filière énergie | Énergies renouvelables'), 'de l’énergie', 'énergie'],
  [
    'logistique',
    said('Logistique | Filière logistique | Transport et logistique'),
    'de la logistique',
    'logistique',
  ],
  [
    'agroalimentaire',
    said('Agroalimentaire | Filière agroalimentaire | Industrie agroalimentaire'),
    'de l’agroalimentaire',
    'agroalimentaire',
  ],
  [
    'environnement',
    said('Environnement | Filière environnement | Environnement et recyclage'),
    'de l’environnement',
    'environnement',
  ],
]

/**
 * Sentences of letters. `[a|b]` is by the gender of the person, `<a|b>` by that of the structure.
 */
const THIRD_OPENINGS: readonly string[] = [
  'Je m’appelle {person} et je suis {role} {of}, dont les locaux se trouvent {at}. Nous souhaitons rejoindre la filière {sector}.',
  '{The}, que j’ai l’honneur de représenter en tant que {role}, a son siège {at} et souhaite s’engager dans la filière {sector}.',
  'J’ai l’honneur de vous adresser la candidature {of}, dont le siège est fixé {at}, pour la filière {sector}.',
  'Au nom {of}, je [soussigné|soussignée] {civ} {person}, {role}, confirme notre volonté de participer à la démarche pour la filière {sector}.',
  'Nous avons le plaisir de vous soumettre la candidature {of} à la filière {sector}. Notre siège se situe {at}. Notre {role}, {civ} {person}, signe la présente au nom de tous.',
  'C’est en tant que {role} {of} que je m’adresse à vous : nous voudrions prendre part à la filière {sector}.',
  '[Soussigné|Soussignée] {civ} {person}, {role} de la structure dénommée « {name} », ayant son siège {at}, je sollicite l’inscription de notre candidature dans la filière {sectorOf}.',
  'Agissant pour le compte {of}, en vertu des pouvoirs qui me sont conférés comme {role}, je vous prie de bien vouloir enregistrer notre candidature dans la filière {sector}.',
  '{The} ({address}) vous fait part, par la voix de {sonRole}, {civ} {person}, de son souhait d’intégrer la filière {sector}.',
  'Notre structure, {name}, est établie {at}. Elle est représentée par {person}, {role}, et se positionne sur la filière {sector}.',
  'Veuillez trouver sous ce pli le dossier par lequel {the} se propose pour la filière {sectorOf}. Il est porté par {civ} {person}, {role}.',
  'Suite à la publication de votre appel, {the}, valablement <représenté|représentée> par {civ} {person}, {role}, a décidé de concourir dans la filière {sector}.',
  'Moi, {person}, {role} {of}, ai pris connaissance de votre appel et vous confirme que nous sommes candidats dans la filière {sector}.',
  '{The}, ayant son siège social {at} et <enregistré|enregistrée> sous le numéro {number}, ici <représenté|représentée> par {person} en sa qualité {deRole}, dépose sa candidature pour la filière {sector}.',
  'Nous vous écrivons de la part {of}, dont {person} est {leRole}, afin de concourir dans la filière {sectorOf}.',
  'Permettez-moi de me présenter : {person}, {role} {of} depuis 2017. Notre siège se trouve {at}, et c’est pour la filière {sector} que nous déposons notre candidature.',
]

const THIRD_BODIES: readonly string[] = [
  'Au quotidien, nous travaillons avec la chambre de métiers, deux lycées professionnels et une dizaine de sous-traitants de la région. La démarche que vous engagez prolonge ce que nous faisons déjà à plus petite échelle.',
  'En 2021, nous avons déménagé dans un bâtiment de 600 m² et recruté trois personnes. Nous disposons de la place et des machines pour accueillir une ligne partagée avec d’autres porteurs de projet.',
  'Monsieur Dupré, notre responsable de production, suivra ce dossier avec vos services. Il vous transmettra sur demande nos trois derniers bilans ainsi que les attestations fiscales et sociales.',
  'Vous trouverez en pièces jointes le formulaire complété, une présentation de nos activités et nos statuts. Si un document venait à manquer, nous vous le ferions parvenir sans délai.',
  'Le coût prévisionnel de notre projet s’élève à 185 000 euros, dont 40 % d’autofinancement. Le plan de financement détaillé est joint à la présente.',
]

const THIRD_CLOSINGS: readonly string[] = [
  'Veuillez agréer, Madame, Monsieur, mes salutations les plus cordiales.',
  'En vous remerciant par avance de l’attention portée à notre dossier, je vous adresse mes respectueuses salutations.',
  'Recevez, Mesdames, Messieurs, l’assurance de ma considération distinguée.',
  'Je me tiens à votre entière disposition pour tout renseignement complémentaire.',
  'Cordialement,',
]

const THIRD_LETTER_WORDS: LetterWords = {
  openings: THIRD_OPENINGS,
  bodies: THIRD_BODIES,
  closings: THIRD_CLOSINGS,
  addressees: [
    ['Monsieur le Président de la CIREST', '28 rue des Tamarins', '97470 Saint-Benoît'],
    ['CIREST', 'Service Développement économique', '28 rue des Tamarins', '97470 SAINT-BENOÎT'],
    ['À Madame Sheila Dayal', 'CIREST', '28, rue des Tamarins', '97470 Saint-Benoît', 'La Réunion'],
  ],
  subjects: [
    'Objet : candidature à l’appel à manifestation d’intérêt « polynôme industriel »',
    'Concerne : appel à manifestation d’intérêt Territoires d’industrie – lettre d’intention',
    'OBJET : Manifestation d’intérêt – projet Territoires d’industrie',
    'Objet : notre candidature',
  ],
  greetings: ['Monsieur le Président,', 'Mesdames, Messieurs,', 'Bonjour,', 'Madame,', 'Madame, Monsieur,'],
  dated: [
    'À {town}, le {date}',
    'Fait à {town}, le {date}',
    '{town}, ce {date}',
    'Le {date}, à {town}',
    '{town}, le {date}',
  ],
  heads: [
    ['{name}', '{form} – {known}', '{address}', 'Téléphone : {phone} – E-mail : {email}'],
    ['{name}', '{street}', '{fullTown}', 'Tél. {phone}', '{email}', '{form}, {known}'],
    ['{name}', '{form}', 'Siège social : {address}', 'Tél : {phone} / Mail : {email}', '{known}'],
    ['{name} - {form}', '{address}', '{known}', '{phone}', '{email}'],
  ],
  feet: [
    ['{name}, {form}', 'Siège social : {address}', 'Tél. {phone}', '{email}', '{known}'],
    ['{name}', '{address}', 'T : {phone}', 'E : {email}', '{form}', '{known}'],
    ['{form} {name}', '{known}', '{address}', '{phone}', '{email}'],
  ],
  signs: [' | ', ' • ', ' - '],
  signings: [
    ['{person}', '{Role}'],
    ['{LeRole},', '{person}'],
    ['Pour {the},', '{person}', '{Role}'],
    ['{person}, {role}'],
    ['{LeRole}', '', '{person}'],
  ],
}

export const THIRD: Vocabulary = {
  labels: THIRD_LABELS,
  others: THIRD_OTHERS,
  headings: THIRD_HEADINGS,
  names: THIRD_NAMES,
  people: THIRD_PEOPLE,
  sole: THIRD_SOLE,
  roles: THIRD_ROLES,
  inName: THIRD_IN_NAME,
  places: THIRD_PLACES,
  communes: THIRD_COMMUNES,
  sectors: THIRD_SECTORS,
  letters: THIRD_LETTER_WORDS,
}
