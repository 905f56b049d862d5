import { MONTHS } from '../base/french-calendar.ts'
import { daysIn } from './dates.ts'
import { type Paragraph, placeOf, sourceOf } from './paragraphs.ts'
import { type Proposed, proposed } from './proposed.ts'

const MOST = 10

/** The days that the text writes with their weekday: whether it is theirs is checked as the file is loaded. */
export function statedIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const all = paragraphs.flatMap((paragraph) =>
    daysIn(paragraph.text).flatMap(({ day, weekday }) =>
      day === null || weekday === null ? [] : [{ paragraph, text: inWords(weekday, day) }],
    ),
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

function inWords(weekday: string, day: string): string {
  const [year = '', month = '', number = ''] = day.split('-')
  return `${weekday} ${Number(number)} ${MONTHS[Number(month) - 1]} ${year}`
}
