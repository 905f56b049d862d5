import { fold } from '../../base/folding.ts'

const CIVILITY =
  /^(?:(?:M|Mr|Mme|Mlle|Dr|Me)\.?|Monsieur|Madame|Mademoiselle|M\.\s?\/\s?Mme|M\.?\(me\)|Mme\s?\/\s?M\.?)\s+/iu
/** Words for what a person is in a structure, longest first where one begins another. */
const ROLE_WORDS =
  "(?:co[- ]?)?(?:président(?:e|\\(e\\)|·e)?|vice[- ]président(?:e)?|gérant(?:e|\\(e\\)|·e)?|cogérant(?:e)?|direct(?:eur|rice)|dirigeant(?:e|\\(e\\))?|p\\.?-?d\\.?g\\.?|d\\.?g\\.?(?:a)?|fondat(?:eur|rice)|trésori(?:er|ère)|secrétaire|représentant(?:e|\\(e\\))? légale?|chef(?:fe)? d['’]entreprise|administrat(?:eur|rice)|associé(?:e)?(?: unique)?|responsable|chargé(?:e)?|chef(?:fe)? de projet|maire|mandataire|délégué(?:e)?|coordonnat(?:eur|rice)|exploitant(?:e)?|auto-?entrepreneu(?:r|se)|entrepreneu(?:r|se)|ingénieur(?:e)?|CEO|DAF|porteu(?:r|se) de projet)"

const ROLE = new RegExp(`(?<![\\p{L}])${ROLE_WORDS}(?![\\p{L}])`, 'iu')

const ROLE_END =
  /\s*(?:[,;.(]|\s(?:de la (?:soci|struct|coop|SAS|SARL|SCOP|SCIC)|de l['’](?:assoc|entre|organ)|du (?:group|GIP|GIE)|au sein|et\s|dûment|dument|agissant|souhaite|déclare|manifeste|atteste|certifie|(?:de|pour) (?:SAS|SARL|SCOP|la SAS|la SARL)|(?:de|du|des|pour)\s+(?=[«\p{Lu}])|d['’](?=\p{Lu}))).*$/u

/** A role without what follows it: « gérant de la société X » is « gérant ». */
export function bareRole(text: string): string {
  return text
    .replace(/^(?:son|sa|notre|le|la|l['’]|sa qualité de|de)\s*(?=\p{L}{4})/iu, '')
    .replace(ROLE_END, '')
    .replace(/\s+depuis\b.*$/u, '')
    .replace(
      /^((?:[Cc]o-?)?(?:[Gg]érant|[Pp]résident|[Tt]résorier|[Ss]ecrétaire|[Aa]ssocié)\S*)\s+(?:de|du|d['’])\s*\p{Lu}.*$/u,
      '$1',
    )
    .trim()
}

/** True when a text names a role: « Gérante », « directeur général ». */
export function isRole(text: string): boolean {
  return ROLE.test(text) && text.split(/\s+/).length <= 12
}

/** A person and, when the same words give it, their role: « Mme Y HOARAU, gérante ». Null when it is no name of a person. */
export function personIn(text: string): { name: string; role: string | null } | null {
  const line = text.replace(/\s+/g, ' ').trim()
  if (/\S\s?:/.test(line)) return null
  const [first = '', ...rest] = line.split(
    /\s*[,;(–]\s*|\s+-\s+|\s+en (?:sa )?qualité d(?:e |')\s*|\s+agissant\b/u,
  )
  const behind = rest.map((part) => part.replace(/\)$/, '').trim()).filter((part) => part !== '')
  const role = behind.map(bareRole).find(isRole) ?? null
  const swapped = isRole(first) && behind[0] !== undefined && !isRole(behind[0])
  const name = withoutCivility(swapped ? (behind[0] ?? '') : first).replace(/[.:\s]+$/, '')
  if (!isPersonName(name)) return null
  return { name, role: swapped ? bareRole(first) : role }
}

export function withoutCivility(text: string): string {
  let name = text.trim()
  while (CIVILITY.test(name)) name = name.replace(CIVILITY, '')
  return name
}

/** Names of Réunion may be written « K/Bidi ». Two to seven words of letters, of which at least one begins with a capital; no word of an office or a sentence. */
export function isPersonName(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length < 1 || words.length > 7 || /[\d@:;!?]/.test(text)) return false
  if (!words.every((word) => /^(?:K\/)?[\p{L}.'’-]+$/u.test(word))) return false
  if (!words.some((word) => /^\p{Lu}/u.test(word)) && words.length !== 2) return false
  return !NOT_A_PERSON.test(fold(text)) && !ROLE.test(text)
}

const NOT_A_PERSON =
  /\b(societe|sas|sasu|sarl|eurl|association|cooperative|scop|scic|gip|gie|entreprise|structure|organisme|legal|signature|cachet|qualite|fonction|nom|prenom|adresse|commune|ville|ile|reunion|rue|chemin|projet|filiere|appel|manifestation|nous|vous|est|sont|pour|notre|votre|dans|avec|lettre|formulaire|candidature|chef|equipe|direction|gestion|experiences?|competences?|monsieur|madame|objet|date|lieu|contact|industrie|presentation|dossier|cordialement|soussigne)\b/
