/**
 * The words of a fourth part, written by somebody who had not read the lists of `src/knowledge`, after the forms that
 * offices of Metropolitan France, of the Antilles, of Mayotte, of the Pacific, of Belgium and of Switzerland print.
 */
import {
  FOURTH_ADDRESSEES,
  FOURTH_BODIES,
  FOURTH_CLOSINGS,
  FOURTH_DATED,
  FOURTH_FEET,
  FOURTH_GREETINGS,
  FOURTH_HEADS,
  FOURTH_OPENINGS,
  FOURTH_SIGNINGS,
  FOURTH_SUBJECTS,
} from './fourth-sentences.ts'
import type { Asked } from './labels.ts'
import type { Nature, Person, ThirdPlace } from './third-pools.ts'
import type { Vocabulary } from './vocabulary.ts'

const said = (text: string): readonly string[] => text.split(' | ')

const FOURTH_LABELS: Readonly<Record<Asked, readonly string[]>> = {
  name: said(
    'Nom ou dénomination | Nom commercial et dénomination sociale du candidat | Dénomination ou raison sociale | Raison de commerce | Nom de l’entité | Nom du candidat | Nom de l’opérateur | Nom de l’organisme demandeur | Nom du porteur de projet (personne morale) | Identité du candidat (dénomination) | Organisme porteur | Nom de la société, de l’association ou du groupement | Dénomination de l’organisme | Nom de l’établissement | Dénomination complète | Nom statutaire | Nom de la personne morale | Nom d’usage de la structure | Entreprise candidate | Structure candidate | Association / société | Dénomination statutaire | Nom du demandeur',
  ),
  legal_form: said(
    'Forme juridique du candidat | Forme juridique de la structure | Statut juridique du candidat | Nature juridique du demandeur | Statut de la structure | Statut juridique (association, SARL, SCIC…) | Régime juridique de l’organisme | Type de structure juridique | Forme juridique exacte | Nature de l’organisme | Forme juridique actuelle | Catégorie juridique de l’entreprise | Statut de l’organisme',
  ),
  siret: said(
    'Numéro SIRET du candidat | N° SIRET du siège social | SIRET de la structure | Numéro Siret (obligatoire) | N° SIRET de l’organisme | Numéro unique d’identification (SIRET) | N° d’identification SIRET | SIRET (14 chiffres) | Siret du demandeur | N° de Siret de l’établissement | Numéro INSEE (SIRET)',
  ),
  rna: said(
    'Numéro RNA de l’association | N° RNA (à défaut, récépissé en préfecture) | Numéro d’enregistrement RNA | RNA (W + 9 chiffres) | N° d’enregistrement au répertoire national des associations | Numéro RNA ou à défaut celui du récépissé en préfecture | N° W (RNA)',
  ),
  bce: said(
    'N° d’entreprise BCE | N° d’immatriculation à la BCE | Numéro d’inscription à la Banque-Carrefour des Entreprises | N° d’entreprise ou de TVA | Numéro d’entreprise',
  ),
  ide: said(
    'N° IDE (CHE-…) | Numéro IDE de l’entreprise | Numéro IDE/TVA | N° d’identification (IDE) | N° d’entreprise (IDE) | Numéro fédéral (UID)',
  ),
  ridet: said(
    'RIDET de l’entreprise | N° de Ridet de l’établissement | Numéro RIDET du demandeur | N° Ridet/Rid7',
  ),
  tahiti: said(
    'N° TAHITI du demandeur | Numéro Tahiti de l’établissement | N° TAHITI (ISPF) | Immatriculation Tahiti',
  ),
  representative: said(
    'Nom et prénom du ou de la représentant(e) légal(e) | Nom et prénom du chef d’entreprise | Personne physique ayant le pouvoir d’engager le candidat | Nom, prénom du signataire | Nom et prénom du président ou de la présidente | Nom du signataire | Nom et prénom du gérant | Représentant·e légal·e | Représentant de la structure | Nom du dirigeant | Nom du responsable légal | Dirigeant responsable | Personne autorisée à signer | Responsable de la structure | Nom et prénom de la personne habilitée | Identité du signataire | Représentant habilité | Représentant statutaire | Nom du mandataire | Prénom et nom du ou de la responsable légale | Représentant(e) de l’organisme | Le signataire (nom et prénom)',
  ),
  role: said(
    'Qualité ou titre | Fonction au sein de la structure | Fonction au sein de l’organisme | Mandat | Titre et fonction | Qualité du déclarant | Fonction du représentant légal | Qualité (gérant, président, directeur…) | Fonction dans l’entreprise | Agissant en tant que | Fonction dans l’association | Qualité de la personne habilitée | Poste | Mandat exercé | Fonction du dirigeant',
  ),
  postal_address: said(
    'Adresse du siège du candidat | Adresse du siège social de la structure | Adresse de son siège social | Siège de la structure | Adresse du demandeur | Adresse de l’organisme | Domicile ou siège social | Adresse (siège social) | Adresse postale du siège | Adresse officielle | Rue, n°, NPA et localité | Siège social (adresse complète) | Localisation du siège | Adresse du candidat | Siège statutaire | Adresse du siège administratif | Adresse physique',
  ),
  phone: said(
    'N° de téléphone portable | Tél. fixe | Tél. mobile | Numéro de portable | Téléphone professionnel | Natel | N° de GSM | Téléphone mobile | Numéro d’appel | Téléphone de la structure | Téléphone (obligatoire) | Téléphone du représentant | Joignable au | Tél. du siège | Tél. bureau | Ligne fixe | Contact téléphonique | N° de téléphone du siège',
  ),
  email: said(
    'Courriel de la structure | Adresse électronique de l’organisme | Adresse mél | E-mail professionnel | Courriel (obligatoire) | Mail de contact | Adresse de courrier électronique | Adresse e-mail valide | Email du représentant | Boîte électronique | Mail professionnel | Courriel professionnel | Adresse électronique (en majuscules) | Contact mail | Mail de la structure | Adresse email',
  ),
  sector: said(
    'Filière d’intérêt | Filière ciblée | Filière du candidat | Filière industrielle visée | Filière envisagée | Filière (une seule réponse) | Domaine de candidature | Secteur concerné | Filière de rattachement | Secteur ciblé | Filière sélectionnée | Secteur choisi | Filière proposée | Domaine retenu',
  ),
  date: said(
    'Date de signature de la présente | Fait, le | Date d’établissement | Signé en date du | Date de dépôt | Date de la présente demande | Date (jj/mm/aaaa) | Dressé le | Date de remplissage | Établi en date du | Date de la déclaration',
  ),
}

const FOURTH_PARTS = {
  lastName: said('Nom | Nom de famille | Nom du représentant légal | NOM | Nom du signataire'),
  firstName: said('Prénom | Prénom(s) | Prénom usuel'),
  street: said(
    'Adresse | N° et voie | Rue et numéro | Adresse (n° et rue) | N°, type et nom de la voie | Voie',
  ),
  postcode: said('Code postal | CP | NPA | C.P.'),
  town: said('Commune | Ville | Localité'),
}

const FOURTH_OTHERS: readonly (readonly [label: string, value: string])[] = [
  ['Code APE/NAF', '3101Z'],
  ['Sigle', 'ADRB'],
  ['Nombre d’adhérents', '86'],
  ['Effectif (ETP)', '9,5'],
  ['N° de TVA intracommunautaire', 'FR 32 552 100 554'],
  ['Date de publication au Journal officiel', '12/03/2011'],
  ['Personne à contacter pour ce dossier', 'Odile Castex'],
  ['Fonction du contact', 'Assistante de direction'],
  ['Montant de l’aide demandée', '45 000 €'],
  ['Budget total du projet', '112 500 €'],
  ['Union, fédération ou réseau auquel est affiliée votre association', 'Réseau national des ressourceries'],
  ['Date prévisionnelle de démarrage', '01/03/2023'],
  ['Site', 'https://www.la-page.example/accueil'],
  ['Intitulé du projet', 'Atelier partagé de réparation'],
  ['Banque', 'Crédit du Littoral'],
]

const FOURTH_HEADINGS = said(
  'Dossier de candidature - Fiche n° 1 : présentation du candidat | Formulaire de manifestation d’intérêt | LETTRE DE CANDIDATURE - DÉSIGNATION DU CANDIDAT | Fiche signalétique du candidat | Fiche de candidature à l’appel à manifestation d’intérêt | Formulaire unique de candidature | 1. IDENTIFICATION DU CANDIDAT',
)

const FOURTH_NAMES: Readonly<Partial<Record<Nature, Readonly<Record<string, readonly string[]>>>>> = {
  company: {
    any: said(
      'Berthelot Usinage | Plastiques & Composites du Centre | Les Bonnes Pâtes | NOVATHERM | Ferronnerie d’Art Lemoine | La Manufacture des Cordes | Ô Saveurs | Ateliers 3B | Clair’Optique | Rivage Énergies | Société des Eaux de Valmont | Bio’Pousse | ÉTABLISSEMENTS GIRAUD PÈRE ET FILS | MécaPro | Vert & Bleu Paysage | Tôlerie Fine de l’Est | A2C Charpente | Le Fournil de Marthe | Chaudronnerie Industrielle du Midi | Transit Express | Dataflore | Les Glaces du Phare | Emballage Plus | Imagin’Air | Cycles Barbaroux',
    ),
    metropole: said(
      'Ganterie de Millau-Causses | Faïencerie de Quimper-Nord | Bergerie Nationale de Provence',
    ),
    antilles: said('Sucrerie du Lamentin-Nord | Bwa Lélé Création | Karukera Solaire'),
    guyane: said('Scierie du Bas-Oyapock | Manioc d’Or | Kali’na Logistique'),
    mayotte: said('Ylang de Combani | Baobab Numérik | Mayotte Recyclage Plus'),
    caledonie: said('Santal des Loyauté | Cagou Métal | Brousse Viande'),
    polynesie: said('Monoï Fetia | Huilerie du Fenua | Perles de Hao'),
    belgique: said(
      'Verrerie du Val-Saint-Lambert Neuve | Brasserie des Trois Canaux | Imprimerie Lejeune-Maes',
    ),
    suisse: said('Horlotec Jura | Fromagerie de la Berra | Bois Énergie Broye'),
  },
  association: {
    any: said(
      'Les Ateliers de la Bricole | Graine de Lien | Mobilité Pour Tous | Cap Insertion | Le Grenier Partagé | Vivre et Travailler au Pays | Terre en Partage | Le Cercle des Inventeurs | ASSOCIATION POUR LA PROMOTION DES MÉTIERS DU BOIS | Récup’ et Compagnie | La Maison des Énergies Citoyennes | Tiers-Lieu La Grange | Les Petits Débrouillards du Canton | Unis-Terre',
    ),
    antilles: said('Konbit Péyi | Zabitan Fanm'),
    guyane: said('Wayana Avenir | Tropic Insertion'),
    mayotte: said('Nayma Jeunesse | Les Brochetteuses de Mzouazia'),
    caledonie: said('Femmes de Canala | Les Ateliers de Hienghène'),
    polynesie: said('Vahine Ora | Fare Rima'),
  },
  cooperative: {
    any: said(
      'La Coopérative du Bon Pain | SCOP Alter Bâtir | Méca Coop | Les Vignerons Réunis | Coop de Santé du Plateau | L’Atelier Collectif | Éco-Coop Habitat',
    ),
  },
  farm: {
    any: said('GAEC de la Source | EARL Ferme des Sept Chênes | CUMA des Coteaux | GAEC du Vieux Puits'),
  },
  commune: {
    metropole: said('Commune de Villeneuve-sur-Aisne | Ville de Saint-Amarin'),
    antilles: said('Commune de Trois-Rivières | Ville de Schœlcher'),
    guyane: said('Commune de Montsinéry-Tonnegrande'),
    mayotte: said('Commune d’Acoua'),
    caledonie: said('Commune de Poindimié'),
    polynesie: said('Commune de Taputapuatea'),
  },
  group: { any: said('GIE Bois Local | GIP Territoire Solidaire | GIE Pêcheurs Réunis') },
  foundation: {
    any: said('Fondation Marcel-Auclair | Fondation des Savoir-Faire'),
    suisse: said('Fondation Le Tremplin | Fondation pour l’Innovation Rurale'),
  },
}

/** First and last name with `_` between them. */
const named = (text: string, gender: 'm' | 'f'): Person[] =>
  said(text).map((name) => {
    const [first = '', last = ''] = name.split('_')
    return [`${first} ${last}`, gender, [first, last]]
  })
const FOURTH_PEOPLE: readonly Person[] = [
  ...named(
    'Ghislain_Peyrat | Mathurin_KERGUELEN | Jean-Baptiste_de Saint-Ours | Moussa_Diabaté | Régis_LE GUEN | Enzo_Ferracci | Johny_Pélage | Hubert_Van Damme | Beat_Rüegg | Tamatoa_Faatau | Anatole_Wénéhoua | Bacar_Attoumani | Cyrille_N’Guessan | Pascal_GROSJEAN | Eudes_d’Aubigny | Samuel_Hoareau-Técher',
    'm',
  ),
  ...named(
    'Bérengère_Maurin | Huguette_CABRIMOL | Anne-Lise_Le Dantec | Aïssata_Coulibaly | Vaimiti_Tehahe | Solène_QUINIOU | Marie-Thérèse_Wamo | Echati_Houmadi | Godelieve_De Smet | Ursula_Zgraggen | Lucienne_Saint-Prix | Clémence_Bertin | Yasmina_EL AMRANI | Prune_Delaunay-Roy | Maud_L’Hermitte',
    'f',
  ),
]

const FOURTH_SOLE: readonly (readonly [name: string, person: string, gender: 'm' | 'f'])[] = [
  ['Maroquinerie Lise Fabre', 'Lise Fabre', 'f'],
  ['Damien Courtois', 'Damien Courtois', 'm'],
  ['Le Rémouleur', 'Ignace Bellec', 'm'],
  ['Ruche & Cire', 'Mathilde Arnoux', 'f'],
  ['Volta Services', 'Erwan Le Floch', 'm'],
]

type Roles = readonly (readonly [m: string, f: string])[]
const FOURTH_ROLES: Readonly<Record<Nature, Roles>> = {
  company: [
    ['Gérant associé', 'Gérante associée'],
    ['Directeur de site', 'Directrice de site'],
    ['Directeur général délégué', 'Directrice générale déléguée'],
    ['Directeur commercial', 'Directrice commerciale'],
    ['Directeur de la production', 'Directrice de la production'],
    ['Président', 'Présidente'],
    ['Responsable du développement', 'Responsable du développement'],
    ['Mandataire social', 'Mandataire sociale'],
    ['Directeur d’agence', 'Directrice d’agence'],
    ['Responsable d’exploitation', 'Responsable d’exploitation'],
    ['Directeur administratif', 'Directrice administrative'],
    ['Chef d’établissement', 'Cheffe d’établissement'],
    ['Secrétaire général', 'Secrétaire générale'],
  ],
  association: [
    ['Président bénévole', 'Présidente bénévole'],
    ['Vice-président délégué', 'Vice-présidente déléguée'],
    ['Directeur de l’association', 'Directrice de l’association'],
    ['Coordonnateur', 'Coordonnatrice'],
    ['Trésorier adjoint', 'Trésorière adjointe'],
    ['Administrateur', 'Administratrice'],
    ['Président du comité', 'Présidente du comité'],
    ['Responsable associatif', 'Responsable associative'],
  ],
  cooperative: [
    ['Président du conseil coopératif', 'Présidente du conseil coopératif'],
    ['Directeur de la coopérative', 'Directrice de la coopérative'],
    ['Cogérant', 'Cogérante'],
    ['Président-directeur général', 'Présidente-directrice générale'],
  ],
  farm: [
    ['Agriculteur', 'Agricultrice'],
    ['Gérant associé', 'Gérante associée'],
    ['Associé exploitant', 'Associée exploitante'],
  ],
  commune: [
    ['Maire', 'Maire'],
    ['Adjoint au maire', 'Adjointe au maire'],
    ['Conseiller municipal délégué', 'Conseillère municipale déléguée'],
    ['Secrétaire de mairie', 'Secrétaire de mairie'],
  ],
  sole: [
    ['Chef d’entreprise', 'Cheffe d’entreprise'],
    ['Artisan', 'Artisane'],
    ['Commerçant', 'Commerçante'],
    ['Entrepreneur', 'Entrepreneuse'],
  ],
  group: [
    ['Président du groupement', 'Présidente du groupement'],
    ['Directeur', 'Directrice'],
    ['Administrateur', 'Administratrice'],
  ],
  foundation: [
    ['Président de la fondation', 'Présidente de la fondation'],
    ['Directeur exécutif', 'Directrice exécutive'],
  ],
}

type Forms = readonly (readonly [written: string, noted: string])[]
const FRENCH: Readonly<Record<Nature, Forms>> = {
  company: [
    ['Société à responsabilité limitée', 'SARL'],
    ['SARL à associé unique', 'SARL'],
    ['Sarl', 'SARL'],
    ['S.A.S.U.', 'SASU'],
    ['Société par actions simplifiée unipersonnelle', 'SASU'],
    ['SAS (société par actions simplifiée)', 'SAS'],
    ['Société anonyme à conseil d’administration', 'SA'],
    ['Société en nom collectif', 'SNC'],
    ['EURL', 'EURL'],
    ['S.A.S. au capital de 50 000 euros', 'SAS'],
  ],
  association: [
    ['Association loi du 1er juillet 1901', 'association'],
    ['Association', 'association'],
    ['Association reconnue d’utilité publique', 'association'],
    ['Association d’intérêt général', 'association'],
    ['Asso. loi 1901', 'association'],
  ],
  cooperative: [
    ['Société coopérative ouvrière de production', 'SCOP'],
    ['SCIC SA', 'SCIC'],
    ['S.C.I.C. SARL', 'SCIC'],
    ['SCOP SAS', 'SCOP'],
  ],
  farm: [],
  commune: [
    ['Collectivité', 'collectivité'],
    ['Collectivité locale', 'collectivité'],
    ['Commune', 'collectivité'],
  ],
  sole: [
    ['E.I.', 'EI'],
    ['Microentreprise', 'micro-entreprise'],
    ['Entrepreneur individuel', 'EI'],
  ],
  group: [],
  foundation: [
    ['Fondation', 'fondation'],
    ['Fondation d’entreprise', 'fondation'],
  ],
}
const FOURTH_IN_NAME: Readonly<Record<string, Forms>> = {
  GAEC: [
    ['Groupement agricole d’exploitation en commun', 'GAEC'],
    ['GAEC', 'GAEC'],
  ],
  EARL: [['E.A.R.L.', 'EARL']],
  CUMA: [['Coopérative d’utilisation du matériel agricole (CUMA)', 'CUMA']],
  GIE: [['GIE', 'GIE']],
  GIP: [['GIP', 'GIP']],
  SCOP: [['SCOP', 'SCOP']],
}
const BELGIAN: Readonly<Partial<Record<Nature, Forms>>> = {
  company: [
    ['Société à responsabilité limitée (SRL)', 'SRL'],
    ['SA de droit belge', 'SA'],
    ['SRL', 'SRL'],
  ],
  association: [
    ['Asbl', 'ASBL'],
    ['ASBL de droit belge', 'ASBL'],
  ],
  cooperative: [['Société coopérative agréée', 'coopérative']],
  sole: [['Personne physique (entreprise individuelle)', 'EI']],
}
const SWISS: Readonly<Partial<Record<Nature, Forms>>> = {
  company: [
    ['Sàrl', 'SARL'],
    ['SA', 'SA'],
    ['Société à responsabilité limitée (Sàrl)', 'SARL'],
  ],
  association: [
    ['Association de droit suisse', 'association'],
    ['Association (art. 60 et suivants du Code civil)', 'association'],
  ],
  cooperative: [['Coopérative', 'coopérative']],
  sole: [['Entreprise individuelle', 'EI']],
  foundation: [
    ['Fondation d’utilité publique', 'fondation'],
    ['Fondation', 'fondation'],
  ],
}

const towns = (code: string, phones: string, list: string): ThirdPlace['towns'] =>
  said(list).map((town) => [town, code, said(phones)] as const)

const FOURTH_PLACES: Readonly<Record<string, ThirdPlace>> = {
  metropole: {
    forms: FRENCH,
    streets: said(
      '#, avenue du Maréchal-Foch | # rue des Frères-Lumière | Parc d’activités de la Teillais, # | Espace Galilée, # rue Denis-Papin | # chemin de la Fontaine-aux-Clercs | Hameau de Chante-Merle | # quater, place Saint-Louis | Le Bourg | # bd Victor-Hugo | # av. de la République | Rond-point des Pyrénées, immeuble Altaïr | # esplanade Charles-de-Gaulle | # venelle du Puits | Domaine de Kerlan, # rue Joliot-Curie',
    ),
    rna: 'W',
    towns: [
      ...towns(
        '+33',
        '05 56 4d dd dd | 06 20 5d dd dd',
        '33500 Libourne | 64000 Pau | 47300 Villeneuve-sur-Lot',
      ),
      ...towns('+33', '04 91 3d dd dd | 07 50 1d dd dd', '13008 Marseille | 34200 Sète | 83170 Brignoles'),
      ...towns('+33', '03 88 2d dd dd | 06 89 4d dd dd', '68100 Mulhouse | 88000 ÉPINAL | 55000 Bar-le-Duc'),
      ...towns(
        '+33',
        '02 99 6d dd dd | 09 80 3d dd dd',
        '56000 Vannes | 61000 Alençon | 37530 La Croix-en-Touraine',
      ),
      ...towns('+33', '01 60 7d dd dd', '91000 Évry-Courcouronnes | 95300 Pontoise | 78200 Mantes-la-Jolie'),
    ],
  },
  antilles: {
    forms: FRENCH,
    streets: said(
      '# rue Victor-Sévère | Zone d’activités de Californie, # | Quartier Sarrault | Résidence Les Hibiscus, porte # | # boulevard Légitimus | Route de Périnelle, km # | Lieu-dit Fond Bourlet | Centre commercial Dillon, local #',
    ),
    rna: 'W9M',
    towns: [
      ...towns(
        '+596',
        '0596 39 dd dd | 0696 45 dd dd',
        '97215 Rivière-Salée | 97228 Sainte-Luce | 97250 Saint-Pierre',
      ),
      ...towns(
        '+590',
        '0590 83 dd dd | 0690 61 dd dd',
        '97170 Petit-Bourg | 97115 Sainte-Rose | 97140 Capesterre-de-Marie-Galante',
      ),
    ],
  },
  guyane: {
    forms: FRENCH,
    streets: said(
      '# avenue du Général-de-Gaulle | Zone Collery, # rue des Pics | Carrefour du Larivot, PK # | # rue Madame-Payé | Résidence Les Palétuviers, appt #',
    ),
    rna: 'W9C',
    towns: towns(
      '+594',
      '0594 25 dd dd | 0694 41 dd dd',
      '97300 Cayenne | 97313 Saint-Georges | 97319 Awala-Yalimapo | 97354 Rémire-Montjoly',
    ),
  },
  mayotte: {
    forms: FRENCH,
    streets: said(
      'Boulevard Halidi-Sélémani, n° # | # rue de la Pompe | Quartier Cavani | Zone de Longoni, hangar # | Place Mariage, immeuble Ylang | # chemin des Écoles',
    ),
    rna: 'W9T',
    towns: towns(
      '+262',
      '0269 60 dd dd | 0639 22 dd dd',
      '97660 Bandrélé | 97630 Mtsamboro | 97610 Dzaoudzi-Labattoir | 97680 Combani',
    ),
  },
  caledonie: {
    forms: FRENCH,
    streets: said(
      '# bis, route du Port-Despointes | Lotissement Les Cassis, lot # | # avenue James-Cook, Nouville | Tribu de Wagap | BP 1#0 | Immeuble Le Carcopino, # rue de Verdun',
    ),
    towns: towns(
      '+687',
      '27 dd dd | 43 dd dd | 78 dd dd | 95 dd dd',
      '98816 Houaïlou | 98820 Wé | 98860 Koné | 98845 Nouméa | 98833 Voh',
    ),
  },
  polynesie: {
    forms: FRENCH,
    streets: said(
      'BP 2#5 | PK 32 côté mer | Quartier Buillard, servitude # | # avenue Pouvanaa-a-Oopa | Lotissement Taapuna, lot # | Immeuble Tamatea, # rue Dumont-d’Urville',
    ),
    towns: towns(
      '+689',
      '40 42 dd dd | 87 34 dd dd | 89 50 dd dd',
      '98714 Papeete | 98709 Mahina | 98712 Papara | 98733 Taha’a | 98742 Nuku-Hiva',
    ),
  },
  belgique: {
    forms: BELGIAN,
    streets: said(
      'Boulevard de la Sauvenière # | Rue Saint-Gilles #/2 | Clos des Mésanges # | Quai de Rome # | Square des Martyrs #B | Parc Créalys, rue Phocas Lejeune # | Voie de l’Air Pur # bte 12',
    ),
    towns: [
      ...towns('+32', '04 22d dd dd | 0477 4d dd dd', '4020 Liège | 4100 Seraing | B-4500 Huy'),
      ...towns('+32', '010 4d dd dd | 0495 6d dd dd', '1300 Wavre | 1400 Nivelles'),
      ...towns('+32', '065 3d dd dd', '7011 Ghlin | 7301 Hornu | 7060 Soignies'),
    ],
  },
  suisse: {
    forms: SWISS,
    streets: said(
      'Rue du Lac # | Chemin des Cèdres #b | Place de la Planta # | Rue de l’Industrie #, bât. 3 | Quai Perdonnet # | Impasse de la Forge # | En Budron A# | Route cantonale #',
    ),
    towns: [
      ...towns('+41', '027 32d dd dd | 079 43d dd dd', '1920 Martigny | CH-3960 Sierre'),
      ...towns(
        '+41',
        '021 92d dd dd | 076 51d dd dd',
        '1800 Vevey | 1052 Le Mont-sur-Lausanne | 1020 Renens VD',
      ),
      ...towns('+41', '032 42d dd dd', '2740 Moutier | 2900 Porrentruy'),
      ...towns('+41', '022 36d dd dd', '1227 Carouge GE | 1217 Meyrin'),
    ],
  },
}

const FOURTH_COMMUNES: Readonly<Record<string, string>> = {
  'Commune de Villeneuve-sur-Aisne': '02190 Villeneuve-sur-Aisne',
  'Ville de Saint-Amarin': '68550 Saint-Amarin',
  'Commune de Trois-Rivières': '97114 Trois-Rivières',
  'Ville de Schœlcher': '97233 Schœlcher',
  'Commune de Montsinéry-Tonnegrande': '97356 Montsinéry-Tonnegrande',
  'Commune d’Acoua': '97630 Acoua',
  'Commune de Poindimié': '98822 Poindimié',
  'Commune de Taputapuatea': '98735 Taputapuatea',
}

const FOURTH_SECTORS: readonly (readonly [
  id: string,
  answers: readonly string[],
  of: string,
  bare: string,
])[] = [
  ['numerique', said('Le numérique | Filière du numérique | numérique'), 'du numérique', 'numérique'],
  ['energie', said('L’énergie | Filière de l’énergie | Energie'), 'de l’énergie', 'énergie'],
  ['logistique', said('La logistique | Filière logistique | logistique'), 'de la logistique', 'logistique'],
  [
    'agroalimentaire',
    said('L’agroalimentaire | Filière agroalimentaire | Agro-alimentaire'),
    'de l’agroalimentaire',
    'agroalimentaire',
  ],
  [
    'environnement',
    said('L’environnement | Filière de l’environnement | environnement'),
    'de l’environnement',
    'environnement',
  ],
]

export const FOURTH: Vocabulary = {
  labels: FOURTH_LABELS,
  parts: FOURTH_PARTS,
  others: FOURTH_OTHERS,
  headings: FOURTH_HEADINGS,
  names: FOURTH_NAMES,
  people: FOURTH_PEOPLE,
  sole: FOURTH_SOLE,
  roles: FOURTH_ROLES,
  inName: FOURTH_IN_NAME,
  places: FOURTH_PLACES,
  communes: FOURTH_COMMUNES,
  sectors: FOURTH_SECTORS,
  letters: {
    openings: FOURTH_OPENINGS,
    bodies: FOURTH_BODIES,
    closings: FOURTH_CLOSINGS,
    addressees: FOURTH_ADDRESSEES,
    subjects: FOURTH_SUBJECTS,
    greetings: FOURTH_GREETINGS,
    dated: FOURTH_DATED,
    heads: FOURTH_HEADS,
    feet: FOURTH_FEET,
    signs: [' | ', ' – ', ' · '],
    signings: FOURTH_SIGNINGS,
  },
}
