import { LEGAL_FORMS, STRUCTURE_NOUNS } from '../../knowledge/legal-forms.ts'
import { PERSON_ROLES } from '../../knowledge/person-roles.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { labelAt } from '../text/labels.ts'
import { shadow } from '../text/shadow.ts'
import { wholeForm } from './bare-forms.ts'
import { legalFormNamed } from './legal-forms.ts'
import { isRole } from './persons.ts'
import { type SaidField, saidField } from './said-field.ts'
import { nameAtEnd, nameAtStart } from './structure-names.ts'

/** A structure named in a sentence, a letterhead or a footer. */
interface Named {
  readonly name: string
  readonly form: string | null
  readonly confidence: number
  readonly text: string
}

const FORMS = LEGAL_FORMS.entries.flatMap((entry) => entry.says).join('|')
/** A legal form or what people call a structure, perhaps several behind one another: « SCIC SARL ». */
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${FORMS}|${STRUCTURE_NOUNS.join('|')})(?![\\p{L}\\p{N}])[ ,/]{0,2}){1,3}`,
  'gu',
)
const CALLED = /^(?:de droit \p{L}+ )?(?:denommee?|nommee?|dite?|appelee?|du nom de) /u
const LEADERS = PERSON_ROLES.entries.filter((entry) => entry.leads).flatMap((entry) => entry.says)
const OF_BOARD = " du (?:conseil d['’]administration|directoire|bureau|comite)"
/** « présidente de », « gérant et fondateur de la ». */
const ROLE_OF = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LEADERS.join('|')})(?:${OF_BOARD}|(?: \\p{L}{2,14}){0,2}?) (?:de la |de l'|` +
    `du |des |de |d')(?=[^ ])`,
  'gu',
)
const ON_BEHALF = new RegExp(
  "(?<![\\p{L}])(?:(?:pour le compte|au nom) (?:de la |de l['’]|de |du )|" +
    "(?:je represente|nous representons) (?:la |le |l')?)",
  'gu',
)
/** Whom a letter is written to, and whom it speaks of. */
const ADDRESSED = /(?:monsieur|madame|m\.|mme|messieurs) (?:le|la|les) $/u
const OTHERS = new RegExp(
  '(?:avec|partenaires?|chez|aupres d[eu]|soutien d[eu]|appui d[eu]|confrere|client|fournisseur|' +
    "(?<!\\p{L})a) (?:la |l'|le |les |notre )?$",
  'u',
)
const APPLIES = new RegExp(
  '^,?\\s*(?:se porte|manifeste|souhaite|depose|propose|candidate|confirme|(?:vous )?fait part|' +
    'presente sa)(?!\\p{L})',
  'u',
)

/** « SCOP ARL Toile », « Institut Pasteur »: what the name is known with. */
const PART_OF_NAME = /^(?:[A-Z]{2,6}(?: [A-Z]{2,6})?|Institut|Fondation|Fédération|Compagnie)$/u

/**
 * What people call a structure whatever its form: « la coopérative » may be a SCIC, « l’association » an
 * ASBL.
 */
const GENERIC: ReadonlySet<string> = new Set(['coopérative', 'association', 'fondation', 'mutuelle'])

/** The structure for which a text is written, from how prose, letterheads and footers name one. */
export function structureFields(texts: readonly string[]): SaidField[] {
  let best: Named | null = null
  // « DOMAINE D’INTERVENTION » asks: it names no domain.
  for (const text of texts.filter((one) => labelAt(one)?.rest !== '')) {
    for (const found of namedIn(text).filter(({ name }) => wholeForm(name) === null))
      if (best === null || found.confidence > best.confidence) best = found
  }
  if (best === null) return []
  const { mentioned, somewhere } = WEIGHTS.fields
  const named = saidField('name', best.name, best.text, best.confidence)
  return best.form === null
    ? [named]
    : [named, saidField('legal_form', best.form, best.text, GENERIC.has(best.form) ? somewhere : mentioned)]
}

function namedIn(text: string): Named[] {
  const folded = shadow(text)
  const { named, apposed, mentioned } = WEIGHTS.fields
  const byForm = [...folded.matchAll(MENTION)].flatMap((found): Named[] => {
    const before = folded.slice(0, found.index)
    if (OTHERS.test(before)) return []
    const written = text.slice(found.index, found.index + found[0].length).trim()
    // « Sté », and never « Ste » for Sainte.
    if (/^ste\b/.test(found[0]) && !/^sté/i.test(written)) return []
    if (written.length <= 2 && written !== written.toUpperCase()) return []
    const after = nameBehind(text, folded, found.index + found[0].length)
    const around = text.slice(Math.max(0, found.index - 60), found.index + found[0].length + 60)
    const form = legalFormNamed(written)
    if (after !== null) {
      const spoken = PART_OF_NAME.test(written) ? `${written} ${after}` : after
      return [{ name: spoken, form: form ?? formBehind(text, after), confidence: named, text: around }]
    }
    const name = form === null || form === 'collectivité' ? null : apposedName(text.slice(0, found.index))
    if (name !== null) return [{ name, form, confidence: apposed, text: around }]
    const whole = found.index === 0 ? wholeName(text) : null
    return whole === null ? [] : [{ name: whole, form, confidence: mentioned, text: around }]
  })
  const byRole = [...folded.matchAll(ROLE_OF), ...folded.matchAll(ON_BEHALF)].flatMap((found): Named[] => {
    if (ADDRESSED.test(folded.slice(0, found.index))) return []
    const name = nameAtStart(text.slice(found.index + found[0].length), 'capitals')
    const around = text.slice(found.index, found.index + found[0].length + 60)
    return name === null ? [] : [{ name, form: legalFormNamed(name), confidence: mentioned, text: around }]
  })
  return [...byForm, ...byRole, ...byVerb(text, folded)]
}

/** « Fil et Toile » (SAS): what stands behind a name says its form. */
function formBehind(text: string, name: string): string | null {
  const behind = text.slice(text.indexOf(name) + name.length)
  const aside = /^\s*[»"”]?\s*(?:[,(]|[-–—]\s)\s*([^,;()–—]{2,60})/u.exec(behind)?.[1]
  return aside === undefined ? null : legalFormNamed(aside)
}

function nameBehind(text: string, folded: string, at: number): string | null {
  const called = CALLED.exec(folded.slice(at))?.[0].length ?? 0
  // A comma between them: what follows is no name of it.
  if (/[,/]\s*$/.test(text.slice(0, at))) return apposedBehind(text, folded, at)
  return nameAtStart(text.slice(at + called), 'words')
}

/**
 * « Notre coopérative, Les Genêts, souhaite… »: the name stands between commas behind the writer's own noun.
 */
function apposedBehind(text: string, folded: string, at: number): string | null {
  if (!/(?<!\p{L})notre \p{L}+ ?, $/u.test(folded.slice(0, at))) return null
  const name = nameAtStart(text.slice(at), 'capitals')
  return name !== null && /^\s*[»"]?\s*,/.test(text.slice(at + name.length)) && !isRole(name) ? name : null
}

/** A line that is a name, what the structure is being a part of it: « Coopérative agricole du Val ». */
function wholeName(text: string): string | null {
  const words = text.split(' ')
  if (words.length < 3 || words.length > WORDS_OF_A_NAME || /[.:,;!?]|\d/.test(text)) return null
  const name = nameAtStart(text, 'words')
  return name === text ? name : null
}

const WORDS_OF_A_NAME = 8

/** « Fil et Toile, » « Fil et Toile – », « Fil et Toile ( »: what a form says of stands before it. */
function apposedName(before: string): string | null {
  const border = /(?:,|\(|\s[-–—|•·])\s*(?:une |la |notre )?$/u.exec(before)
  return border === null ? null : nameAtEnd(before.slice(0, border.index))
}

/** « La Fédération des Tisserands, dont le siège… »: what such a noun names is the whole of it. */
const NAMING = new RegExp(
  "^(?:la |le |l['’]|les )(?=(?:federation|fondation|institut|syndicat|groupement|compagnie|" +
    'collectif)(?!\\p{L}))',
  'u',
)
const LATER =
  /^\s*(?:[,(]|represente).{0,240}(?:se porte candidat|manifeste|souhaite|confirme|declare|s['’]engage)/u

/** « Fil et Toile se porte candidate »: who does it, when it is no person with a role. */
function byVerb(text: string, folded: string): Named[] {
  const article = NAMING.exec(folded)?.[0].length ?? 0
  const name = nameAtStart(text.slice(article), 'capitals')
  if (name === null || isRole(name.split(' ')[0] ?? '')) return []
  const rest = folded.slice(folded.indexOf(shadow(name)) + name.length).replace(/^\s*[»"]/, '')
  if (!APPLIES.test(rest) && !(article > 0 && LATER.test(rest))) return []
  return [
    { name, form: legalFormNamed(name), confidence: WEIGHTS.fields.mentioned, text: text.slice(0, 120) },
  ]
}
