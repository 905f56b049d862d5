import { textIn } from './charset.ts'
import { KEPT_INLINE } from './leaf-parser.ts'
import { charsetOf, type Leaf, type Outcome, runParser } from './run-parser.ts'

const TEXT_AT_MOST = 2_000_000

/**
 * The body as a person reads it: the text, or the HTML made text when there is no text or an empty one, and
 * after it the later text parts that some programs put between attachments.
 */
export async function bodyTextOf(outcome: Outcome): Promise<string> {
  const later = outcome.leaves.filter(isLaterText).map(decoded)
  return [await first(outcome), ...later].join('\n').slice(0, TEXT_AT_MOST).trim()
}

/** An HTML alternative that says so many words more, and so many times as many, is what somebody wrote. */
const MORE_WORDS = 6
const MORE_TIMES = 2

/** Some programs write « voir la version HTML » in the place of the text, or only its first lines. */
async function first({ text, html }: Outcome): Promise<string> {
  if (html === '') return text
  const said = wordsIn(text)
  // Tags and styles are no words: where even with them the HTML says little more, it need not be made text.
  if (said > 0 && wordsIn(html) < said * MORE_TIMES + MORE_WORDS) return text
  const shown = await textOfHtml(html)
  const isMore = wordsIn(shown) >= said * MORE_TIMES + MORE_WORDS
  return said === 0 || isMore ? shown : text
}

function wordsIn(text: string): number {
  return text.slice(0, TEXT_AT_MOST).match(/[\p{L}\d]{2,}/gu)?.length ?? 0
}

function isLaterText({ part }: Leaf): boolean {
  return (
    part.contentDisposition === KEPT_INLINE &&
    part.filename === undefined &&
    part.contentType === 'text/plain'
  )
}

function decoded({ part, content }: Leaf): string {
  return textIn(content, charsetOf(part))
}

/** Nobody writes this: it stands for what mailparser would leave out between the cells of a table. */
const CELL = '\uE001'

/**
 * mailparser makes text of an HTML mail only when no alternative is declared, so it is given such a mail. It
 * runs the cells of tables together, in which people type forms: here cells are set apart by tabs, rows are
 * lines.
 */
async function textOfHtml(html: string): Promise<string> {
  const marked = html
    .replace(/<\/t[dh]\s*>/gi, (end) => `${CELL}${end}`)
    .replace(/<\/tr\s*>/gi, (end) => `<br>${end}`)
  const mail = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${marked}`
  const { text } = await runParser(Buffer.from(mail), { htmlToText: true })
  return text.replace(/(?: *\uE001)+ *(?=\n|$)/g, '').replace(/[ \n]*\uE001 */g, '\t')
}
