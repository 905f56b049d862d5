import { labelAt } from './labels.ts'
import type { Page } from './page.ts'
import { LINE_CHARACTERS } from './page-lines.ts'
import { flat } from './words.ts'

/**
 * Sentences that go on from line to line. Where it ends, a line ended for good: no phrase is read across it.
 */
export interface Paragraph {
  readonly page: number
  readonly text: string
}

/** Shorter lines end where their sentence does. */
const FULL_LINE = 55

/**
 * The running text of a page: lines that go on are joined; what was printed to be written onto is left out.
 */
export function paragraphsOf(page: Page): Paragraph[] {
  const paragraphs: string[] = []
  let previous = ''
  for (const line of page.lines) {
    const texts = line.cells.length === 0 ? [''] : line.cells.flatMap((cell) => cell.lines)
    for (const written of texts) {
      const text = flat(written.slice(0, LINE_CHARACTERS).replace(/…+|\.{3,}|_{2,}/g, ' '))
      const last = paragraphs.at(-1)
      if (last !== undefined && previous !== '' && text !== '' && goesOn(previous, text))
        paragraphs[paragraphs.length - 1] = `${last} ${text}`
      else if (text !== '') paragraphs.push(text)
      previous = text
    }
  }
  return paragraphs.map((text) => ({ page: page.number, text }))
}

function goesOn(previous: string, line: string): boolean {
  if (labelAt(line)?.separated === true) return false
  return /^\p{Ll}/u.test(line) || (previous.length > FULL_LINE && !/[.:!?]$/.test(previous))
}

/** The same, each with what stands below it: an address may go on behind the end of its line. */
export function pairsOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((one, index) => {
    const next = paragraphs[index + 1]
    return next === undefined ? one : { ...one, text: `${one.text}, ${next.text}` }
  })
}
