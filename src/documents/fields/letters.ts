import type { Call } from '../../call/call.ts'
import { hasBoxes } from '../text/choices.ts'
import type { Page } from '../text/page.ts'
import { paragraphsOf } from '../text/prose.ts'
import { flat } from '../text/words.ts'
import type { Found } from './found.ts'
import { legalFormNamed } from './legal-forms.ts'
import { bareRole, isRole, personIn, withoutCivility } from './persons.ts'
import { type Phrase, phrase } from './phrase.ts'
import { sectorsNamed } from './sectors.ts'
import { signingBlock } from './signing-block.ts'

const BY_MENTION = 0.6

const NAME_END =
  "(?=\\s*(?:,|;|\\(|\\.(?:\\s|$)|»|$|:|\\s[-–]\\s|\\b(?:sise?|situ[ée]e?|domicili[ée]e?|dont|au capital|immatricul[ée]e?|repr[ée]sent[ée]e?|souhaite|manifeste|a l['’]honneur|d[ée]clare|atteste|certifie|confirme|enregistr[ée]e?|inscrite?|ayant|qui|est|vous|pour|dans|[àa] l['’]appel|au titre|bas[ée]e?|implant[ée]e?|et\\s+(?:manifeste|d[ée]clare|souhaite)|SIRET|SIREN|RNA|n°)\\b))"
const STRUCTURE =
  '(?:soci[ée]t[ée](?:\\s+coop[ée]rative|\\s+par actions simplifi[ée]e)?|entreprise|association|structure|coop[ée]rative|organisme|groupement|fondation|f[ée]d[ée]ration|syndicat|SASU?|SARL|EURL|SA|SCOP|SCIC|SICA|CUMA|GIP|GIE|SEM|SPL|SNC|EARL|établissement)'

/** The phrases in which letters say who writes for whom (« Je soussigné… »), and the block under which they sign. */
export function letterFields(pages: readonly Page[], call: Call): Found[] {
  return pages.flatMap((page) => {
    const texts = paragraphsOf(page).map((paragraph) => paragraph.text)
    const found = [
      ...writer(texts),
      ...structure(texts),
      ...address(texts),
      ...sector(texts, call),
      ...signingBlock(page),
    ]
    return found.map((field) => ({ ...field, page: page.number }))
  })
}

const SWORN = /(?:je|nous),?\s+soussign[ée](?:\(?\.?e\)?)?(?:\(?s\)?)?\s*,?\s*:?\s*(.{3,160})/iu
const REPRESENTED = /repr[ée]sent[ée]e?\s+(?:aux présentes\s+)?par\s*:?\s*(.{3,140})/iu
/** « représentée par son gérant Monsieur Y HOARAU »: the role stands before the name. */
const THEIR_ROLE =
  /^(?:son|sa|leur)\s+(\p{Ll}[\p{Ll}() -]{3,40}?),?\s+((?:(?:M\.|Mme|Monsieur|Madame)\s+)?\p{Lu}[\p{L}'’/.-]*(?:\s+\p{Lu}[\p{L}'’/.-]*){1,3})/u
const CAPACITY =
  /(?:en (?:sa |ma )?qualit[ée] (?:de|d['’])|agissant (?:en tant que|comme)|en tant que)\s*:?\s*(.{3,90})/iu

/** The first of several texts in which an expression is found. */
function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match !== null) return match
  }
  return null
}

function writer(texts: readonly string[]): Phrase[] {
  const found: Phrase[] = []
  for (const pattern of [SWORN, REPRESENTED]) {
    const match = firstMatch(texts, pattern)
    const words = match?.[1]?.replace(THEIR_ROLE, '$2, $1, ')
    if (match === null || words === undefined) continue
    const person = personIn(words) ?? personIn(leadingName(words))
    if (person !== null)
      found.push(phrase('representative', person.name, match[0].slice(0, 40 + person.name.length)))
    const role = person?.role ?? roleAfter(words)
    if (role !== null) found.push(phrase('role', role, match[0]))
  }
  const capacity = firstMatch(texts, CAPACITY)
  const role = bareRole(capacity?.[1] ?? '')
  if (capacity !== null && isRole(role))
    found.push(phrase('role', role, capacity[0]), ...employer(role, capacity))
  return found
}

/** « en qualité de gérante de Soley Énergies »: what follows the role with a capital is the structure. */
function employer(role: string, [whole, words = '']: RegExpExecArray): Phrase[] {
  const name = OF_STRUCTURE.exec(words.slice(words.indexOf(role) + role.length))?.[1] ?? ''
  return isStructureName(name) ? [phrase('name', name, whole, BY_MENTION)] : []
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
    .map((part) => bareRole(part))
    .find(isRole)
  return role ?? null
}

const FOR_STRUCTURE = new RegExp(
  `(?:^|[\\s,(])(?:de|pour|par|au nom de|compte de|représentant|représente|dirige|que|,)?\\s*(?:la |l['’]|notre |le |cette )?(${STRUCTURE})\\s+(?:dénommée\\s+|nommée\\s+)?([«"]?\\s*[\\p{Lu}\\d][^,;()«»]{1,70}?)${NAME_END}`,
  'gu',
)

function structure(texts: readonly string[]): Phrase[] {
  for (const match of texts.flatMap((text) => [...text.matchAll(FOR_STRUCTURE)])) {
    const [whole, form = '', raw = ''] = match
    const name = flat(raw).replace(/^[«"\s]+|[»"\s]+$/g, '')
    if (!isStructureName(name)) continue
    const spoken = /^[A-Z]{2,5}$/.test(form) ? `${form} ${name}` : name
    const legal = legalFormNamed(form)
    const named = phrase('name', spoken, whole, 0.75)
    return legal === null ? [named] : [named, phrase('legal_form', legal, whole, BY_MENTION)]
  }
  return []
}

const OF_STRUCTURE = new RegExp(
  `^\\s+(?:de|du|des|pour)\\s+[«"]?\\s*(\\p{Lu}[^,;()«»]{1,70}?)${NAME_END}`,
  'u',
)

function isStructureName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.split(' ').length <= 9 &&
    !/^(Réunion|La Réunion|Madame|Monsieur|Nom|Prénom|Candidat)/.test(name)
  )
}

const STREET =
  /(?<![\p{L}\d])(?:\d{1,4}\s?(?:bis|ter|quater|[A-D])?,?\s+)?(?:[Rr]ue|[Cc]hemin|[Aa]venue|av\.|[Bb]oulevard|bd|[Rr]oute|[Ii]mpasse|[Aa]ll[ée]es?|[Pp]lace|ruelle|rampe|sentier|quai|lotissement|r[ée]sidence|ZAC|ZI|ZA|ZAE|zone (?:d['’]activit[ée]s?|artisanale|industrielle)|BP|CS|lieu-dit|cours|square|voie|RN ?\d|CD ?\d)\b[^;|]{0,120}?\b97[46]\d{2}\s*(?:CEDEX\s*)?[-–,]?\s*\p{Lu}[\p{L}'’]+(?:[ -](?:\p{Lu}|d|l|la|le|les|de|des)[\p{L}'’]*){0,4}/gu

/** A street and its town, in one line or in two. */
function address(texts: readonly string[]): Phrase[] {
  const found = texts.flatMap((text, index) => {
    const alone = [...text.matchAll(STREET)]
    return alone.length > 0 ? alone : [...`${text}, ${texts[index + 1] ?? ''}`.matchAll(STREET)]
  })
  const starts = found.filter(
    (match, index) => !found.slice(0, index).some((one) => one[0].endsWith(match[0])),
  )
  return starts.slice(0, 3).map((match) => phrase('postal_address', match[0], match[0], BY_MENTION))
}

const SECTOR_PHRASE =
  /(?:fili[èe]res?|domaines?|secteurs?|celui|celle)\s*(?:d['’]activit[ée]s?\s*)?(?:industrielles?\s*)?(?:choisies?|retenues?|vis[ée]es?|concern[ée]es?)?\s*(?:est|sont)?\s*:?\s*(?:de |du |des |de la |de l['’]|d['’])?\s*[«"]?\s*(?=(.{3,40}))/giu

/** Somebody applies in a sector, or only speaks of it: « en lien avec la filière… ». */
const APPLIES = 0.7
const SPEAKS_OF = 0.45
const APPLYING =
  /au titre d|dans la|dans le|dans cel|pour la|pour le|choisi|retenu|concern|vis[ée]|candidat|inscri|rel[èe]v|positionn|repr[ée]sent|int[ée]r[êe]t|rejoindre|int[ée]grer/iu

/** « la filière énergie »: the word that follows decides; a list of them all is the call's own sentence. */
function sector(texts: readonly string[], call: Call): Phrase[] {
  const phrases = texts.flatMap((text) => [...text.matchAll(SECTOR_PHRASE)])
  const found = phrases.flatMap((match) => {
    const behind =
      (match[1] ?? '').split(/[.;»"(]|\s(?:pour|afin|avec|dans|sur|par|qui|que|à|au|aux|en)\s/u)[0] ?? ''
    if (hasBoxes(behind)) return []
    const near = sectorsNamed(behind, call)
    const applies = APPLYING.test(match.input.slice(Math.max(0, match.index - 60), match.index + 25))
    return near.length > 2
      ? []
      : near.map((id) =>
          phrase('sector', id, `${match[0]}${match[1]}`.slice(0, 80), applies ? APPLIES : SPEAKS_OF),
        )
  })
  const distinct = new Set(found.map((one) => one.value))
  return distinct.size > call.sectors.length / 2 ? [] : found
}
