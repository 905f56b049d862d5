import { fold } from '../base/folding.ts'
import { MONTHS, WEEKDAYS } from '../base/french-calendar.ts'
import { isWallClock } from '../base/instant.ts'
import { monthsIn } from '../language/platform.ts'

/** A day as a text writes it. `day` is null where no year stands with it, or no calendar has it. */
export interface WrittenDay {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly day: string | null
  /** « 11-23 »: to be completed by a year that stands elsewhere. */
  readonly monthDay: string
  /** The weekday that stands with it, in French. */
  readonly weekday: string | null
  /** True where that weekday is written in English. */
  readonly inEnglish: boolean
}

/**
 * An hour as a text writes it: « 16:00 », or midnight, of which nobody knows whether it begins or ends a day.
 */
export interface WrittenHour {
  readonly hour: string | 'midnight'
  readonly length: number
}

export const ENGLISH_MONTHS = monthsIn('en-GB')
export const ENGLISH_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const FOLDED_MONTHS = MONTHS.map(fold)
const MONTH = [...MONTHS, 'fevrier', 'aout', 'decembre', ...ENGLISH_MONTHS].join('|')
const WEEKDAY = [...WEEKDAYS, ...ENGLISH_DAYS].join('|')
const DAY = '(\\d{1,2}) ?(?:er|st|nd|rd|th)?'

const IN_WORDS = new RegExp(
  `(?:(?<weekday>${WEEKDAY}),? )?(?:the )?(?<![\\d/])(?:${DAY} (?:of )?(${MONTH})|` +
    `(${MONTH}) ${DAY})(?:,? (\\d{4}))?(?!\\d)`,
  'giu',
)
const IN_DIGITS = new RegExp(
  `(?:(?<weekday>${WEEKDAY}),? )?(?<![\\d/.])(\\d{1,2}) ?[/.] ?(\\d{1,2}) ?[/.] ?(\\d{4})(?!\\d)`,
  'giu',
)

/** Every day that a text names, in order. */
export function daysIn(text: string): readonly WrittenDay[] {
  const words = [...text.matchAll(IN_WORDS)].map((match) =>
    written(match, match[6], monthOf(match[3] ?? match[4] ?? ''), match[2] ?? match[5] ?? ''),
  )
  const digits = [...text.matchAll(IN_DIGITS)].map((match) =>
    written(match, match[4], Number(match[3]), match[2] ?? ''),
  )
  return [...words, ...digits]
    .filter(({ monthDay }) => isWallClock(`2024-${monthDay}`))
    .toSorted((one, other) => one.start - other.start)
}

function written(
  match: RegExpExecArray,
  year: string | undefined,
  month: number,
  dayOfMonth: string,
): WrittenDay {
  const monthDay = `${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const day = year !== undefined && isWallClock(`${year}-${monthDay}`) ? `${year}-${monthDay}` : null
  const weekday = match.groups?.['weekday']?.toLowerCase() ?? null
  return {
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    day,
    monthDay,
    weekday: weekday === null ? null : (WEEKDAYS[ENGLISH_DAYS.indexOf(weekday)] ?? weekday),
    inEnglish: weekday !== null && ENGLISH_DAYS.includes(weekday),
  }
}

function monthOf(word: string): number {
  const folded = fold(word)
  return Math.max(FOLDED_MONTHS.indexOf(folded), ENGLISH_MONTHS.indexOf(folded)) + 1
}

const HOUR =
  '(?:(\\d{1,2}) ?(?:h|heures?|:) ?(\\d{2})?(?![\\d/])(?: ?(am|pm|a\\.m\\.|p\\.m\\.))?|(\\d{1,2}) ?(am|' +
  'pm|a\\.m\\.|p\\.m\\.)|(?:12 )?(minuit|midnight)|(?:12 )?(midi|noon))'
const AFTER = new RegExp(`^(?:,| [-–—])? ?\\(?(?:à|a|at|avant|by|,)? ?${HOUR}`, 'iu')
const BEFORE = new RegExp(`(?:^|[ (])(?:à |at )?${HOUR}(?: precises?)?,? ?(?:le|du|on|,)? ?$`, 'iu')

/** The hour that follows a day; null where none does. */
export function hourAfter(text: string): WrittenHour | null {
  return hourOf(AFTER.exec(text.slice(0, 40)))
}

/** The hour that goes before a day: « by 5 pm on ». */
export function hourBefore(text: string): WrittenHour | null {
  return hourOf(BEFORE.exec(text.slice(-40)))
}

function hourOf(match: RegExpExecArray | null): WrittenHour | null {
  if (match === null) return null
  const [whole, hour, minute, half, english, otherHalf, midnight, noon] = match
  if (midnight !== undefined) return { hour: 'midnight', length: whole.length }
  if (noon !== undefined) return { hour: '12:00', length: whole.length }
  const afternoon = /^p/i.test(half ?? otherHalf ?? '') ? 12 : 0
  const number = Number(hour ?? english)
  const counted = half === undefined && otherHalf === undefined ? number : (number % 12) + afternoon
  if (counted === 24 || (counted === 0 && Number(minute ?? 0) === 0))
    return { hour: 'midnight', length: whole.length }
  const text = `${String(counted).padStart(2, '0')}:${minute ?? '00'}`
  return isWallClock(`2024-01-01T${text}`) ? { hour: text, length: whole.length } : null
}
