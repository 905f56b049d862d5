import { typographic } from '../acknowledgement/french.ts'
import { withoutUnseen } from '../base/unseen.ts'

/**
 * Markup that may stand in a page as it is. Nothing else makes one but `html`, so what others wrote is always
 * escaped.
 */
export class Html {
  readonly #markup: string
  constructor(key: typeof KEY, markup: string) {
    if (key !== KEY) throw new Error('markup is made by html alone')
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}
const KEY = Symbol('html')

export type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * A template: its own words get French spaces; texts put into it are escaped, and lose what turns the
 * direction of writing or steers a terminal; null and false are nothing.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map((text, index) => typographic(text) + markupOf(parts[index]))
  return new Html(KEY, markup.join(''))
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.toString()
  if (Array.isArray(part)) return part.map(markupOf).join('')
  return escaped(String(part))
}

function escaped(text: string): string {
  return withoutUnseen(text.replace(/[^\P{Cc}\n\t]/gu, ' ')).replace(
    /[&<>"']/g,
    (letter) => `&#${letter.charCodeAt(0)};`,
  )
}

/** Nothing. */
export const NOTHING = html``
