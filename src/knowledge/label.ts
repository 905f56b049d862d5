/**
 * What a label of a form asks for, and how labels that ask for it are worded. `says` are alternatives over
 * folded text, each linear, taken from the start of a label; the longest of all kinds wins. `example` is such
 * a label, `unlike` one that asks for something else: a test holds both.
 */
export interface Label {
  readonly says: readonly string[]
  readonly example: string
  readonly unlike: string
}

/** Between two words that ask for the same. */
export const OR = '( ?(/|,|&) ?| et | ou |-)'
/** Endings of a word for a woman, a man or either. */
export const E = '(e|\\(e\\)|\\.e|·e|-e?)?'
/** « de la », « du », « du ou de la », « de votre »… */
export const OF =
  "( ?(de|du|des|d')( ?(la|l'|le|votre|notre|vos|sa|son|ce))?(( ou | et | ?/ ?)(de la|du|de l'|la|" +
  "le))?| ?(la|le|l'|votre|notre))? ?"
/** « N° », « Numéro de », « Code », « N° d’inscription au ». */
export const NUMBER =
  "((n|no|num|numero|code|identifiant|identification)\\.? {0,2})?(de |du |d')?((immatriculation|" +
  "inscription|enregistrement) (au |a la |a l')?)?"

/**
 * A number, and a few words on the name of the register that gave it: « Numéro unique d’identification
 * (SIRET) ». No digit stands between them.
 */
export const numberOf = (register: string): string =>
  `((n|no|num|numero|code)\\.?|(d')?(identifiant|identification|immatriculation|inscription|` +
  `enregistrement)) {1,2}[^:;=?\\d]{0,50}?(?<=[ (/'])(${register})\\)?`
/** Behind a register, another number that may stand there: « ou de TVA », « ou à défaut… ». */
export const OR_NUMBER =
  '(( ?/ ?| ou )(de |du |le )?(n |numero )?(de |du )?(tva|rid7|rid|rcs)| ou,? a defaut,? [^:;=?]{0,60})?'

/** Whoever may apply, as forms call them. */
export const BODY =
  '(structure|entreprise|organisme|association|societe|etablissement|organisation|entite|cooperative' +
  '|collectivite|candidat|demandeu(r|se)|groupement|personne morale|beneficiaire|operateur|institution' +
  '|firme|maison|exploitation|employeur|adherent|soumissionnaire|postulant|porteur( de| du)? projet|' +
  'porteur|commerce|raison sociale|club)' +
  E
/** What stands behind it: « candidate », « porteuse du projet ». */
export const WHICH_BODY =
  '(( |, )(candidat|demandeu(r|se)|postulant|deposant|concerne|soumissionnaire|beneficiaire|' +
  'principale?|economique' +
  `|industriel(le)?|porteu(r|se)( (de|du) projet)?)${E})*`

/** Who leads or signs, as forms call them. */
export const LEADER =
  '(representant|responsable|signataire|dirigeant|gerant|president|directeur|directrice|porte-parole' +
  `|mandataire|chef(fe)? d'entreprise|administrateur|administratrice|candidat|personne (responsable|` +
  `signataire))${E}`
export const WHICH_LEADER =
  `( ((legal|habilite|general|responsable)${E}s?|legaux|juridique|statutaire` +
  "|de la structure|de la societe|de l'entreprise|de l'association|de l'organisme))*"

/** Whose a fact is that is asked for: the structure's, its seat's, its leader's. */
export const WHOSE = `(${OF}(siege( social)?|${LEADER}${WHICH_LEADER}|${BODY}${WHICH_BODY}))*`
