import { Parser } from 'htmlparser2'
import { type Line, mapLines } from '../../documents/text/page.ts'
import { textIn } from '../mime/charset.ts'
import { Lines } from './lines.ts'
import { type Budget, leaf, type Opened, pagesOf, pagesOfTexts } from './opened.ts'

/** A plain text: one page, or one per form feed. */
export async function readText(content: Uint8Array, { said }: Budget): Promise<Opened> {
  return leaf('text/plain', { pages: pagesOfTexts(textIn(content, said?.charset ?? null).split('\f')) })
}

const BLOCKS = new Set(
  (
    'p div br tr li ul ol table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr form ' +
    'fieldset dt dd'
  ).split(' '),
)
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'select'])

/**
 * A page of HTML as a person sees it: blocks on their lines, cells set apart by tabs, boxes ticked or not.
 * Other XML gives its text, which is better than nothing.
 */
export async function readMarkup(content: Uint8Array, mediaType: string, { said }: Budget): Promise<Opened> {
  return leaf(mediaType, {
    pages: pagesOf([linesOfHtml(textIn(content, said?.charset ?? charsetInside(content)))]),
  })
}

/** What a page of the web says of itself, at its beginning (HTML, 4.2.5.4). */
function charsetInside(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1')
  return (
    /<meta\b[^>]{0,200}?\bcharset=["']?([\w-]+)|^<\?xml[^>]{0,100}?\bencoding=["']([\w-]+)/i
      .exec(head)
      ?.slice(1)
      .find((found) => found !== undefined) ?? null
  )
}

/**
 * The lines of a page of HTML as they are seen: rows of tables with their cells, entries of forms, nothing
 * that is hidden.
 */
export function linesOfHtml(html: string): Line[] {
  const lines = new Lines()
  let unseen = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen += 1
      if (unseen > 0) return
      if (name === 'tr') lines.openRow()
      else if (name === 'td' || name === 'th') lines.openCell()
      else if (BLOCKS.has(name)) lines.newLine()
      if (name === 'input') lines.add(inputText(attributes))
    },
    ontext(text) {
      if (unseen === 0) lines.add(text.replace(/\s+/g, ' '))
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1)
      if (unseen > 0) return
      if (name === 'td' || name === 'th') lines.closeCell()
      else if (name === 'tr') lines.closeRow()
      else if (BLOCKS.has(name)) lines.newLine()
    },
  })
  parser.write(html)
  parser.end()
  return mapLines(lines.lines(), (text) => text.replace(/ {2,}/g, ' '))
}

function inputText(attributes: Readonly<Record<string, string>>): string {
  const type = attributes.type ?? 'text'
  if (type === 'checkbox' || type === 'radio') return attributes.checked === undefined ? '☐ ' : '☒ '
  return type === 'hidden' || type === 'submit' ? '' : (attributes.value ?? '')
}
