import { E, type Label, OF } from './label.ts'

const OF_WHOM =
  "( (de la structure|du representant( legal)?|du candidat|du signataire|du demandeur|de l'entreprise" +
  "|du responsable( legal)?|de l'organisme|commercial|manuscrite|electronique|originale))*"
const STRUCTURE =
  "(( de| du)?( la| l'| votre| notre)? ?(structure|entreprise|organisme|association|societe|candidat|" +
  'etablissement' +
  '|groupement|activite|cooperative))?( candidate?| porteuse)?'
const HOW = '( (previsionnel|succincte?|detaillee?|synthetique|generale?|total|global|rapide|courte?|breve))*'
const PROJECT =
  '( (du|de votre|des|de la|de notre) ?(projets?|actions?( proposees?)?))?( propose| envisage| porte)?'
const ACTIONS = '( (ou|et) (des |les |de ses )?actions( (proposees?|envisagees?|souhaitees?|a mener))?)?'
const ASIDE = '( \\((?=[^)]{0,80}[a-z]{2})[^)]{0,80}\\))?'
const OF_SECTOR =
  '( ((choisi|retenu|poursuivi|pressenti|vis|cibl|concern|envisag|souhait|demand|propos|selectionn)(e|' +
  'ee)?s?|\\p{L}{3,12}ees?' +
  "|industrielle?|(du |de (la |votre |notre )?|d')(projet|candidature|candidat|activite|intervention|" +
  'interet|rattachement|appartenance)' +
  '|au titre de laquelle .{0,40}|principale|secondaire|(n {0,2})?\\d))*(,? (1er|2e|3e|premier|second|' +
  'deuxieme) choix)?'

/** Labels over which a form is signed, chosen from, or told what somebody is and does. */
export const SECTION_LABELS = {
  sector: {
    says: [
      `(filiere|secteur|domaine|axe|thematique|pole)s?${OF_SECTOR}( \\(.{0,60}\\))?`,
      "choix (de la|d'une|de votre) filiere|candidature au titre de la filiere|votre filiere",
      `je (me porte candidat${E}|candidate) (pour|au titre de|dans) la filiere`,
      `(filiere|secteur|domaine) (pour|dans|au titre) (laquelle|lequel|de laquelle|duquel) [^:=?]{0,50}`,
      'candidature (pour|a|dans|au titre de) (la |une )?(filiere|secteur)',
      '((dans|pour|sur|au titre de|a) )?(quel|lequel|quelle|laquelle)s?( est)?( (la|votre|vos))? ' +
        '(filiere|secteur|domaine)s?( [^:=?]{1,70})?(?= ?[?:])',
    ],
    example: 'Filière choisie',
    unlike: 'Sectorisation',
  },
  date: {
    says: [
      `date(${OF}(presente? )?(signature|redaction|candidature|demande|depot|jour|reponse|remise|envoi|` +
        'etablissement|declaration' +
        '|formulaire|document|dossier|lettre|fiche|remplissage|saisie|validation|transmission|' +
        'engagement|presente))*',
      'datee? du|en date du|le',
      `(document )?(fait|signe|etabli|redige|complete|rempli|dresse)${E}( ce jour)?,? (le|en date du)`,
    ],
    example: 'Date de signature',
    unlike: 'Date de création',
  },
  place: { says: ['lieu|fait a|lieu de signature'], example: 'Lieu', unlike: 'Lieu-dit' },
  place_and_date: {
    says: ['lieu (et|,|/) ?date|date (et|,|/) ?lieu', 'fait a .{0,40} le'],
    example: 'Date et lieu',
    unlike: 'Date',
  },
  signature: {
    says: [
      `signatures?( (et|ou|/) ?(cachet|tampon))?${OF_WHOM}( precedee? de [^:=]{0,50})?( \\(.{0,60}\\))?`,
      `(cachet|tampon|visa)( (et|ou|/) ?signature)?${OF_WHOM}`,
      '((noms?|prenoms?|qualite|fonction|titre|date|lieu|cachet|tampon|visa)( ?[,/&-] ?| et |' +
        ` ou ))+signature${OF_WHOM}( \\(.{0,60}\\))?`,
      `signature( ?[,/&-] ?| et )(nom|date|lieu|qualite|titre)${OF_WHOM}`,
      `signee?( electroniquement| numeriquement)? par`,
    ],
    example: 'Cachet et signature du candidat',
    unlike: 'Signalétique',
  },
  presentation: {
    says: [
      `presentation${HOW}${STRUCTURE}( et de (son|ses|votre|vos) activites?)?`,
      'qui sommes[- ]nous',
      `(description|historique|activites?|domaines? d'activite|objet social|missions?|` +
        `effectifs?)${STRUCTURE}`,
      '(moyens (humains|materiels|financiers)|references?|savoir-faire|competences|' +
        `chiffre d'affaires)${STRUCTURE}`,
      'notre (histoire|entreprise|societe|structure|association|equipe|metier)s?( principale?s?)?',
      `(activite|historique|missions?|effectifs?|activites?)( (principales?|exercees?|actuelles?))?${ASIDE}`,
      'activite( et objet social)?( principale)?',
    ],
    example: 'Présentation succincte de votre association',
    unlike: 'Présent à la réunion',
  },
  project: {
    says: [
      `(intitule|titre|nom|description|presentation|resume|descriptif)${HOW}${PROJECT}${ACTIONS}${ASIDE}`,
      '(objectifs?|contenu|localisation|calendrier|budget|cout|plan de financement|' +
        `enjeux)${HOW}${PROJECT}${ASIDE}`,
      '(le |votre |notre )?projets?( (propose|porte|envisage|industriel|ou actions?|et actions?))*',
      '(les |vos |nos )?actions?( (proposees?|envisagees?|portees?|a mener|souhaitees?|prevues?|' +
        'que .{0,60}))*',
      'projets? (ou|et|/) ?(les |des )?actions?( .{0,60})?|motivations?( (de la|pour|du) .{0,50})?',
      'interet pour la demarche|raisons de la candidature|plus-value .{0,50}|partenaires?|resultats attendus',
      'contribution .{0,60}',
    ],
    example: 'Intitulé du projet',
    unlike: 'Projeter',
  },
  ignored: {
    says: [
      'fax|telecopie|(code )?(naf|ape)( ?/ ?(naf|ape))?|(n|no|numero)? {0,2}(de )?tva( intracommunautaire)?',
      'site( web| internet)?|web|iban|bic|rib|banque|capital( social)?|pays|ca|page|nb|article',
      'date de (creation|naissance|debut|fin|immatriculation)|annee de creation|date limite',
      "objet|reference|ref|effectif( total)?|nombre de salaries|chiffre d'affaires|civilite",
      'assujettie?( a la)? tva|convention collective|' +
        'exercice clos( le)?|(page )?(facebook|linkedin|instagram)',
      "a l'attention de|destinataire|pieces jointes|pj|p\\.j\\.",
    ],
    example: 'Code NAF',
    unlike: 'Nom',
  },
} as const satisfies Record<string, Label>
