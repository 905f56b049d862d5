import type { Likeness } from '../../call/piece.ts'
import { letterPhrasesIn } from '../text/letter-phrases.ts'
import { lineText } from '../text/page.ts'
import { countWords } from '../text/words.ts'
import type { ExaminedDocument } from './examined-document.ts'

const ROWS_OF_A_TABLE = 3
const WORDS_OF_A_TEXT = 10
/** An amount at the end of a line, or a cell of digits. */
const AMOUNT = /\d(?:[ .,\u00A0\u202F]?\d){2,11} ?(?:€|euros?|eur)?$/iu

/** Whether a document looks as a piece does; null where the call does not say how it looks. */
export function looksLike(document: ExaminedDocument, like: Likeness): boolean | null {
  switch (like) {
    case 'any':
      return null
    case 'form':
      return document.form.isForm
    case 'letter':
      return letterPhrasesIn(document.folded).some(({ phrase }) => FORMULAS.has(phrase))
    case 'text':
      return countWords(document.folded) >= WORDS_OF_A_TEXT
    case 'table':
      return isTable(document.reading.pages.flatMap(({ lines }) => lines).map(lineText))
    case 'picture':
      return document.reading.mediaType.startsWith('image/')
  }
}

const FORMULAS: ReadonlySet<string> = new Set([
  'undersigned',
  'address-formula',
  'closing-formula',
  'has-the-honour',
  'cordially',
  'subject-line',
])

/** Rows that each end with an amount. */
export function isTable(lines: readonly string[]): boolean {
  return lines.filter((line) => AMOUNT.test(line.trim().slice(-AMOUNT_CHARACTERS))).length >= ROWS_OF_A_TABLE
}

const AMOUNT_CHARACTERS = 30
