import { fold } from '../base/folding.ts'
import type { FieldKind } from '../call/call.ts'

/**
 * What a label of a French form asks for. Kinds of the call's fields, and those that only help to read:
 * parts of a name or of an address, and sections that are answered in sentences.
 */
export type LabelKind =
  | FieldKind
  | 'last_name'
  | 'first_name'
  | 'any_name'
  | 'place_and_date'
  | 'postcode'
  | 'town'
  | 'presentation'
  | 'project'
  | 'ignored'

/**
 * Variants by kind, folded (no accents, case or apostrophe variants). The longest that fits wins. `ignored`
 * keeps a neighbour's value from being taken: fax, NAF, names of banks.
 */
const VARIANTS: Readonly<Record<LabelKind, readonly string[]>> = {
  name: [
    "denomination( sociale| officielle| commerciale| complete| de (la |l')?(structure|entreprise|organisme|association|societe|etablissement))?",
    'raison sociale( complete)?( et (sigle|enseigne))?',
    "nom (complet |officiel |legal |exact )?(de |du )?(la |l'|votre )?(structure|entreprise|organisme|association|societe|etablissement|organisation|candidat|porteur( de projet)?|demandeur|groupement|entite|personne morale|beneficiaire|raison sociale|operateur)( candidate?| porteuse?( du projet)?| demandeuse?| juridique| postulante?| soumissionnaire| industrielle?)?( et (sigle|forme juridique))?",
    'nom commercial',
    'nom ou raison sociale',
    'nom / raison sociale',
    'nom/raison sociale',
    'nom et raison sociale',
    'nom ou denomination( sociale)?',
    'enseigne( commerciale)?',
    'sigle',
    'structure( candidate| porteuse| demandeuse| concernee)?',
    "(l')?entreprise( candidate)?",
    '(la )?societe( candidate)?',
    "(l')?association( candidate)?",
    "(l')?organisme( candidat)?",
    'candidat',
    'porteur( de projet| du projet)?',
    'etablissement',
    'ets',
    'identite de la structure',
    'intitule de la structure',
    "(representant|agissant pour( le compte de)?|pour( le compte de)?|au nom de) (la |l')?(structure|entreprise|societe|association|organisme|etablissement)( suivante?)?",
    'designation( de la structure| sociale)',
  ],
  legal_form: [
    "(forme|statut|nature|categorie) (juridique|legale?)( de (la structure|l'entreprise|l'organisme))?",
    "type (de |d')(structure|organisme|entreprise|societe)",
    'statut( de la structure)?',
  ],
  siret: [
    "(n|no|num|numero|code|identifiant|identification)? ?(de |d')?siret( (du |de la |de l')?(siege( social)?|etablissement|structure|entreprise|association))?( \\(14 chiffres\\))?",
    '(n|no|numero)? ?(de )?siren ?(/|ou|-) ?siret',
    '(n|no|numero)? ?(de )?siret ?(/|ou|-) ?(siren|rna|ridet)',
    'siret ?(/|ou|-) ?n?o? ?rna',
    "numero d'identification( au repertoire des entreprises)?",
    "numero d'immatriculation",
    'identifiant( siret| siren| legal)?',
    '(n|no|numero)? ?(de )?ridet',
  ],
  siren: [
    '(n|no|num|numero|code)? ?(de )?siren',
    '(n|no|numero)? ?(de |du )?rcs',
    'immatriculation( au)? rcs',
    'rcs( de)? (saint|st)[- ](denis|pierre)( de la reunion)?',
  ],
  rna: [
    "(n|no|num|numero|code|identifiant)? ?(de |d')?rna( de l'association)?",
    'repertoire national des associations',
    '(n|no|numero)? ?w',
    "(n|no|numero)? ?(de |d')?(recepisse|declaration|enregistrement)( (de declaration )?(en |a la )?prefecture)?",
    "numero d'association",
    "numero d'inscription au repertoire national des associations",
  ],
  postal_address: [
    "adresse( postale| complete| administrative)*( (du|de la|de l'|de) (siege( social)?|structure|entreprise|organisme|association|societe|etablissement|correspondance))?",
    'siege( social)?',
    'adresse siege( social)?',
    'domiciliation',
    'domicilie(e)?( au| a)?',
    'localisation( du siege)?',
    'lieu-dit',
    'rue',
    'voie',
    'n et voie',
    'no et voie',
    'numero et voie',
    'coordonnees postales',
  ],
  postcode: ['code postal', 'cp', 'c\\.p\\.?'],
  town: [
    'ville',
    'commune',
    'localite',
    'code postal (et|/|-) ?(ville|commune)',
    'cp ?(et|/|-) ?(ville|commune)',
    'bureau distributeur',
  ],
  email: [
    '(adresse )?(de )?courriels?( de contact| professionnel| electronique)?',
    '(adresse )?e-?mails?( de contact| professionnel(le)?)?',
    '(adresse )?mails?( de contact| professionnel)?',
    'mel',
    'adresse (electronique|internet de contact)',
    'contact mail',
    'messagerie( electronique)?',
  ],
  phone: [
    '(n|no|num|numero)? ?(de )?telephones?( fixe| portable| mobile| professionnel| direct| de contact| du contact)*( ?(/|et|ou) ?(portable|mobile|gsm|fixe))?',
    'tel(\\.|s)?( fixe| portable| mobile| bureau)?( ?/ ?(gsm|port|portable|mobile)\\.?)?',
    'gsm',
    '(telephone )?portable',
    'port\\.?',
    'mobile',
    'fixe',
    'ligne directe',
    'standard',
    'contact telephonique',
    'coordonnees telephoniques',
  ],
  representative: [
    "(nom( et |, | / |/)?(prenoms?)?,? ?)?((du|de la|de l'|de) )?(representant(e|\\(e\\))?|responsable|signataire|dirigeant(e|\\(e\\))?|gerant(e|\\(e\\))?|president(e|\\(e\\))?|directeur|directrice|porte-parole)( (legal|legale|legal\\(e\\)|legaux|habilite|general|generale|juridique|du projet|de la structure|de l'entreprise|de l'association|de l'organisme|de la societe))*",
    'represente(e|\\(e\\))? par',
    "(nom|noms?) (et|,|/|&) ?prenoms?( (du|de la|de l') (signataire|representant|responsable|dirigeant|gerant|president|contact|referent|candidat))?( (legal|habilite))?",
    "prenoms? (et|,|/|&) ?noms?( (du|de la|de l') (signataire|representant|responsable|dirigeant|gerant|president)( legal)?)?",
    "nom (du|de la|de l') (signataire|representant|responsable|dirigeant|gerant|president)(e|\\(e\\))?( (legal|habilite))?",
    'identite du (representant|responsable|signataire|dirigeant)( legal)?',
    "personne habilitee( a engager (la structure|l'entreprise))?",
    'je soussigne(e|\\(e\\)|\\.e|·e)?',
    'interlocuteur( principal)?',
    '(personne )?(a contacter|contact|referente?)( principal| du projet| pour le projet)?',
    'chef(fe)? de projet',
    'nom du contact',
    'charge du dossier',
  ],
  role: [
    "(en )?(sa )?qualite( du signataire| du representant( legal)?| de (la personne|l'interlocuteur))?( \\(fonction\\))?",
    "fonctions?( du signataire| du representant( legal)?| dans (la structure|l'entreprise|l'organisme|l'association)| exercee| occupee)?",
    'titre( et fonction| ou fonction)?',
    'poste( occupe)?',
    '(agissant )?en qualite de',
    'qualite ?(/|et|ou) ?(fonction|titre)',
    'fonction ?(/|et|ou) ?(qualite|titre)',
    'qualite \\(.{0,40}\\)',
  ],
  sector: [
    "(filiere|secteur|domaine|axe|thematique|pole)s?( industrielle?| choisie?| retenue?| concernee?| visee?| cible| souhaitee?| de candidature| au titre de laquelle .{0,40}| d'activite| d'intervention| de la candidature)*( \\(.{0,60}\\))?",
    "choix (de la|d'une|de votre) filiere",
    'candidature au titre de la filiere',
    'je (me porte candidat(e|\\(e\\))?|candidate) (pour|au titre de|dans) la filiere',
    'votre filiere',
    'filiere pour laquelle .{0,50}',
  ],
  date: ['date( de signature| du jour| de la demande| de depot)?', 'le', 'fait le'],
  place: ['lieu', 'fait a', 'lieu de signature'],
  place_and_date: ['lieu (et|,|/) ?date', 'date (et|,|/) ?lieu', 'fait a .{0,40} le'],
  signature: [
    "signatures?( (et|ou|/) ?(cachet|tampon))?( (de la structure|du representant( legal)?|du candidat|du signataire|du demandeur|de l'entreprise|du responsable( legal)?|de l'organisme|manuscrite|electronique|originale))*( \\(.{0,60}\\))?",
    "(cachet|tampon|visa)( (et|ou|/) ?signature)?( (de la structure|de l'entreprise|de l'organisme|commercial|du candidat))?",
    'nom,? (prenom,? )?(qualite,? )?(et )?signature',
  ],
  last_name: ["nom( de famille| de naissance| d'usage)?", '(nom )(m\\.|mme)'],
  first_name: [
    "prenoms?( (du|de la|de l'|de) (dirigeant|gerant|representant|responsable|signataire|president|contact|referent)(e|\\(e\\))?( legal(e|\\(e\\))?)?)?",
  ],
  any_name: ['m\\.|mme|monsieur|madame'],
  presentation: [
    "presentation( (generale|succincte|synthetique|detaillee|rapide|courte|breve))?( (de |du )?(la |l'|votre |notre )?(structure|entreprise|organisme|association|societe|candidat|etablissement|groupement|activite)( candidate?| porteuse)?)?( et de (son|ses|votre|vos) activites?)?",
    'qui sommes[- ]nous',
    "(description|historique|activites?|domaines? d'activite|objet social|missions?|moyens (humains|materiels|financiers)|effectifs?|references?|savoir-faire|competences|chiffre d'affaires|notre (histoire|entreprise|societe|structure|association|equipe|metier)s?)( (de |du )?(la |l'|votre |notre )?(structure|entreprise|organisme|association|societe|candidat|principale?s?))?( (principales?|exercees?|actuelles?))?( \\(.{0,60}\\))?",
    'activite( et objet social)?( principale)?',
  ],
  project: [
    "(intitule|titre|nom|description|presentation|resume|descriptif|objectifs?|contenu|localisation|calendrier|budget|cout|plan de financement|enjeux)( (previsionnel|succincte?|detaillee?|synthetique|generale?|total|global))*( (du|de votre|des|de la|de l'|de) ?(projets?|actions?( proposees?)?))?( propose| envisage| porte)?( (ou|et) (des |les |de ses )?actions( (proposees?|envisagees?|souhaitees?|a mener))?)?( \\(.{0,80}\\))?",
    '(le |votre |notre )?projets?( (propose|porte|envisage|industriel|ou actions?|et actions?))*',
    '(les |vos |nos )?actions?( (proposees?|envisagees?|portees?|a mener|souhaitees?|prevues?|que .{0,60}))*',
    'projets? (ou|et|/) ?(les |des )?actions?( .{0,60})?',
    'motivations?( (de la|pour|du) .{0,50})?',
    'interet pour la demarche',
    'raisons de la candidature',
    'plus-value .{0,50}',
    'calendrier( previsionnel)?',
    'budget( previsionnel)?',
    'objectifs?',
    'enjeux',
    'partenaires?',
    'resultats attendus',
    'contribution .{0,60}',
  ],
  ignored: [
    'fax',
    'telecopie',
    '(code )?(naf|ape)( ?/ ?(naf|ape))?',
    '(n|no|numero)? ?(de )?tva( intracommunautaire)?',
    'site( web| internet)?',
    'web',
    'iban',
    'bic',
    'rib',
    'banque',
    'capital( social)?',
    'date de (creation|naissance|debut|fin|immatriculation)',
    'annee de creation',
    'objet',
    'reference',
    'effectif( total)?',
    'nombre de salaries',
    "chiffre d'affaires",
    'civilite',
    "a l'attention de",
    'destinataire',
    'date limite',
    'ref',
    'page',
    'pays',
    'ca',
    'pieces jointes',
    'pj',
    'article',
    'nb',
    'p\\.j\\.',
  ],
}

/** A label found at the start of a text, with what follows it. */
export interface Labelled {
  readonly kind: LabelKind
  /** The label as written. */
  readonly label: string
  /** What follows on the same line, separators and note marks removed; '' when nothing does. */
  readonly rest: string
  /** True when a colon or leader stands between them: without one a value must prove itself. */
  readonly separated: boolean
}

const PATTERNS: readonly (readonly [LabelKind, RegExp])[] = (
  Object.entries(VARIANTS) as [LabelKind, readonly string[]][]
).map(([kind, variants]) => [kind, new RegExp(`^(?:${variants.join('|')})(?![\\p{L}\\d])`, 'u')])

/** Bullets, numbers and articles before a label: « 1.2 – », « • », « a) », « Le/La ». */
const LEAD =
  /^(?:[\s•·▪◦*>\-–—]+|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)°](?:[0-9]{1,2}[.)]?)*\s*[-–—:]?\s+|\(?[0-9]{1,2}\s*[-–—]\s+|(?:le|la|les|l'|votre|notre|vos|nos)\s+(?=\p{L}{4}))+/u
/** Between a label and its value: colon, leaders, note marks such as « (1) » and « * ». */
const BETWEEN =
  /^(?:\s*(?:\*+|\(\d{1,2}\)|\(\*+\)|¹|²|³))*\s*(?:(?:[:=?]|\.{2,}|…+|_{2,}|\t|-{2,}|\s[-–]\s)\s*)+/u
const NOTES = /^(?:\s*(?:\*+|\(\d{1,2}\)|\(\*+\)|¹|²|³))+/u
const ASIDE = /^\s*\([^()]{0,120}\)/u

/** No label is longer: what stands behind need not be looked at. */
const LABEL_CHARACTERS = 160

/** The label with which a text starts, or null. The longest variant of any kind wins. */
export function labelAt(text: string): Labelled | null {
  const source = text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u00A0\u202F]/g, ' ')
  const lead = LEAD.exec(source.slice(0, LABEL_CHARACTERS).toLowerCase())?.[0].length ?? 0
  const body = source.slice(lead)
  const found = longest(shadow(body.slice(0, LABEL_CHARACTERS)))
  if (found === null) return null
  const after = body.slice(found.length).replace(ASIDE, '')
  const between = BETWEEN.exec(after)?.[0]
  const rest = after.slice((between ?? NOTES.exec(after)?.[0] ?? '').length).trim()
  return {
    kind: found.kind,
    label: body.slice(0, found.length).trim(),
    rest,
    separated: between !== undefined,
  }
}

function longest(folded: string): { kind: LabelKind; length: number } | null {
  let best: { kind: LabelKind; length: number } | null = null
  for (const [kind, pattern] of PATTERNS) {
    const length = pattern.exec(folded)?.[0].length ?? 0
    if (length > (best?.length ?? 0)) best = { kind, length }
  }
  return best
}

/** Folds like `fold`, sign by sign, so that positions in it are positions in the text. */
function shadow(text: string): string {
  // Most signs are plain letters: only the others need the whole of folding.
  return text.toLowerCase().replace(/[^a-z0-9 ]/g, shadowOfSign)
}

function shadowOfSign(sign: string): string {
  if (/\s/.test(sign) || sign === '°' || sign === 'º') return ' '
  if (sign.charCodeAt(0) < 128) return sign
  const folded = fold(sign)
  return folded.length === 1 ? folded : sign
}

const PROMPT =
  /^\W*((cliquez|appuyez|tapez|saisir|saisissez|inserez|indiquer|indiquez|preciser|precisez|choisissez|choisir|selectionnez|selectionner|entrez|renseigner|renseignez|merci de|veuillez|decrire|decrivez|completer|a completer|a remplir|a renseigner|a preciser|champ (obligatoire|a remplir)|votre (reponse|texte)|texte|nom de la structure|jj|dd|xx+|nc|n\/?a|nom|prenom|qualite|date|lieu|etc|\(?facultatif\)?|lorem)\b.*)?$/u

/** True for what a form prints in place of an answer: leaders, empty boxes, prompts, « jj/mm/aaaa ». */
export function isPlaceholder(text: string): boolean {
  const folded = fold(text)
  const bare = folded.replace(/[._…|\-–—:;,*/\\()[\]«»"'?☐□❏◻\s]/g, '')
  if (bare === '') return true
  if (/^\[.*\]$|^<.*>$|^\{.*\}$/.test(folded) && !/signe/.test(folded)) return true
  if (/^(a|le|fait|jj|mm|aa|aaaa|jjmmaaaa|ddmmyyyy|xx*|20|euros?|€)*$/.test(bare)) return true
  return PROMPT.test(folded) && !/[\d@]/.test(folded)
}
