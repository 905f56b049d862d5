import { MONTHS, WEEKDAYS } from '../base/french-calendar.ts'
import { daysIn, ENGLISH_DAYS, ENGLISH_MONTHS, type WrittenDay } from './dates.ts'
import { type Paragraph, placeOf, sourceOf } from './paragraphs.ts'
import { type Proposed, proposed } from './proposed.ts'

const MOST = 10

/**
 * The days that the text writes with their weekday: whether it is theirs is checked as the file is loaded.
 */
export function statedIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const all = paragraphs.flatMap((paragraph) =>
    daysIn(paragraph.text).flatMap((written) => {
      const text = inWords(written)
      return text === null ? [] : [{ paragraph, text }]
    }),
  )
  const each = all.filter(({ text }, index) => all.findIndex((one) => one.text === text) === index)
  return each
    .slice(0, MOST)
    .map(({ paragraph, text }, index) =>
      proposed(
        ['published', 'statedDates', index],
        { text, where: sourceOf(paragraph) },
        placeOf(paragraph, paragraph.text),
      ),
    )
}

/** « jeudi 15 octobre 2026 », « Thursday 15 October 2026 »: in the language in which the text has it. */
function inWords({ day, weekday, inEnglish }: WrittenDay): string | null {
  if (day === null || weekday === null) return null
  const [year = '', month = '', number = ''] = day.split('-')
  const months = inEnglish ? ENGLISH_MONTHS.map(capital) : MONTHS
  const own = inEnglish
    ? capital(ENGLISH_DAYS[(WEEKDAYS as readonly string[]).indexOf(weekday)] ?? '')
    : weekday
  return `${own} ${Number(number)} ${months[Number(month) - 1]} ${year}`
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
