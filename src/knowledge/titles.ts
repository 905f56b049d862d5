import { wordList } from './entry.ts'

/** How forms are headed. */
export const FORM_TITLES = wordList([
  {
    id: 'form-of',
    says: [
      "(?:fiche|dossier|bulletin) (?:de |d'|du )?(?:candidature|reponse|inscription|manifestation)",
      "(?:questionnaire|acte|imprime) (?:de |d'|du )?(?:candidature|reponse)",
      "(?:questionnaire|acte|imprime) (?:de |d'|du )?(?:inscription|manifestation)",
      "(?:fiche|dossier|bulletin|questionnaire|acte|imprime) (?:de |d'|du )?(?:participation|depot)",
      "(?:fiche|dossier|bulletin) (?:de |d'|du )?(?:candidat|demande|renseignements?)",
      "(?:questionnaire|acte|imprime) (?:de |d'|du )?(?:candidat|demande|renseignements?)",
    ],
    example: 'Fiche de candidature',
    unlike: 'Fiche technique',
  },
  { id: 'form', says: ['formulaires?'], example: 'Formulaire', unlike: 'Formule' },
  { id: 'cerfa', says: ['cerfa'], example: 'cerfa n° 12156', unlike: 'cerf' },
  {
    id: 'request',
    says: ['demande de (?:subvention|participation|residence|financement|labellisation)'],
    example: 'Demande de subvention',
    unlike: 'Demande de congé',
  },
])

/**
 * Papers that offices ask for: what they say of the applicant is kept, but they serve no role that a call
 * does not name.
 */
export const ADMINISTRATIVE_TITLES = wordList(
  [
    {
      id: 'kbis',
      says: ['(?:extrait )?k-?bis', "extrait (?:rcs|d'immatriculation)"],
      example: 'Extrait Kbis',
      unlike: 'Extrait de film',
    },
    {
      id: 'statutes',
      says: ["statuts(?: (?:de|des|du) (?:l'|la |le )?.{0,60}| mis a jour.{0,30}| constitutifs)?$"],
      example: 'Statuts de l’association',
      unlike: 'Statut : SARL',
    },
    {
      id: 'bank',
      says: ["releve d'identite bancaire", 'rib$', 'iban$', 'attestation bancaire'],
      example: 'Relevé d’identité bancaire',
      unlike: 'Relevé de décisions',
    },
    {
      id: 'invoice',
      says: ['factures?', "note d'honoraires", 'avoir n'],
      example: 'Facture n° 12',
      unlike: 'Facteur',
    },
    { id: 'quotation', says: ['devis', 'proposition commerciale'], example: 'Devis', unlike: 'Devise' },
    {
      id: 'curriculum',
      says: ['curriculum vitae', 'c\\.?v\\.?$', 'cv '],
      example: 'Curriculum vitae',
      unlike: 'Circuit',
    },
    {
      id: 'certificate',
      says: ['attestations?', 'certificats?', 'agrement'],
      example: 'Attestation sur l’honneur',
      unlike: 'Attente',
    },
    {
      id: 'notice',
      says: ["avis (?:de situation|d'imposition|d'impot|de taxe)"],
      example: 'Avis d’imposition',
      unlike: 'Avis de réception',
    },
    {
      id: 'minutes',
      says: ['proces[- ]verbal', 'compte[- ]rendu', 'releve de decisions', 'ordre du jour', 'convocation'],
      example: 'Procès-verbal de l’assemblée',
      unlike: 'Procès gagné',
    },
    {
      id: 'accounts',
      says: ['bilan (?:comptable|actif|passif|simplifie)', 'liasse fiscale', 'compte de resultat'],
      example: 'Bilan comptable',
      unlike: 'Bilan carbone',
    },
    {
      id: 'declaration',
      says: ['recepisse de declaration', 'journal officiel', 'annonce legale'],
      example: 'Récépissé de déclaration',
      unlike: 'Récépissé postal',
    },
    {
      id: 'identity',
      says: ["carte (?:nationale )?d'identite", 'passeport', 'titre de sejour', 'permis de conduire'],
      example: 'Carte nationale d’identité',
      unlike: 'Carte de visite',
    },
    {
      id: 'order',
      says: [
        'bon de (?:commande|livraison)',
        'conditions generales',
        'contrat de (?:travail|location|pret)',
        'bail ',
      ],
      example: 'Bon de commande',
      unlike: 'Bon séjour',
    },
    {
      id: 'payslip',
      says: ['bulletin de (?:paie|salaire)', 'fiche de paie'],
      example: 'Bulletin de paie',
      unlike: 'Bulletin de réponse',
    },
  ],
  'at its start',
)

const NUMBER = '(?:\\d{1,2}[ .)-]{1,3})?'

/** Titles of presentations, at the head of a document or of one of its parts. */
export const PRESENTATION_TITLES = wordList(
  [
    {
      id: 'presentation-of',
      says: [
        `${NUMBER}presentation (?:generale |synthetique |succincte )?(?:de |du )?(?:la |l'|notre |votre )?` +
          '(?:structure|entreprise|societe|association|organisme|cooperative)',
        '(?:candidat|groupement|groupe|scop|scic|sas|sarl|activite|equipe|compagnie|collectif)',
        `${NUMBER}dossier de presentation`,
        `${NUMBER}plaquette(?: de presentation)?`,
      ],
      example: 'Présentation de la structure',
      unlike: 'Présentation du projet',
    },
    {
      id: 'who-we-are',
      says: [
        `${NUMBER}qui sommes[- ]nous`,
        `${NUMBER}notre (?:entreprise|societe|association|structure|histoire|equipe|metier|compagnie)`,
        `${NUMBER}nos (?:metiers|activites|valeurs|savoir-faire)`,
        `${NUMBER}(?:l')?(?:entreprise|association|societe)$`,
        `${NUMBER}la structure$`,
      ],
      example: 'Notre histoire',
      unlike: 'Notre projet',
    },
    {
      id: 'profile',
      says: [
        `${NUMBER}historique(?: de .*)?$`,
        `${NUMBER}profil de`,
        `${NUMBER}rapport (?:d'activites?|moral)`,
        `${NUMBER}fiche (?:d'identite|entreprise|de presentation)`,
        `${NUMBER}portrait`,
      ],
      example: 'Rapport d’activité',
      unlike: 'Rapport de stage',
    },
  ],
  'at its start',
)

/** Headings of a presentation that stand alone: without a colon they are no labels. */
export const MEANS_TITLES = wordList(
  [
    {
      id: 'means',
      says: ['moyens (?:humains|materiels)\\W*$'],
      example: 'Moyens humains',
      unlike: 'Moyens humains : 12',
    },
    { id: 'staff', says: ['effectifs?\\W*$'], example: 'Effectif', unlike: 'Effectif de douze' },
    {
      id: 'figures',
      says: ['chiffres? cles?\\W*$'],
      example: 'Chiffres clés',
      unlike: 'Chiffres clés de 2021 et après',
    },
    { id: 'references', says: ['references\\W*$'], example: 'Références', unlike: 'Référence : 12' },
  ],
  'at its start',
)

/** Titles of projects. */
export const PROJECT_TITLES = wordList(
  [
    {
      id: 'project',
      says: [
        `${NUMBER}presentation (?:generale |synthetique |succincte )?(?:du |de notre |des |` +
          'de nos )(?:projets?|actions?)',
        `${NUMBER}(?:le |notre |fiche |description du |descriptif du |resume du |intitule du |` +
          'objectifs du |note de |memo |dossier )?projets?(?! de (?:loi|contrat))',
      ],
      example: 'Notre projet',
      unlike: 'Projet de contrat',
    },
    {
      id: 'actions',
      says: [
        `${NUMBER}(?:les |nos |programme d'|plan d'|propositions? d')?actions?(?: proposees|` +
          ' envisagees| a mener| portees)?',
      ],
      example: 'Plan d’actions',
      unlike: 'Les acteurs',
    },
    {
      id: 'note',
      says: [
        `${NUMBER}note (?:d'intention|technique|methodologique)`,
        `${NUMBER}ce que nous (?:proposons|voulons|souhaitons)`,
      ],
      example: 'Note d’intention',
      unlike: 'Note de frais',
    },
    {
      id: 'programme',
      says: [
        `${NUMBER}programme previsionnel`,
        `${NUMBER}feuille de route`,
        `${NUMBER}calendrier (?:previsionnel|de realisation)`,
        `${NUMBER}budget previsionnel`,
      ],
      example: 'Feuille de route',
      unlike: 'Feuille de présence',
    },
  ],
  'at its start',
)
