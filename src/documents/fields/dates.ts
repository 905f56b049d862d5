import { fold } from '../../base/folding.ts'
import { withDigits } from '../identifiers/look-alikes.ts'
import { monthOf } from './months.ts'

const DAY_MONTH_YEAR = new RegExp(
  '(?<!\\d)(\\d{1,2})\\s?(?:er|st|nd|rd|th|\\.|º)?\\s+(?:de\\s+)?([a-z]{3,10})[.,]?\\s+(?:de\\s+)?' +
    '(\\d{4}|\\d{2})(?!\\d)',
)

/** The first date in a text, as `2022-11-14`; null when there is none that the calendar knows. */
export function dateIn(text: string): string | null {
  const folded = fold(text)
  const words = DAY_MONTH_YEAR.exec(folded)
  if (words !== null) return iso(words[3], monthOf(words[2] ?? ''), words[1])
  const english = /(?<![a-z])([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})(?!\d)/.exec(folded)
  if (english !== null) return iso(english[3], monthOf(english[1] ?? ''), english[2])
  const digits =
    /(?<!\d|(?<![a-z])[iloq|])(\d{1,2})\s?[/.\-|]\s?(\d{1,2})\s?[/.\-|]\s?(\d{4}|\d{2})(?!\d)/.exec(folded)
  if (digits !== null) return iso(digits[3], Number(digits[2]), digits[1])
  const sorted = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(folded)
  return sorted === null ? null : iso(sorted[1], Number(sorted[2]), sorted[3])
}

/** The same behind a label that asks for one: eight digits in boxes are one as well. */
export function dateAnswered(text: string): string | null {
  const boxed = /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim())
  if (boxed !== null) return iso(boxed[3], Number(boxed[2]), boxed[1])
  return dateIn(text) ?? dateIn(withDigits(text)) ?? withoutSign(text) ?? dateIn(spelt(withDigits(text)))
}

/** « 08,11.2022 », « 8novembre2022 »: a point that was read as another sign, and spaces that were lost. */
function spelt(text: string): string {
  return text
    .replace(/(?<=\d) ?[,:;'’] ?(?=\d)/g, '.')
    .replace(/(?<=\d)(?=\p{L}{3})/gu, ' ')
    .replace(/(?<=\p{L}{3}[.,]?)(?=\d)/gu, ' ')
}

/** « 1/11 2022 », « 16/1122 »: a sign between two of its numbers was not recognised. */
function withoutSign(text: string): string | null {
  const bare = text.trim()
  const spaced = /^(\d{1,2})(?: ?[/.-] ?(\d{1,2})| (\d{1,2}) ?[/.-]) ?(\d{4})$/.exec(bare)
  if (spaced !== null) return iso(spaced[4], Number(spaced[2] ?? spaced[3]), spaced[1])
  const close = /^(\d{1,2})[/.-](\d\d)(\d{4}|\d\d)$/.exec(bare) ?? /^(\d\d)(\d\d)[/.-](\d{4})$/.exec(bare)
  return close === null ? null : iso(close[3], Number(close[2]), close[1])
}

function iso(year: string | undefined, month: number, day: string | undefined): string | null {
  const whole = Number(year) < 100 ? 2000 + Number(year) : Number(year)
  const leap = whole % 4 === 0 && (whole % 100 !== 0 || whole % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || Number(day) < 1 || Number(day) > days || whole < 1950 || whole > 2100) return null
  return `${whole}-${String(month).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`
}

const DONE_AT = new RegExp(
  "(?:fait à|fait a|établi à|^à|^a)\\s*:?\\s*([\\p{L}][\\p{L}' ’-]{1,50}?)?\\s*[,;]?\\s+" +
    '(?:en date du|le|ce)\\s*:?\\s*([^,;\\n]{4,40})',
  'iu',
)

/**
 * « Fait à Saint-Benoît, le 14 novembre 2022 »: the place and the date of a signature or of a letter's head.
 */
export function placeAndDateIn(
  text: string,
): { place: string | null; date: string | null; text: string } | null {
  const found =
    DONE_AT.exec(text.trim()) ??
    /^\s*([\p{Lu}][\p{L}' ’-]{2,40}),\s*(?:(?:le|ce)\s+)([^,;\n]{6,40})/u.exec(text) ??
    PLACE_THEN_DATE.exec(text.trim())
  if (found === null) return dateThenPlace(text.trim())
  const date = dateAnswered(found[2] ?? '')
  const place = found[1]?.trim() ?? null
  return date === null && place === null ? null : { place, date, text: found[0].trim() }
}

const WEEKDAY = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s+)?'
const DATE = [
  '\\d{1,2}(?:er|st|nd|rd|th|\\.)?\\s+(?:de\\s+)?\\p{L}{3,10}\\.?\\s+(?:de\\s+)?(?:\\d{4}|\\d{2})',
  '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:\\d{4}|\\d{2})',
].join('|')
/** « Nantes, 7/11/2022 » and « Nantes le 7 nov. 22 », and nothing else on the line. */
const PLACE_THEN_DATE = new RegExp(
  `^(\\p{Lu}[\\p{L}'’-]{1,30}(?: [\\p{L}'’-]{1,20}){0,3}?)(?:\\s?,\\s?(?:le |ce |den |op |il |a |el )?|` +
    `\\s(?:le|ce|den)\\s)${WEEKDAY}(${DATE})\\.?$`,
  'u',
)
/** « Le 10 novembre 2022, à Nantes », « Fait le mardi 15 novembre 2022 à Nantes ». */
const DATE_THEN_PLACE = new RegExp(
  '^(?:(?:fait|établi|signé|rédigé) )?(?:le |' +
    `ce )?${WEEKDAY}(${DATE})\\s?,?\\s+à\\s+(\\p{Lu}[\\p{L}' ’-]{1,40})\\.?$`,
  'iu',
)

function dateThenPlace(line: string): ReturnType<typeof placeAndDateIn> {
  const found = DATE_THEN_PLACE.exec(line)
  const date = dateIn(found?.[1] ?? '')
  return found === null || date === null ? null : { place: found[2]?.trim() ?? null, date, text: line }
}
