import { fold, WORD_SIGNS } from '../../base/folding.ts'
import type { Piece } from '../../call/piece.ts'
import { type Page, writtenLines } from '../text/page.ts'
import { countWords } from '../text/words.ts'
import type { ExaminedDocument } from './examined-document.ts'
import { isTable } from './likeness.ts'

/** A heading counts in the first lines of a document, where one says what it is, */
const HEAD_LINES = 12
/** and at the very head of a page, where another piece begins. */
const PAGE_HEAD_LINES = 3
/**
 * Under a heading within a page, or in a mail, so much is written: in a list of what is attached nothing is.
 */
const SECTION_WORDS = 25
/** A heading says its title and a few words more. */
const FURTHER_WORDS = 8
/** « 2. », « Annexe 3 – », « Pièce n° 4 : » before a title. */
const NUMBERED = new RegExp(
  '^(?:(?:annexe|piece|document|partie|volet) ?(?:n ?)?[0-9a-z]{0,3} ?[-–:.)]? ?)?' +
    '(?:(?:\\d{1,2}|[ivx]{1,4}|[a-h])(?:[.)°]| [-–])(?:\\d{1,2}[.)]?)? ?)?[-–:]? ?',
  'u',
)

/** A title of a piece, where it stands. */
export interface Heading {
  readonly role: string
  readonly line: string
  readonly page: number
  /** It heads the whole document. */
  readonly isOfDocument: boolean
  /** The pages on which its piece stands, by their numbers. */
  readonly pages: readonly number[]
}

interface Written {
  readonly line: string
  readonly folded: string
  readonly page: number
  /** Which line of its page. */
  readonly position: number
  readonly isFirstPage: boolean
}

/** The titles of pieces at the heads of pages and of sections, in the order in which they stand. */
export function headingsOf(document: ExaminedDocument, pieces: readonly Piece[]): readonly Heading[] {
  const titles = pieces.flatMap(({ role, titles, like }) =>
    titles.map((title) => ({ role, like, title, pattern: titlePattern(title) })),
  )
  if (titles.length === 0) return []
  const lines = document.reading.pages.flatMap(written)
  const found = lines.flatMap((line, index) => {
    const titled = titles.find(({ pattern }) => pattern.test(line.folded))
    if (titled !== undefined && isAtHead(line, titled) && !document.isBody)
      return [{ ...line, ...titled, index }]
    const bare = titles.find((title) => isSectionTitle(line, title))
    return bare === undefined ? [] : [{ ...line, ...bare, index }]
  })
  return found.flatMap((one, rank) => {
    const below = lines.slice(one.index + 1, found[rank + 1]?.index ?? lines.length)
    const counts = isAtHead(one, one) && !document.isBody
    if (!counts && !isFilled(one, below, document)) return []
    const pages = [...new Set([one.page, ...below.map(({ page }) => page)])]
    return [{ ...one, isOfDocument: one.isFirstPage && one.position < PAGE_HEAD_LINES, pages }]
  })
}

function written(page: Page, index: number): readonly Written[] {
  return writtenLines(page).map((line, position) => ({
    line,
    folded: fold(line),
    page: page.number,
    position,
    isFirstPage: index === 0,
  }))
}

/**
 * What stands a few lines down the first page must be set as a title: « Budget prévisionnel : 3 000 euros »
 * says an amount.
 */
function isAtHead(line: Pick<Written, 'folded' | 'position' | 'isFirstPage'>, title: Title): boolean {
  if (line.position < PAGE_HEAD_LINES) return true
  return line.isFirstPage && line.position < HEAD_LINES && isSectionTitle(line, title)
}

/** Set as a title: by itself on its line, numbered or not, and no sentence. */
function isSectionTitle({ folded }: Pick<Written, 'folded'>, { title, pattern }: Title): boolean {
  const bare = folded.replace(NUMBERED, '')
  if (!pattern.test(bare) || /[.;,]$|: ?\d/.test(bare)) return false
  return countWords(bare) <= countWords(title) + FURTHER_WORDS
}

interface Title {
  readonly title: string
  /** The same at the start of a folded line: « Compte rendu » for « Compte-rendu », « Biographies ». */
  readonly pattern: RegExp
}

function titlePattern(title: string): RegExp {
  const words = fold(title)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=\p{L}{3})s$/u, ''))
  const said = words.map((word) => (/\p{L}{3}$/u.test(word) ? `${word}s?` : word)).join('[ -]+')
  return new RegExp(`^${said}(?![${WORD_SIGNS}])`, 'u')
}

/** What a form prints under a heading is not yet an answer: of a table amounts tell, of a text its words. */
function isFilled(
  { like }: Pick<Piece, 'like'>,
  below: readonly Written[],
  { form }: ExaminedDocument,
): boolean {
  if (like === 'table' && form.isForm) return isTable(below.map(({ line }) => line))
  return countWords(below.map(({ line }) => line).join(' ')) >= SECTION_WORDS
}
