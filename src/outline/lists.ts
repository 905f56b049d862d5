import type { Paragraph } from './paragraphs.ts'

/** What a list holds, and what announces it. */
export interface FoundList {
  readonly intro: Paragraph
  /** One paragraph for each: of a list within a sentence, that sentence’s. */
  readonly items: readonly { readonly text: string; readonly at: Paragraph }[]
  /** Whether the items stand below one another. */
  readonly isBlock: boolean
}

const LONGEST_UNMARKED = 80
const MOST_ITEMS = 40

/** The list that a paragraph announces with its colon: below it, each with a mark or short. */
export function listBelow(paragraphs: readonly Paragraph[], index: number): FoundList | null {
  const intro = paragraphs[index]
  if (intro === undefined || !/:$/.test(intro.text)) return null
  const following = paragraphs.slice(index + 1, index + 1 + MOST_ITEMS)
  const isMarked = following[0]?.item != null
  const items: { text: string; at: Paragraph }[] = []
  for (const one of following) {
    const goesOn = isMarked ? one.item !== null : isShort(one)
    if (!goesOn) break
    items.push({ text: ended(one.item ?? one.text), at: one })
  }
  return items.length === 0 ? null : { intro, items, isBlock: true }
}

function isShort({ text, item }: Paragraph): boolean {
  return item === null && text.length <= LONGEST_UNMARKED && !/[:.!?]$/.test(text)
}

/** The list within a sentence, after its colon or the words that announce it. */
export function listWithin(intro: Paragraph, rest: string): FoundList | null {
  const sentence = /^[^.!?]{2,600}/.exec(rest)?.[0] ?? ''
  const parts = sentence.includes(';') ? sentence.split(';') : sentence.split(/,| et | and | ou (?=une? )/)
  const items = parts.map(ended).filter((text) => text !== '' && text.length <= 120)
  return items.length < 2
    ? null
    : { intro, items: items.map((text) => ({ text, at: intro })), isBlock: false }
}

/** Without the sign that ends an item, and the « et » that leads to the next one. */
function ended(text: string): string {
  return text
    .trim()
    .replace(/[ ,;.]{1,4}(?:et|ou|and)?$/, '')
    .trim()
}
