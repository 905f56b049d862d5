import { fold } from '../../base/folding.ts'
import { choicesIn } from '../text/choices.ts'

/** Legal forms that the call may meet, by the folded words that name them; the first that fits wins. */
const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['SASU', /\bs\.?a\.?s\.?u\b|societe par actions simplifiee unipersonnelle/],
  ['SAS', /\bs\.?a\.?s\b|societe par actions simplifiee/],
  ['EURL', /\be\.?u\.?r\.?l\b/],
  ['SARL', /\bs\.?a\.?r\.?l\b|societe a responsabilite limitee/],
  ['SCOP', /\bscop\b|societe cooperative (et participative|ouvriere)/],
  ['SCIC', /\bscic\b|societe cooperative d'interet collectif/],
  ['SICA', /\bsica\b|societe d'interet collectif agricole/],
  ['CUMA', /\bcuma\b/],
  ['SCA', /\bsca\b|societe cooperative agricole|societe en commandite par actions/],
  ['GIP', /\bgip\b|groupement d'interet public/],
  ['GIE', /\bgie\b|groupement d'interet economique/],
  ['SEM', /\bsem(l)?\b|societe d'economie mixte/],
  ['SPL', /\bspl\b|societe publique locale/],
  ['SNC', /\bsnc\b|societe en nom collectif/],
  ['SCI', /\bsci\b|societe civile immobiliere/],
  ['EARL', /\bearl\b/],
  ['SCEA', /\bscea\b/],
  ['GAEC', /\bgaec\b/],
  ['EPIC', /\bepic\b|etablissement public (a caractere )?industriel/],
  ['SA', /(?<![\p{L}'.])s\.?a\.?(?![\p{L}'])(?! (structure|societe))|societe anonyme/u],
  ['micro-entreprise', /\b(micro-?entrepreneur|micro-?entreprise|auto-?entrepr(eneur|ise))\b/],
  ['EI', /\bentreprise individuelle\b|\bentrepreneur individuel\b|(?<![\p{L}'])ei(rl)?(?![\p{L}'])/u],
  ['coopérative', /\bcooperative\b/],
  ['association', /\bassociation\b|\basso\b|loi (de )?1901/],
  ['fondation', /\bfondation\b/],
  ['collectivité', /\bcollectivite\b|\bcommune\b|\bepci\b/],
]

/** The legal form that a text names, in the register's spelling; null when it names none. */
export function legalFormNamed(text: string): string | null {
  const folded = fold(text)
  return FORMS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** What stands behind a « forme juridique » label: the ticked box, or the form named, or the short words used. */
export function legalFormChosen(text: string): string | null {
  const choices = choicesIn(text)
  if (choices.length > 0) {
    const ticked = choices.find((choice) => choice.ticked)
    return ticked === undefined ? null : (legalFormNamed(ticked.option) ?? ticked.option.slice(0, 60))
  }
  return legalFormNamed(text) ?? (text.split(/\s+/).length <= 6 ? text.trim() : null)
}
