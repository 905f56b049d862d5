import { fold } from '../base/folding.ts'
import { initials, slug } from '../call/names.ts'
import { daysIn } from './dates.ts'
import { type Paragraph, placeOf } from './paragraphs.ts'
import { type Proposed, proposed } from './proposed.ts'

/** Lines at the head of a text that say what it is and not which one. */
const NO_TITLE = new RegExp(
  "^(?:appels? (?:a|aux|d') ?(?:candidatures?|projets?|manifestations? d'interet|initiatives|idees)|" +
    "reglement|cahier des charges|open call|call for (?:proposals|applications)|avis (?:de|d')[^:]{0,80}|" +
    "(?:offre d'emploi|recrutement)|publie.{0,40})$|\\brecrute(?:nt)?$",
)
/**
 * What stands above a title: whose paper it is, from which of its services, of which day, how they are
 * reached.
 */
const LETTERHEAD = new RegExp(
  "^(?:dossier de presse|republique francaise|liberte|contact presse|(?:fait )?a [a-z' -]{2,30}, le |" +
    'le \\d{1,2}(?:er)? [a-z]{3,9} \\d{4}$|(?:tel|telephone|courriel|e-?mail)\\b)|' +
    "^(?:la |le |l')?(?:ville|commune|mairie|communaute (?:de communes|d'agglomeration|urbaine)|" +
    'metropole|region|departement|conseil (?:departemental|regional)|prefecture|universite|' +
    "syndicat (?:mixte|intercommunal)|direction|pole) (?:de|du|des|d')?[a-z' -]{2,80}$|" +
    '^\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|route|chemin) ',
)
/** Words of whatever is called for: a line with one of them is no letterhead. */
const OF_A_CALL = new RegExp(
  'appel|projet|candidat|concours|resid|marche|subvention|aides?\\b|bourse|recrut|prix\\b|budget|' +
    'commande|fonds|location|vente',
)
const HEAD = 8

/** What the call is called, and the names that are made from it. */
export function titleIn(paragraphs: readonly Paragraph[], year: string | null): readonly Proposed[] {
  const at = paragraphs
    .slice(0, HEAD)
    .find(({ text }) => text.length > 8 && !NO_TITLE.test(fold(text)) && !isLetterhead(text))
  if (at === undefined) return []
  const title = at.text.slice(0, 250)
  const place = placeOf(at, title)
  const short = shortened(title)
  const ofYear = year !== null && !short.includes(year) ? `-${year}` : ''
  return [
    proposed(['title'], title, place),
    proposed(['shortTitle'], short, place, false),
    proposed(['id'], `${slug(short)}${ofYear}`, place, false),
    proposed(['registrationPrefix'], `${initials(short)}${(year ?? '').slice(2)}`, place, false),
    proposed(['recognition', 'strong'], strongIn(title, short, paragraphs), place, false),
    proposed(['acknowledgement', 'senderName'], short, place, false),
  ]
}

function isLetterhead(text: string): boolean {
  const folded = fold(text)
  if (/^communique/.test(folded)) return true
  return authorityIn(text)?.text === text || (LETTERHEAD.test(folded) && !OF_A_CALL.test(folded))
}

const LONGEST_SHORT = 60

/** The words in guillemets, or as many of its words as a mail’s subject takes. */
function shortened(title: string): string {
  const quoted = /«\s?([^»]{4,60}?)\s?»/.exec(title)?.[1]
  if (quoted !== undefined) return quoted
  if (title.length <= LONGEST_SHORT) return title
  const parts = title.split(/ [-:] /).filter((one) => one.length > 8 && !NO_TITLE.test(fold(one)))
  const part = parts.find((one) => one.length <= LONGEST_SHORT) ?? parts[0] ?? title
  return part.length <= LONGEST_SHORT ? part : part.slice(0, LONGEST_SHORT).replace(/ \S*$/, '')
}

/** Phrases that only this call uses: its short title, and its reference where the text has one. */
function strongIn(title: string, short: string, paragraphs: readonly Paragraph[]): readonly string[] {
  const reference = paragraphs
    .map(
      ({ text }) =>
        /(?:n°|réf(?:érence)?\.?|référence) ?:? ?([A-Z0-9]{0,6}[-/]?20\d\d[-/][A-Z0-9-]{1,12})/iu.exec(
          text,
        )?.[1],
    )
    .find((one) => one !== undefined)
  return [
    ...new Set([
      short,
      ...(title.length <= 90 ? [title] : []),
      ...(reference === undefined ? [] : [reference]),
    ]),
  ]
}

/** The kinds of calls by which mails name one. */
const KINDS = ['appel à manifestation d’intérêt', 'appel à projets', 'appel à candidatures', 'appel d’offres']
/** Words of every day, but at the head of a text. */
const AT_HEAD = ['budget participatif', 'concours', 'résidence']
const MORE = ['candidature', 'dossier de candidature']

/** The words by which a call is named, as its text has them: proposed as weak words of recognition. */
export function kindsIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const whole = paragraphs.map(({ text }) => fold(text))
  const head = whole.slice(0, HEAD)
  const said = [
    ...KINDS.filter((kind) => whole.some((text) => text.includes(fold(kind)))),
    ...AT_HEAD.filter((kind) => head.some((text) => text.includes(fold(kind)))),
    ...MORE.filter((kind) => whole.some((text) => text.includes(fold(kind)))),
  ]
  const at = paragraphs.find(({ text }) => said.some((kind) => fold(text).includes(fold(kind))))
  return at === undefined ? [] : [proposed(['recognition', 'weak'], said, placeOf(at, at.text), false)]
}

/** Kinds of authorities with the article that goes before them. */
const TYPES: readonly (readonly [string, string])[] = [
  ["communauté (?:de communes|d'agglomération|urbaine)", 'La '],
  ['commune', 'La '],
  ['ville', 'La '],
  ['métropole', 'La '],
  ['région', 'La '],
  ['collectivité', 'La '],
  ['préfecture', 'La '],
  ['université', 'L’'],
  ['agglomération', 'L’'],
  ['syndicat (?:mixte|intercommunal)', 'Le '],
  ['département', 'Le '],
  ['conseil (?:départemental|régional)', 'Le '],
  ['parc naturel régional', 'Le '],
  ["centre (?:communal|intercommunal) d'action sociale", 'Le '],
]
const PROPER =
  "\\p{Lu}[\\p{L}'-]*(?:(?: (?:sur|sous|en|lès|et|le|la|les|de|du|des|" +
  "aux?)){0,2} (?:[dl]')?\\p{Lu}[\\p{L}'-]*){0,4}"
const AUTHORITIES = TYPES.map(
  ([type, article]) =>
    [
      new RegExp(`(?<![\\p{L}])${caseless(type)} (?:de la |de l'|des |de |du |d')?${PROPER}`, 'u'),
      article,
    ] as const,
)
const COUNCIL = /(?:\p{Lu}[\p{L}'-]+ ){1,4}(?:City |County |Borough |District |Town )?Council\b/u

/** Either letter at its beginning: a place is told by its capital. */
function caseless(type: string): string {
  return `[${type.charAt(0)}${type.charAt(0).toUpperCase()}]${type.slice(1)}`
}

interface FoundAuthority {
  readonly text: string
  readonly article: string
}

function authorityIn(text: string): FoundAuthority | null {
  const all = AUTHORITIES.flatMap(([expression, article]) => {
    const match = expression.exec(text)
    return match === null ? [] : [{ text: match[0], article, index: match.index }]
  })
  const first = all.toSorted((one, other) => one.index - other.index)[0]
  if (first !== undefined) return first
  const council = COUNCIL.exec(text)?.[0]
  return council === undefined ? null : { text: council, article: '' }
}

/** Who publishes: the first authority that the text names, or the name that its mail domain bears. */
export function authorityOf(paragraphs: readonly Paragraph[], domain: string | null): readonly Proposed[] {
  for (const paragraph of paragraphs) {
    const found = authorityIn(paragraph.text)
    if (found === null) continue
    const name = found.text.charAt(0).toUpperCase() + found.text.slice(1)
    const inSentence = found.article === 'L’' || found.text.charAt(0) !== name.charAt(0)
    const initial = inSentence ? found.text.charAt(0).toLowerCase() : name.charAt(0)
    const article = `${found.article}${initial}${name.slice(1)}`
    return told(name, article, paragraph)
  }
  const house = domain?.split('.')[0] ?? ''
  if (house.length < 3) return []
  const own = new RegExp(
    `(?<![\\p{L}])((?:la|le) |l')?(${house.replace(/[^a-z0-9]/g, '.')})(?![\\p{L}@.])`,
    'iu',
  )
  const all = paragraphs.flatMap((paragraph) => {
    const match = own.exec(paragraph.text)
    return match === null ? [] : [{ paragraph, article: match[1], name: match[2] ?? '' }]
  })
  const found = all.find(({ article }) => article !== undefined)
  if (found === undefined) return []
  const article = found.article ?? ''
  return told(
    found.name,
    `${article.charAt(0).toUpperCase()}${article.slice(1)}${found.name}`,
    found.paragraph,
  )
}

function told(name: string, article: string, paragraph: Paragraph): readonly Proposed[] {
  const place = placeOf(paragraph, paragraph.text)
  const controller = article.charAt(0).toLowerCase() + article.slice(1)
  return [
    proposed(['authority', 'name'], name, place),
    proposed(['authority', 'article'], article, place, false),
    proposed(['dataProtection', 'controller'], controller, place, false),
  ]
}

/** The day of publication, where the text says it. */
export function publishedIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  for (const paragraph of paragraphs) {
    const found = daysIn(paragraph.text).find(({ start }) =>
      /(?:publi(?:é|ée|és|ées)|mis en ligne|paru|published|posted)(?: le| on|,)?[ :]*$/i.test(
        paragraph.text.slice(Math.max(0, start - 30), start),
      ),
    )
    if (found?.day != null)
      return [proposed(['published', 'date'], found.day, placeOf(paragraph, paragraph.text))]
  }
  return []
}
