/** What a row of a form asks for. */
export type Asked =
  | 'name'
  | 'legal_form'
  | 'siret'
  | 'rna'
  | 'bce'
  | 'ide'
  | 'ridet'
  | 'tahiti'
  | 'representative'
  | 'role'
  | 'postal_address'
  | 'phone'
  | 'email'
  | 'sector'
  | 'date'

const said = (text: string): readonly string[] => text.split(' | ')

/** Labels of forms by what they ask for, as offices word them. Each part of the corpus uses its half of each line. */
export const LABELS: Readonly<Record<Asked, readonly string[]>> = {
  name: said(
    'Dénomination | Raison sociale | Nom de la structure | Nom de l’organisme candidat | Nom de l’entreprise ou de l’association | Entité candidate | Dénomination sociale | Désignation de l’établissement | Structure porteuse | Intitulé de la structure | Nom ou raison sociale | Nom du groupement ou de la société',
  ),
  legal_form: said(
    'Forme juridique | Statut juridique | Nature juridique | Forme sociale | Statut | Type de structure | Catégorie juridique | Forme légale | Régime juridique | Type d’organisme',
  ),
  siret: said(
    'N° SIRET | SIRET | Numéro SIRET | SIREN/SIRET | N° de SIRET | Code SIRET | Identifiant SIRET | SIRET du siège | N° SIRET (14 chiffres) | Immatriculation (SIRET)',
  ),
  rna: said(
    'N° RNA | Numéro RNA | RNA | N° RNA de l’association | Identifiant RNA | Répertoire national des associations (RNA)',
  ),
  bce: said(
    'N° BCE | Numéro d’entreprise (BCE) | N° d’entreprise | BCE / KBO | Numéro KBO | Banque-Carrefour des Entreprises',
  ),
  ide: said('IDE | N° IDE | Numéro IDE | UID | N° UID (IDE) | Identification des entreprises (IDE)'),
  ridet: said('RIDET | N° RIDET | Numéro RIDET | Code RIDET'),
  tahiti: said('N° TAHITI | Numéro TAHITI | TAHITI | N° T.A.H.I.T.I.'),
  representative: said(
    'Représentant légal | Nom et prénom du représentant légal | Représentée par | Nom du représentant | Responsable légal | Nom et prénom du signataire | Personne habilitée à engager la structure | Prénom et nom du dirigeant | Identité du représentant | NOM Prénom du responsable | Mandataire | Nom, prénom du responsable légal',
  ),
  role: said(
    'Qualité | Fonction | En qualité de | Qualité du signataire | Fonction exercée | Titre ou fonction | Fonction dans la structure | Qualité du représentant | Agissant en qualité de | Poste occupé',
  ),
  postal_address: said(
    'Adresse | Adresse du siège | Siège social | Adresse postale | Adresse du siège social | Adresse complète | Domiciliation | Adresse de l’établissement | Adresse de correspondance | Coordonnées postales',
  ),
  phone: said(
    'Téléphone | Tél. | N° de téléphone | Téléphone portable | Mobile | Tél. / GSM | Ligne directe | Téléphone fixe | Numéro de téléphone | Tél. professionnel',
  ),
  email: said(
    'Courriel | Adresse électronique | E-mail | Mail | Adresse mail | Mél | Courrier électronique | Adresse de courriel | Messagerie | Contact e-mail',
  ),
  sector: said(
    'Filière | Filière choisie | Secteur | Secteur d’activité visé | Domaine | Filière retenue | Axe | Thématique | Filière concernée | Domaine d’intervention',
  ),
  date: said(
    'Date | Fait le | Date de signature | Le | Date du jour | Date de la demande | Daté du | En date du',
  ),
}

/** Rows that forms ask beside, and that are nobody's particulars. */
export const OTHERS: readonly (readonly [label: string, value: string])[] = [
  ['Code NAF', '62.01Z'],
  ['Code APE', '25.62B'],
  ['Site internet', 'www.notre-site.example'],
  ['Site web', 'https://page.example'],
  ['Capital social', '20 000 €'],
  ['Date de création', '03/02/2009'],
  ['Effectif', '24'],
  ['Année de création', '2011'],
]

/** Headings of the form, of either part. */
export const HEADINGS: readonly string[] = [
  'FORMULAIRE DE CANDIDATURE',
  'Fiche de candidature',
  'Dossier de candidature',
  'Bulletin de réponse',
  'Questionnaire de candidature',
  'Fiche de renseignements',
]
