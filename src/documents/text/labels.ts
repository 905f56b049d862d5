import { fold, WORD_SIGNS } from '../../base/folding.ts'
import { LABEL_TAILS } from '../../knowledge/label-tails.ts'
import { LABEL_ENTRIES, type LabelKind } from '../../knowledge/labels.ts'
import { shadow } from './shadow.ts'

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

/** One expression a wording: of several that fit, the longest is meant, whichever stands first. */
const PATTERNS: readonly (readonly [LabelKind, RegExp])[] = LABEL_ENTRIES.flatMap(([kind, { says }]) =>
  says.map((wording) => [kind, new RegExp(`^(?:${wording})(?![${WORD_SIGNS}])`, 'u')] as const),
)

/**
 * What may stand between a label and the sign that ends it; where no such sign stands, it is a value's
 * beginning.
 */
const TAIL = new RegExp(
  `^(?: (?:${LABEL_TAILS.flatMap(({ says }) => says).join('|')}))+(?![${WORD_SIGNS}])(?=\\s*(?:$|` +
    `[:=?(*…_]|\\.{2}))`,
  'u',
)
/** What asks for a part of something, or for nothing that is noted: what follows tells of what. */
const WITHOUT_TAIL: ReadonlySet<LabelKind> = new Set(['last_name', 'first_name', 'any_name', 'ignored'])

/**
 * Bullets, numbers and articles before a label: « 1.2 – », « • », « a) », « Le/La »; « n° » counts nothing.
 */
const LEAD = new RegExp(
  '^(?:[\\s•·▪◦*>»›→|\\-–—]+|' +
    '\\(?(?:[0-9]{1,2}|[a-mo-z]|[ivx]{1,4})[.)°](?:[0-9]{1,2}[.)]?)*\\s*[-–—:]?\\s+|' +
    "\\(?[0-9]{1,2}\\s*[-–—]\\s+|[0-9]{1,2}[.)](?=\\p{L}{2})|(?:le|la|les|l'|votre|notre|vos|nos|son|sa|" +
    "ses|leurs?|mon|ma|mes)\\s+(?=\\p{L}{4})|l'(?=\\p{L}{4}))+",
  'u',
)
/** Between a label and its value: colon, leaders, note marks such as « (1) » and « * ». */
const BETWEEN =
  /^(?:\s*(?:\*|\(\d{1,2}\)|\(\*+\)|¹|²|³))*\s*(?:(?:[:=?]|\.{2,}|…+|_{2,}|\t|-{2,}|\s[-–]\s)\s*)+/u
const NOTES = /^(?:\s*(?:\*|\(\d{1,2}\)|\(\*+\)|¹|²|³))+/u
const ASIDE = /^\s*\([^()]{0,120}\)/u

/** No label is longer: what stands behind need not be looked at. */
const LABEL_CHARACTERS = 160

/**
 * The lines of a document are asked about again and again, by all who look for something in it: the last ones
 * are known.
 */
const LINES_KNOWN = 2_000
const LINE_AT_MOST = 300
const known = new Map<string, Labelled | null>()

/** The label with which a text starts, or null. The longest variant of any kind wins. */
export function labelAt(text: string): Labelled | null {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= LINES_KNOWN) known.clear()
  const found = labelOf(text)
  if (text.length <= LINE_AT_MOST) known.set(text, found)
  return found
}

function labelOf(text: string): Labelled | null {
  const source = text.replace(/[\u2018\u2019\u02BC]/g, "'")
  const lead = LEAD.exec(source.slice(0, LABEL_CHARACTERS).toLowerCase())?.[0].length ?? 0
  const body = source.slice(lead)
  const found = withTail(shadow(body.slice(0, LABEL_CHARACTERS)))
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

function withTail(folded: string): ReturnType<typeof longest> {
  const found = longest(folded)
  if (found === null || WITHOUT_TAIL.has(found.kind)) return found
  const tail = TAIL.exec(folded.slice(found.length))?.[0].length ?? 0
  return { ...found, length: found.length + tail }
}

function longest(folded: string): { kind: LabelKind; length: number } | null {
  let best: { kind: LabelKind; length: number } | null = null
  for (const [kind, pattern] of PATTERNS) {
    const length = pattern.exec(folded)?.[0].length ?? 0
    if (length > (best?.length ?? 0)) best = { kind, length }
  }
  return best
}

const PROMPT = new RegExp(
  '^\\W*((cliquez|appuyez|tapez|saisir|saisissez|inserez|indiquer|indiquez|preciser|precisez|' +
    'choisissez|choisir|selectionnez|selectionner|entrez|renseigner|renseignez|merci de|veuillez|decrire|' +
    'decrivez|completer|a completer|a remplir|a renseigner|a preciser|champ (obligatoire|a remplir)|' +
    'votre (reponse|texte)|texte|nom de la structure|jj|dd|xx+|nc|n/?a|nom|prenom|qualite|date|lieu|etc|' +
    '\\(?facultatif\\)?|lorem)\\b.*)?$',
  'u',
)

const PRINTED = /^(a|le|fait|jj|mm|ddmmyyyy|x|20|euros?|€)*$/
const PRINTED_WORD = /^(a|le|fait|(jj|mm|aa)+|ddmmyyyy|x+|euros?)$/

/** True for what a form prints in place of an answer: leaders, empty boxes, prompts, « jj/mm/aaaa ». */
export function isPlaceholder(text: string): boolean {
  const folded = fold(text)
  const bare = folded.replace(/[._…|\-–—:;,*/\\()[\]«»"'?☐□❏◻\s]/g, '')
  if (bare === '') return true
  if (/^\[.*\]$|^<.*>$|^\{.*\}$/.test(folded) && !/signe/.test(folded)) return true
  // « Léa » is somebody, though « le » and « à » are words that forms print.
  const printed = /^\p{L}+$/u.test(text.trim()) ? PRINTED_WORD : PRINTED
  if (printed.test(bare)) return true
  return PROMPT.test(folded) && !/[\d@]/.test(folded)
}
