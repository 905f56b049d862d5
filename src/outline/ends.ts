import { daysIn, hourAfter, hourBefore, type WrittenDay, type WrittenHour } from './dates.ts'
import { type Paragraph, placeOf } from './paragraphs.ts'
import type { Place } from './proposed.ts'

/** How the words before a day tie the end to it. */
type Tie = 'before' | 'at the latest' | 'until' | 'limit'

/** A day that the text gives as the end of something, with how likely it is that of applying. */
export interface FoundEnd {
  readonly asWritten: string
  readonly tie: Tie
  readonly day: string
  /** Null where the text gives no hour. */
  readonly hour: WrittenHour['hour'] | null
  /** « inclus ». */
  readonly isIncluded: boolean
  /** Of « du … au … »: the first day. */
  readonly from: string | null
  readonly weight: number
  readonly paragraph: Paragraph
  readonly place: Place
  /** False where the year stands elsewhere in the text. */
  readonly hasYear: boolean
}

/** What stands right before a day, the most telling first. */
const TIES: readonly (readonly [RegExp, Tie])[] = [
  [/(?:\bavant|\bbefore)(?: le| the)? ?$/i, 'before'],
  [/(?:au plus tard|no later than|not later than|\bby)(?: le| on| the)? ?$/i, 'at the latest'],
  [/(?:jusqu'au|\buntil|\btill|up to)(?: the)? ?$/i, 'until'],
  [/(?:^|[:(]) ?passée?(?: le| la date du)? ?$/i, 'at the latest'],
  [
    new RegExp(
      '(?:date(?: et heure)?s? limites?|delai de rigueur|délai de rigueur|échéance|dernier délai|clôture|' +
        'deadline|closing date)(?:[^.;:]|[.:](?=[^ ])){0,60}(?::|,| le| au| est| fixée?)? ?(?:le |au |is |' +
        'on )?$',
      'i',
    ),
    'limit',
  ],
  [
    new RegExp(
      '(?:remise|dépôt|réception|envoi|retour) (?:des|du|de la|de votre|de vos) (?:offres?|candidatures?|' +
        'dossiers?|projets?|plis|propositions?|demandes?|idées)[^.;:]{0,30}: ?(?:le |au )?$',
      'i',
    ),
    'limit',
  ],
  [/(?:submission|receipt) of (?:applications|proposals|tenders|bids|entries)[^.;:]{0,30}: ?$/i, 'limit'],
]
const RANGE =
  /\b(?:du|de|from)(?: the)? (?:[\p{L}]{4,9} )?(\d{1,2}(?:er)?(?: [\p{L}]{3,9})?(?: \d{4})?) (?:au|to) ?$/iu
/** The end of a sentence: no dot of an address, of an hour (« p.m. ») or of what is shortened. */
const SENTENCE_END = /(?<!(?<![\p{L}])(?:[ap]\.m|art|réf|tél|\p{Lu}))\.(?= )|;/gu
/** What follows a day that is an end without a word before it. */
const RIGOUR = /^[, (–-]{1,3}(?:délai de rigueur|dernier délai|terme de rigueur)/i
const LONGEST_TIE = 110

/** Words that speak of handing in, and of other moments. */
const HANDING_IN = new RegExp(
  'dépôt|dépos|candidat|dossier|offres?\\b|réception|remise|envo|adress|soumett|soumission|retourn|' +
    'transm|parven|projets?\\b|idées|demandes|applicat|submi|send|entries|proposals',
  'i',
)
const OTHER_MOMENTS = new RegExp(
  'sélection|résultat|jury|commission|se tient|se tiendr|se déroul|travaux|réalis|convention|pourvoir|' +
    'prise de fonction|visite|réunion|questions?\\b|labélis|délibér|interview|results|shortlist',
  'i',
)

/** Every end in a text, the likeliest first. */
export function endsIn(paragraphs: readonly Paragraph[]): readonly FoundEnd[] {
  const year = onlyYear(paragraphs)
  return paragraphs
    .flatMap((paragraph) => daysIn(paragraph.text).flatMap((day) => endAt(paragraph, day, year) ?? []))
    .toSorted((one, other) => other.weight - one.weight)
}

/** The year of all the days in a text, where they have one. */
function onlyYear(paragraphs: readonly Paragraph[]): string | null {
  const years = new Set(paragraphs.flatMap(({ text }) => text.match(/\b20\d\d\b/g) ?? []))
  return years.size === 1 ? ([...years][0] ?? null) : null
}

function endAt(paragraph: Paragraph, written: WrittenDay, year: string | null): FoundEnd | null {
  const { text } = paragraph
  const above = text.slice(Math.max(0, written.start - LONGEST_TIE), written.start)
  const sentence = above.slice(sentenceStart(above))
  const early = hourBefore(sentence)
  const below = text.slice(written.end)
  const tied =
    tieIn(early === null ? sentence : sentence.slice(0, sentence.length - early.length)) ??
    (RIGOUR.test(below) ? { tie: 'limit' as const, start: sentence.length } : null)
  const day = written.day ?? (year === null ? null : `${year}-${written.monthDay}`)
  if (tied === null || day === null) return null
  const late = early === null ? hourAfter(below) : null
  const included = /^[^.;,]{0,14}\b(?:inclus|included|inclusive)/i.exec(below)
  const from = RANGE.exec(sentence)?.[1] ?? null
  const start = written.start - sentence.length + tied.start
  const end = written.end + Math.max(late?.length ?? 0, included?.[0].length ?? 0)
  const asWritten = text.slice(start, end).trim()
  return {
    asWritten,
    tie: tied.tie,
    day,
    hour: early?.hour ?? late?.hour ?? null,
    isIncluded: included !== null,
    from: from === null ? null : firstDay(from, day),
    weight: weightOf(paragraph, sentence, { hour: early ?? late, isRange: from !== null, tie: tied.tie }),
    paragraph,
    place: placeOf(paragraph, text),
    hasYear: written.day !== null,
  }
}

/** Where the last sentence of a text begins. */
function sentenceStart(text: string): number {
  const last = [...text.matchAll(SENTENCE_END)].at(-1)
  return last === undefined ? 0 : last.index + 1
}

function tieIn(sentence: string): { readonly tie: Tie; readonly start: number } | null {
  for (const [expression, tie] of TIES) {
    const match = expression.exec(sentence)
    if (match !== null) return { tie, start: match.index }
  }
  const range = RANGE.exec(sentence)
  return range === null ? null : { tie: 'until', start: range.index }
}

/** « 2 février », of « du 2 février au 31 mars 2026 »: in the year of the end, or in its month. */
function firstDay(text: string, end: string): string | null {
  const whole = daysIn(text)[0]
  if (whole !== undefined) return whole.day ?? `${end.slice(0, 4)}-${whole.monthDay}`
  const day = /^\d{1,2}/.exec(text)?.[0]
  return day === undefined ? null : `${end.slice(0, 8)}${day.padStart(2, '0')}`
}

function weightOf(
  { text }: Paragraph,
  sentence: string,
  of: { readonly hour: WrittenHour | null; readonly isRange: boolean; readonly tie: Tie },
): number {
  const near = HANDING_IN.test(sentence) ? 3 : HANDING_IN.test(text) ? 2 : 0
  const other = OTHER_MOMENTS.test(sentence) ? -4 : 0
  const limit = of.tie === 'limit' ? 2 : 0
  return (
    near +
    other +
    limit +
    (of.hour === null ? 0 : 2) +
    (other === 0 && text.includes('@') ? 1 : 0) -
    (of.isRange ? 1 : 0)
  )
}
