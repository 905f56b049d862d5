import { fold } from '../base/folding.ts'

/** What a sender says to be doing, read in subject and own words. Several may be true of one mail. */
export interface Wording {
  /** « Nous vous adressons notre dossier »: something is handed in with this mail. */
  readonly handsIn: boolean
  readonly applies: boolean
  readonly withdraws: boolean
  /** « En complément de notre envoi », « la pièce manquante », « comme demandé ». */
  readonly continues: boolean
  /** Names something that calls ask for: a form, a letter, a presentation, a project. */
  readonly namesPiece: boolean
  readonly thanks: boolean
  readonly asks: boolean
  /** A job, a placement, a curriculum vitae: in the subject, or only in the words. */
  readonly job: 'subject' | 'words' | null
  /** An invoice, a quotation, an order. */
  readonly trade: boolean
}

const HANDS_IN =
  /\b(ci[- ]?(joint|inclus|annexe)(e|s|es)?|en (piece(s)?[- ]jointe(s)?|annexe|pj)|pj|p\.j\.?|veuillez (bien )?(trouver|recevoir)|(vous|te) (adress|transm|envo|fai(s|sons) parvenir|soume|remet|joi)\w*|je joins|nous joignons|please find|attached|telecharg\w+|lien (de|vers|suivant|ci)|depos(e|ons|er) (ma|notre|mon|la|le)|annule et remplace)/
const APPLICATION =
  /\b(candidatures?|dossier( de candidature)?|manifestation d'interet|formulaire|lettre de manifestation|reponse a (l'|votre )?(ami|appel)|application|expression of interest)\b/
const APPLIES =
  /\b((notre|ma|sa|leur|mon|cette|de|en|une) candidature|candidature (de|du|a|pour|ami|territoires?|-|:)|candidat(ons|e a)\b|(souhait\w+|voul\w+|desir\w+) (poser (ma|notre) candidature|candidater|postuler|manifester|participer|repondre)|manifest\w+ (notre|mon|son) interet|repond(re|s|ons) (a |favorablement )?(l'|votre |cet )?(ami\b|appel)|dossier de candidature|poser? (ma|notre) candidature)/
const WITHDRAWS =
  /\b(retir(e|er|ons|ez|ant) (ma|notre|sa|la|cette|mon|notre dossier de) ?(candidature|dossier)?|retrait (de |d')?(ma|notre|la|sa|notre dossier de)? ?candidature|annul(e|er|ons|ez|ation)( de)? (ma|notre|sa|la|cette) candidature|renon(ce|cons|cer) (a|au)|(me|nous) desist\w+|desistement|ne (souhait\w+|desir\w+) (plus|pas) (candidater|donner suite|participer|maintenir)|(me|nous) retir(e|ons) (de|du)|withdraw\w*)/
const CONTINUES =
  /\b(complements?|completer|suite (a|de) (mon|notre|ma|votre|la|l')|pieces? manquantes?|manquant\w*|comme (convenu|demande|annonce|promis)|(envoi|dossier|partie) ?\(?\d ?(\/|sur) ?\d|\(\d ?\/ ?\d\)|oubli\w*)\b|\(\d ?\/ ?\d\)/
const PIECES =
  /\b(formulaires?|lettres? (de manifestation|d'intention|d'engagement|signee)|presentation|projet|dossier|candidature|pieces? (manquantes?|demandees?|complementaires?)|siret|kbis|statuts)\b/
const REPLACES = /\bannule et remplace\b|\bnouvelle version\b|\bversion corrigee\b|\ben remplacement\b/
const THANKS =
  /\b(merci (beaucoup|pour|a vous|bien|encore|d'avoir|de (votre|vos|ton|ta|tes|cette|ce|ces))|remerci\w+|bien (recu|note)|bonne reception|thank(s| you)|danke|gracias|grazie)\b|^merci[ !.,]*$|\bmerci[!. ]*$/
const ASKS =
  /\?|\b(pou(v|rr)(ez|iez)[- ]vous|peux[- ]tu|pourri(ez|ons|ais)|est[- ]il possible|est[- ]ce que|je souhaiterais? (savoir|avoir|obtenir|recevoir)|nous souhaiterions (savoir|avoir|obtenir|recevoir)|(merci|priere) de (bien vouloir|me|nous|m'|transmettre|confirmer|preciser|renvoyer|indiquer)|merci (de )?(me|nous|m')|(une|des|ma|notre) (question|demande|precision|interrogation)s?|renseignements?|informations? (sur|concernant|complementaires?)|svp|s'il vous plait|where can|could you|please (send|confirm))/
const JOB =
  /\b(candidature (spontanee|au poste|pour le poste|a l'offre|au (stage|contrat))|(offre|demande|recherche) (d'emploi|de stage|d'alternance)|poste (de|d')|recrutement|alternance|apprentissage|stage|stagiaire|curriculum|mon cv|cv et lettre|lettre de motivation|job|internship)\b/
const TRADE =
  /\b(factures?|devis|bons? de commande|relance|echeance|reglement|impaye|avoir n|invoice|quotation|purchase order|proforma|virement|solde du|abonnement|promotion|catalogue|tarifs?|offre (commerciale|de prix|speciale))\b/

/** Reads what a mail says of itself; `subject` and `words` as written. */
export function wordingOf(subject: string, words: string): Wording {
  const title = fold(subject)
  const body = fold(words.slice(0, 8000))
  const all = `${title} . ${body}`
  const asks = ASKS.test(body) || title.includes('?')
  const withdraws = WITHDRAWS.test(all) && !REPLACES.test(all)
  return {
    handsIn: HANDS_IN.test(body) && APPLICATION.test(all),
    applies: APPLIES.test(all) || (APPLICATION.test(title) && !asks),
    withdraws,
    namesPiece: PIECES.test(all),
    continues: CONTINUES.test(all) || REPLACES.test(all),
    thanks: THANKS.test(body.slice(0, 400)) && body.length < 600 && !asks && !withdraws,
    asks,
    job: JOB.test(title) ? 'subject' : JOB.test(body) ? 'words' : null,
    trade: TRADE.test(title),
  }
}

const GENERIC_SUBJECT =
  /^((tr|fwd?|re|wg) ?: ?)*((scan|scans|scanned|scanner|numeris\w*|document\w*|dossiers?|fichiers?|pj|pieces? jointes?|envoi|image\w*|pdf|formulaires?|lettres?|copie|message|attached|sans objet|no subject|urgent|courrier|impression|img|doc|presentation|projet|candidature|reponse|ami)\b.*)?$/

/** Subjects that say nothing: empty, « Scan », « Numérisation du 23/11/2022 », "Message from KM_C258". */
export function isGenericSubject(subject: string): boolean {
  const folded = fold(subject).replace(/^[^\p{L}\p{N}]+/u, '')
  return folded.length < 80 && GENERIC_SUBJECT.test(folded)
}

/** A subject that announces a forwarded mail: then the words of the forwarded mail are the matter. */
export function isForward(subject: string): boolean {
  return /(^|\b)(tr|fwd?|wg|rv|i) ?: /.test(`${fold(subject)} `.slice(0, 40))
}

/** Calls of other authorities that no file names: « AMI du Département », « appel à projets de la Région ». */
export function namesOtherAuthority(text: string): boolean {
  return /\b(ami|appels? (a|d'|de) (manifestation|projets?|candidatures?)[a-z' ]{0,20}?) ?.{0,60}?\b(du|de la|de l'|des|par le|par la|lance par) ?(conseil )?(departement(al)?|region(al)?|ministere|prefecture|ademe|metropole|ville|commune|mairie|agence|chambre|universite|etat|bpifrance|caisse)\b/.test(
    fold(text.slice(0, 8000)),
  )
}
