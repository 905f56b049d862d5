/**
 * A piece that calls often ask for: how a call names it, and how the file tells such a document. `titles`
 * absent: a role of the house, which needs no word in the file.
 */
export interface UsualPiece {
  readonly role: string
  /** With its article, where the text’s own words are not enough for a letter. */
  readonly label: string
  /** How calls ask for it, over folded text. */
  readonly asked: RegExp
  readonly like?: 'text' | 'table' | 'picture' | 'letter'
  readonly titles?: readonly string[]
  readonly words?: readonly string[]
  readonly names?: readonly string[]
}

/** In this order: what is asked for more closely comes first. */
export const USUAL_PIECES: readonly UsualPiece[] = [
  {
    role: 'kbis',
    label: 'un extrait Kbis',
    asked: /\bk-?bis\b/,
    like: 'text',
    titles: ['Extrait Kbis', 'Extrait d’immatriculation principale au registre du commerce'],
    words: ['greffe', 'immatriculation', 'registre du commerce et des sociétés', 'gérance', 'capital'],
    names: ['kbis'],
  },
  {
    role: 'rib',
    label: 'un relevé d’identité bancaire',
    asked: /\brib\b|releve d'identite bancaire|bank details/,
    titles: ['Relevé d’identité bancaire', 'RIB'],
    words: ['IBAN', 'BIC', 'code banque', 'code guichet', 'titulaire du compte', 'domiciliation'],
    names: ['rib'],
  },
  {
    role: 'identite',
    label: 'une copie de la pièce d’identité',
    asked: /piece d'identite|carte (?:nationale )?d'identite|passeport|passport|proof of identity/,
    titles: ['Carte nationale d’identité', 'Passeport'],
    words: ['nationalité', 'prénoms', 'né le', 'république française'],
    names: ['identité', 'cni', 'passeport'],
  },
  {
    role: 'recepisse',
    label: 'le récépissé de déclaration en préfecture',
    asked: /recepisse (?:de declaration|de la prefecture)/,
    titles: ['Récépissé de déclaration', 'Récépissé de déclaration de création'],
    words: ['préfecture', 'déclaration', 'journal officiel', 'association'],
    names: ['récépissé'],
  },
  {
    role: 'honneur',
    label: 'une attestation sur l’honneur',
    asked: /(?:attestation|declaration|certificat) sur l'honneur/,
    titles: ['Attestation sur l’honneur', 'Déclaration sur l’honneur'],
    words: ['atteste sur l’honneur', 'déclare sur l’honneur', 'certifie sur l’honneur'],
    names: ['honneur'],
  },
  {
    role: 'assurance',
    label: 'une attestation d’assurance',
    asked:
      /attestation (?:d'|de l')?assurances?|responsabilite civile|insurance certificate|proof of insurance/,
    titles: ['Attestation d’assurance', 'Attestation de responsabilité civile'],
    words: ['assureur', 'contrat', 'garanties', 'responsabilité civile', 'assuré'],
    names: ['assurance', 'rc pro'],
  },
  {
    role: 'acte_engagement',
    label: 'l’acte d’engagement',
    asked: /acte d'engagement/,
    titles: ['Acte d’engagement'],
    words: ['engagement', 'pouvoir adjudicateur', 'titulaire', 'montant de l’offre', 'délai d’exécution'],
    names: ['acte d’engagement', 'attri1'],
  },
  {
    role: 'prix',
    label: 'le bordereau des prix',
    asked: /bordereau des? prix|\bbpu\b|\bdpgf\b|decomposition du prix|detail quantitatif|schedule of prices/,
    like: 'table',
    titles: [
      'Bordereau des prix',
      'Décomposition du prix global et forfaitaire',
      'Détail quantitatif estimatif',
    ],
    words: ['prix unitaire', 'quantité', 'montant', 'total', 'TVA'],
    names: ['bpu', 'dpgf', 'bordereau'],
  },
  {
    role: 'memoire',
    label: 'un mémoire technique',
    asked: /memoire (?:technique|justificatif|methodologique)|note methodologique|technical proposal/,
    like: 'text',
    titles: ['Mémoire technique', 'Note méthodologique'],
    words: ['méthodologie', 'moyens', 'organisation', 'planning', 'références'],
    names: ['mémoire'],
  },
  {
    role: 'statuts',
    label: 'les statuts',
    asked: /\bstatuts\b|articles of association/,
    like: 'text',
    titles: ['Statuts'],
    words: ['article 1', 'objet', 'assemblée générale', 'membres', 'dissolution', 'siège social'],
    names: ['statuts'],
  },
  {
    role: 'comptes',
    label: 'les comptes du dernier exercice',
    asked: /comptes annuels|derniers comptes|bilans? comptables?|compte de resultat|annual accounts/,
    like: 'table',
    titles: ['Comptes annuels', 'Bilan', 'Compte de résultat'],
    words: ['actif', 'passif', 'exercice', 'charges', 'produits', 'résultat'],
    names: ['bilan', 'comptes'],
  },
  {
    role: 'budget',
    label: 'le budget prévisionnel',
    asked: /\bbudgets?\b(?! participatif)|plan de financement/,
    like: 'table',
    titles: ['Budget prévisionnel', 'Budget', 'Plan de financement'],
    words: ['charges', 'produits', 'dépenses', 'recettes', 'subventions', 'total'],
    names: ['budget', 'plan de financement'],
  },
  {
    role: 'devis',
    label: 'un devis',
    asked: /\bdevis\b|\bquotes?\b/,
    titles: ['Devis'],
    words: ['devis', 'total HT', 'TVA', 'validité', 'bon pour accord'],
    names: ['devis'],
  },
  {
    role: 'cv',
    label: 'un CV',
    asked: /\bcv\b|curriculum vitae|\bresume\b/,
    titles: ['CV', 'Curriculum vitae', 'Parcours'],
    words: ['formation', 'expérience', 'diplôme', 'compétences', 'langues'],
    names: ['cv'],
  },
  {
    role: 'portfolio',
    label: 'un portfolio',
    asked: /\bportfolio\b|\bbook\b(?= artistique)|extraits? de publication/,
    titles: ['Portfolio'],
    words: ['série', 'œuvres', 'exposition', 'technique', 'dimensions'],
    names: ['portfolio', 'book'],
  },
  {
    role: 'intention',
    label: 'une note d’intention',
    asked: /note d'intention|statement of intent|artist'?s statement/,
    like: 'text',
    titles: ['Note d’intention'],
    words: ['démarche', 'recherche', 'intention', 'public'],
    names: ['intention'],
  },
  {
    role: 'photo',
    label: 'une photographie',
    asked: /\bphotos?\b|\bphotographies?\b|\bphotographs?\b/,
    like: 'picture',
    titles: [],
    names: ['photo'],
  },
  {
    role: 'plan',
    label: 'un plan',
    asked: /\bplans? (?:de situation|de masse|cadastral|du|de l)|\bsite plan\b/,
    titles: ['Plan de situation', 'Plan de masse', 'Plan'],
    names: ['plan'],
  },
  {
    role: 'presentation',
    label: 'une présentation de la structure',
    asked: new RegExp(
      "presentation (?:de la |de l'|du |de votre )?(?:structure|association|entreprise|organisme|" +
        'candidat|porteur|societe|collectif)|presentation of (?:the|your)',
    ),
  },
  {
    role: 'form',
    label: 'le formulaire de candidature',
    asked: new RegExp(
      "formulaires?\\b|bulletins? (?:de participation|d'inscription)|" +
        "fiches? (?:de candidature|d'inscription|projet)|dossier de demande|application form|entry form|" +
        '\\bcerfa\\b',
    ),
  },
  {
    role: 'letter',
    label: 'une lettre de motivation',
    asked:
      /lettres? (?:de motivation|de candidature|de manifestation)|cover(?:ing)? letter|letter of motivation/,
  },
  {
    role: 'project',
    label: 'le projet',
    asked: new RegExp(
      '(?:^|\\b(?:le|un|votre|son|leur|the|your) )projet\\b|descriptions?\\b|' +
        'presentation (?:du|de votre) projet|note (?:de presentation|descriptive)|project description',
    ),
  },
]
