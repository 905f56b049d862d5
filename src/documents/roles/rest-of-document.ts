import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import {
  ADMINISTRATIVE_TITLES,
  FORM_TITLES,
  PRESENTATION_TITLES,
  PROJECT_TITLES,
} from '../../knowledge/titles.ts'
import { letterPhrasesIn } from '../text/letter-phrases.ts'
import { type Page, wholeText, writtenLines } from '../text/page.ts'
import { countWords } from '../text/words.ts'
import type { ReadDocument } from './examined-document.ts'

/** A page says at its head what begins there. */
const HEAD_LINES = 4
/** A letter has its date, its places and its addressee above. */
const LETTER_HEAD_LINES = 20
const TITLE_WORDS = 12

/** The pages of a paper on which something else begins and goes on; null where nothing does. */
export function restOf(document: ReadDocument, call: Call): ReadDocument | null {
  const { reading } = document
  const titles = call.pieces.flatMap((piece) => piece.titles.map(fold))
  let isOther = false
  const pages = reading.pages.filter((page, index) => {
    if (index === 0) return false
    if (beginsOther(page)) isOther = true
    else if (beginsPaper(page, titles)) isOther = false
    return isOther
  })
  if (pages.length === 0) return null
  const numbers = new Set(pages.map(({ number }) => number))
  return {
    ...document,
    reading: {
      ...reading,
      pages,
      formValues: reading.formValues.filter(({ page }) => numbers.has(page)),
    },
    fields: document.fields.filter(({ extract }) => numbers.has(extract.page)),
  }
}

/** A form, a presentation, a project or a letter. */
function beginsOther(page: Page): boolean {
  const isTitled = headOf(page).some((line) =>
    [FORM_TITLES, PRESENTATION_TITLES, PROJECT_TITLES].some((titles) => titles.says(line)),
  )
  if (isTitled) return true
  const head = fold(wholeText([{ ...page, lines: page.lines.slice(0, LETTER_HEAD_LINES) }]))
  return letterPhrasesIn(head).some(({ phrase }) => OPENINGS.has(phrase))
}

const OPENINGS: ReadonlySet<string> = new Set([
  'undersigned',
  'letter-of-interest',
  'declares-interest',
  'has-the-honour',
  'address-formula',
])

/** A paper that offices ask for, or a piece that the call names. */
function beginsPaper(page: Page, titles: readonly string[]): boolean {
  return headOf(page).some(
    (line) => ADMINISTRATIVE_TITLES.says(line) || titles.some((title) => line.startsWith(title)),
  )
}

function headOf(page: Page): readonly string[] {
  return writtenLines(page)
    .slice(0, HEAD_LINES)
    .map(fold)
    .filter((line) => countWords(line) <= TITLE_WORDS)
}
