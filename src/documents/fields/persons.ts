import { fold } from '../../base/folding.ts'
import { PERSON_ROLES } from '../../knowledge/person-roles.ts'
import { shadow } from '../text/shadow.ts'
import { legalFormNamed } from './legal-forms.ts'

const CIVILITY = new RegExp(
  '^(?:(?:M|Mrs?|Ms|Mme|Mlle|Dr|Me|Sra?|Sig|Dhr|Mevr)\\.?|Herrn?|Frau|Monsieur|Madame|Mademoiselle|' +
    'M\\.\\s?/\\s?Mme|M\\.?\\(me\\)|Mme\\s?/\\s?M\\.?)\\s+',
  'iu',
)
/** What follows a role and is no part of it: of whom, since when, what its bearer does. */
const ROLE_END = new RegExp(
  [
    '[,;.(](?!(e|co)\\))',
    "(?<!chef|cheffe) (de la |de l'|du |des )(societe|struct|coop|sas|sarl|scop|scic|asso|entre|organ|" +
      'group|gip|gie|federation)',
    ' (au sein|au nom|pour le compte|dument|agissant|souhaite|declare|manifeste|atteste|certifie|' +
      'depuis|a|chez)(?= |$)',
    // « administrative et financière », « fondateur et gérant » go on; « gérante et porteuse du projet, je… »
    // does not.
    ' et (?![a-z-]+(er|ere|if|ive|el|elle|ique|eur|rice|al|ale|ant|ante)s?(?![a-z]))',
    " (de|pour|d') ?(la )?(sas|sarl|scop|scic|eurl|sasu|sa) ",
  ].join('|'),
  'u',
)
/** « de Soley Énergies »: a small word, and a name. */
const OF_NAME = new RegExp(
  [
    '\\s(?:',
    "de la|de l['’]|de|du|des|pour|d['’]|",
    '(?:of|for|at)(?: the)?|von|der|bei|van(?: de)?|bij|del|della|di|do|da',
    ')\\s*(?=[«"\\p{Lu}])',
  ].join(''),
  'u',
)
/** « as », « in my capacity as »: what leads to what somebody is, in other languages. */
const CAPACITY_ABROAD = [
  '(?:acting )?as(?: the)?',
  'in (?:my|his|her|their) capacity (?:as|of)',
  '(?:handelnd )?als',
  'in (?:zijn|haar|mijn) hoedanigheid van',
  'en (?:su )?calidad de',
  'in qualità di',
  'na qualidade de',
].join('|')
const ARTICLE = new RegExp(
  `^(?:en (?:sa |ma )?qualité d[e']|son|sa|notre|le|la|l['’]|sa qualité de|de|` +
    `(?:${CAPACITY_ABROAD})(?= ))\\s*(?=\\p{L}{4})`,
  'iu',
)

/** A role without what follows it: « gérant de la société X » is « gérant ». */
export function bareRole(text: string): string {
  const role = text.trim().replace(ARTICLE, '')
  const ends = [ROLE_END.exec(shadow(role))?.index, OF_NAME.exec(role)?.index]
  const end = Math.min(...ends.map((at) => at ?? role.length))
  return role.slice(0, end).trim()
}

/**
 * What somebody answers to be: whose it is, when nothing follows, is a part of it: « Directrice de la
 * coopérative ».
 */
export function roleAnswered(text: string): string {
  const bare = bareRole(text)
  const whole = text.trim().replace(ARTICLE, '')
  const more = whole.slice(bare.length)
  return whole.startsWith(bare) && OF_BODY.test(fold(more)) && !/ \p{Lu}\p{Ll}/u.test(more) ? whole : bare
}

const OF_BODY = /^(?:de la |de l'|de notre |du |des )[a-z]{5,20}$/u

/** True when a text names a role: « Gérante », « DIRECTEUR GENERAL ». */
export function isRole(text: string): boolean {
  return text.split(/\s+/).length <= 12 && PERSON_ROLES.says(fold(text))
}

/** True when a text names a role whose bearer may speak for the structure. */
export function isLeading(text: string): boolean {
  return PERSON_ROLES.all(fold(text)).some(({ entry }) => entry.leads)
}

/** What stands between a person's name and what they are. */
const AFTER_NAME = new RegExp(
  [
    '\\s*[,;(–]\\s*|\\s+-\\s+',
    "\\s+en (?:sa )?qualité d(?:e |['’])\\s*|\\s+en tant qu(?:e |['’])\\s*|\\s+agissant\\b",
    `\\s+(?:${CAPACITY_ABROAD})\\s+`,
  ].join('|'),
  'u',
)

/**
 * A person and, when the same words give it, their role: « Mme Y HOARAU, gérante ». Null when it is no name
 * of a person.
 */
export function personIn(text: string): { name: string; role: string | null } | null {
  const line = text.replace(/\s+/g, ' ').trim()
  if (/\S\s?:/.test(line)) return null
  const [whole = '', ...rest] = line.split(AFTER_NAME)
  const first = firstOf(whole)
  const behind = rest.map((part) => part.replace(/\)$/, '').trim()).filter((part) => part !== '')
  const role = behind.map(bareRole).find(isRole) ?? null
  const swapped = isRole(first) && behind[0] !== undefined && !isRole(behind[0])
  const name = withoutCivility(swapped ? (behind[0] ?? '') : first).replace(/[.:\s]+$/, '')
  if (!isPersonName(name)) return null
  return { name, role: swapped ? bareRole(first) : role }
}

/** « Mme Ana Petit et M. Guy Blin »: of several the first speaks; « Ana et Guy Petit » is left as it is. */
function firstOf(names: string): string {
  const [one = '', other] = names.split(/\s+et\s+(?=\p{Lu})/u)
  return other !== undefined && withoutCivility(one).includes(' ') ? one : names
}

/** A name without « Mme », « Herr » and the like before it. */
export function withoutCivility(text: string): string {
  let name = text.trim()
  while (CIVILITY.test(name)) name = name.replace(CIVILITY, '')
  return name
}

/**
 * One to seven words of letters, most of them with a capital; no word of an office or a sentence, and no
 * structure.
 */
export function isPersonName(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length < 1 || words.length > 7 || /[\d@:;!?]|^p\/[op]\b/i.test(text)) return false
  if (!words.every((word) => /^(?:\p{Lu}\/)?[\p{L}.'’-]+$/u.test(word))) return false
  const told = words.filter((word) => !PARTICLE.test(word))
  const capitals = told.filter((word) => /^(?:[dl]['’])?\p{Lu}/u.test(word)).length
  // Whoever types « ana petit » means a name all the same.
  if (2 * capitals < told.length && (capitals > 0 || words.length !== 2)) return false
  return !NOT_A_PERSON.test(fold(text)) && !isRole(text) && legalFormNamed(text) === null
}

const PARTICLE =
  /^(?:de|du|des|d['’]|la|le|les|von|van|der|den|da|dos|el|al|ben|bin|dit|dite|née?|épouse|ép\.|et)$/u

const NOT_A_PERSON = new RegExp(
  '\\b(societe|sas|sasu|sarl|eurl|association|cooperative|scop|scic|gip|gie|entreprise|structure|' +
    'organisme|legal|signature|cachet|qualite|fonction|nom|prenom|adresse|commune|ville|ile|rue|chemin|' +
    'projet|filiere|appel|manifestation|nous|vous|est|sont|pour|notre|votre|dans|avec|lettre|formulaire|' +
    'candidature|chef|equipe|direction|gestion|experiences?|competences?|monsieur|madame|objet|date|lieu|' +
    'contact|industrie|presentation|dossier|cordialement|soussigne|institut|federation|fondation|' +
    'syndicat|groupement|mutuelle|universite|etablissements?|souhait\\w*|desir\\w*|manifest\\w*|' +
    'declar\\w*|confirm\\w*)\\b',
)
