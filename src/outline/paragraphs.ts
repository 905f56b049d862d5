import { plainTypography } from '../base/folding.ts'
import { lineText, type Page } from '../documents/text/page.ts'
import type { Place } from './proposed.ts'

/** A line of the published text as people are shown it. */
export interface SourceLine {
  readonly page: number
  /** Among those that hold something, from 1. */
  readonly line: number
  readonly text: string
  /** The same in the signs of the text: apostrophes and dashes as they are written. */
  readonly written: string
}

/** Lines that go on with one another, and the heading that they stand under. */
export interface Paragraph extends SourceLine {
  /** « article 4 », « section F »; null above the first. */
  readonly under: string | null
  /** Without the mark of a list: null where there was none. */
  readonly item: string | null
}

/** More than a published call has: what is longer is not read to its end. */
const MOST_LINES = 4_000
const LONGEST_LINE = 4_000

/** Each line that holds something, with plain spaces and apostrophes; an empty text marks a gap. */
export function sourceLines(pages: readonly Page[]): readonly SourceLine[] {
  const all = pages.flatMap(({ number, lines }) =>
    lines.map((one) => ({ page: number, written: spaced(one) })),
  )
  let line = 0
  return all.slice(0, MOST_LINES).map(({ page, written }) => {
    if (written !== '') line += 1
    return { page, line, text: plainTypography(written), written }
  })
}

function spaced(line: Page['lines'][number]): string {
  return lineText(line).replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE)
}

/** The text by its paragraphs: a long line that breaks off goes on below. */
export function paragraphsOf(pages: readonly Page[]): readonly Paragraph[] {
  const found: (SourceLine & { text: string; written: string; under: string | null; last: string })[] = []
  let under: string | null = null
  let gap = true
  for (const { page, line, text, written } of sourceLines(pages)) {
    const before = found.at(-1)
    if (text !== '') under = headingOf(text) ?? under
    if (text === '') gap = true
    else if (before !== undefined && !gap && goesOn(before.last, text)) {
      before.text = `${before.text} ${text}`.slice(0, LONGEST_LINE)
      before.written = `${before.written} ${written}`.slice(0, LONGEST_LINE)
      before.last = text
    } else {
      found.push({ page, line, text, written, under, last: text })
      gap = false
    }
  }
  return found.map(({ page, line, text, written, under: heading }) => ({
    page,
    line,
    text,
    written,
    under: heading,
    item: withoutMark(text),
  }))
}

const SHORTEST_BROKEN = 40

function goesOn(above: string, text: string): boolean {
  if (above.length < SHORTEST_BROKEN || /[.!?:;]$/.test(above) || withoutMark(text) !== null) return false
  return /^[\p{Ll}\d("«]/u.test(text)
}

const MARK = /^(?:[-–—•·▪●■◦‣➢✓*]|\d{1,2}[.)]|\([a-z\d]\)|[a-z]\)) ?(?=\S)/

function withoutMark(text: string): string | null {
  const mark = MARK.exec(text)
  return mark === null ? null : text.slice(mark[0].length).trim()
}

/** What letters and lists call the part of the text that a heading begins. */
function headingOf(text: string): string | null {
  const article = /^(article|art\.) ?(\d{1,2}|premier|1er)(?![\d/])/i.exec(text)
  if (article !== null) return `${(article[1] ?? '').toLowerCase()} ${article[2]}`
  const section = /^([A-Z]|[IVX]{1,4})[.)] ?[-–]? ?\p{Lu}/u.exec(text)
  return section === null ? null : `section ${section[1]}`
}

const LONGEST_QUOTE = 240

/** Where a quotation stands; of a long line its beginning, cut between words. */
export function placeOf({ page, line }: SourceLine, quote: string): Place {
  const whole = quote.trim()
  const cut = whole.length > LONGEST_QUOTE ? whole.slice(0, LONGEST_QUOTE).replace(/ \S*$/, '') : whole
  return { page, line, quote: cut }
}

/** « article 4 », or the line where no heading stands above. */
export function sourceOf({ under, line }: Paragraph): string {
  return under ?? `ligne ${line} du texte publié`
}
