import { WEIGHTS } from '../../knowledge/weights.ts'
import { nameBeforeRole, REPRESENTED_ABROAD, SWORN_ABROAD } from './foreign-writer.ts'
import { legalFormNamed } from './legal-forms.ts'
import { bareRole, isLeading, isPersonName, isRole, personIn, withoutCivility } from './persons.ts'
import { type SaidField, saidField } from './said-field.ts'
import { fullNameAtEnd } from './signing-block.ts'
import { spokesperson } from './spokesperson.ts'
import { nameAtEnd } from './structure-names.ts'

const SWORN = /(?:je|nous),?\s+soussign[ée](?:[(.·]{0,2}e\)?)?(?:\(?s\)?)?\s*,?\s*:?\s*(.{3,160})/iu
const REPRESENTED = new RegExp(
  '(?:repr[ée]sent|pr[ée]sid|dirig|g[ée]r)[ée]{1,2}s?\\s+(?:aux présentes\\s+|' +
    'l[ée]galement\\s+)?par\\s*:?\\s*(.{3,140})',
  'iu',
)
/** « représentée par son gérant Monsieur Y HOARAU »: the role stands before the name. */
const THEIR_ROLE = new RegExp(
  '^(?:son|sa|leur)\\s+(\\p{Ll}[\\p{Ll}() -]{3,40}?),?\\s+' +
    "((?:(?:M\\.|Mme|Monsieur|Madame)\\s+)?\\p{Lu}[\\p{L}'’/.-]*(?:\\s+\\p{Lu}[\\p{L}'’/.-]*){1,3})",
  'u',
)
/** The same in other languages. */
const SWEARS_ABROAD = new RegExp(`(?<!\\p{L})(?:${SWORN_ABROAD.join('|')})\\s*,?\\s*:?\\s*(.{3,160})`, 'iu')
const SPEAKS_ABROAD = new RegExp(`(?<!\\p{L})(?:${REPRESENTED_ABROAD.join('|')})\\s*:?\\s*(.{3,140})`, 'iu')
const CAPACITY = new RegExp(
  "(?:en (?:sa |ma )?qualit[ée] (?:de|d['’])|dont je suis (?:le |la |l['’])?|" +
    'agissant (?:en tant que|comme)|en tant que)\\s*:?\\s*(.{3,90})',
  'iu',
)

/** What the next line of a form asks for, in the same sentence. */
const CAPACITY_FOLLOWS = /\s(?=(?:représentant|au nom|pour le compte|agissant en)(?!\p{L})[^:]{0,40}:)/u

/** The first of several texts in which an expression is found. */
function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match !== null) return match
  }
  return null
}

/**
 * Who writes or is written for, and what they are: « Je soussigné… », « représentée par… », « en qualité de…
 * ».
 */
export function writerFields(texts: readonly string[]): SaidField[] {
  const found: SaidField[] = []
  for (const pattern of [SWORN, REPRESENTED, SWEARS_ABROAD, SPEAKS_ABROAD]) {
    const match = firstMatch(texts, pattern)
    const said = match?.[1]?.split(CAPACITY_FOLLOWS)[0]?.replace(THEIR_ROLE, '$2, $1, ')
    if (match === null || said === undefined) continue
    const words = pattern === SWORN || pattern === REPRESENTED ? said : nameBeforeRole(said)
    // « Nous, soussignés, Fil et Toile, SAS »: a structure swears, and who speaks for it is named elsewhere.
    const [, second = ''] = words.split(',')
    if (legalFormNamed(second) !== null && !isRole(second)) continue
    const person = personIn(words) ?? personIn(leadingName(words))
    if (person !== null)
      found.push(saidField('representative', person.name, match[0].slice(0, 40 + person.name.length)))
    const role = person?.role ?? roleAfter(words)
    if (role !== null) found.push(saidField('role', role, match[0]))
  }
  const capacity = firstMatch(texts, CAPACITY)
  const role = bareRole(capacity?.[1] ?? '')
  if (capacity !== null && isRole(role)) {
    found.push(saidField('role', role, capacity[0]))
    // « En ma qualité de… », and at the end who says so.
    const signer = fullNameAtEnd(texts)
    if (found.length === 1 && signer !== null)
      found.push(saidField('representative', withoutCivility(signer), signer, WEIGHTS.fields.mentioned))
  }
  if (found.length > 0) return found
  const spoken = spokesperson(texts)
  return spoken.length > 0 ? spoken : apposedPerson(texts)
}

/** « par la présente, Guy Lebon, gérant, manifeste… »: a person, and what they are, between commas. */
function apposedPerson(texts: readonly string[]): SaidField[] {
  for (const text of texts) {
    const parts = text.split(/[,;]/)
    for (const [index, part] of parts.entries()) {
      const role = bareRole(parts[index + 1] ?? '')
      if (!isLeading(role) || role.split(' ').length > 6) continue
      const name = withoutCivility(nameAtEnd(part) ?? '')
      if (!name.includes(' ') || !isPersonName(name)) continue
      return [
        saidField('representative', name, `${part},${parts[index + 1]}`, WEIGHTS.fields.mentioned),
        saidField('role', role, `${part},${parts[index + 1]}`, WEIGHTS.fields.mentioned),
      ]
    }
  }
  return []
}

/** The capitalised words at the start: « Marie HOARAU gérante de… ». */
function leadingName(words: string): string {
  return (
    /^(?:\p{Lu}[\p{L}'’.-]*\s+|(?:de|du|des|le|la)\s+)*\p{Lu}[\p{L}'’-]+/u.exec(
      withoutCivility(words),
    )?.[0] ?? ''
  )
}

function roleAfter(words: string): string | null {
  const parts = words.split(/,|\ben (?:sa |ma )?qualit[ée] (?:de|d['’])/u)
  const role = parts
    .slice(1)
    .filter((part) => !/^\s*repr[ée]sent/iu.test(part))
    .map((part) => bareRole(part))
    .find(isRole)
  return role ?? null
}
