import { fold } from '../../base/folding.ts'

/** One option of a list of boxes. */
export interface Choice {
  readonly ticked: boolean
  readonly option: string
}

const TICKED = '☒☑✓✔✗✘■◼●⦿◉×'
const UNTICKED = '☐□❏❑◻○❍'
/**
 * Marks as boxes: glyphs, brackets with or without a cross, raw Wingdings letters, « X » typed for a tick.
 */
const MARK = new RegExp(
  `([${TICKED}${UNTICKED}]|\\[\\s?[xX✓✔✗✘]\\s?\\]|\\[\\s{0,3}\\]|\\(\\s?[xX✓]\\s?\\)|\\(\\s{1,3}\\)|` +
    `(?<=^|\\s)[þýx¨X](?=\\s+\\p{L})|(?<=\\p{L}\\)?\\s+)[xX](?=\\s|$))`,
  'gu',
)

/**
 * The options of a line of boxes, ticked or not: « ☒ Numérique ☐ Énergie », « [x] Numérique », « X Numérique
 * », and with the box behind its option: « Numérique ☒ Énergie ☐ ». Empty when the line has no mark.
 */
export function choicesIn(written: string): Choice[] {
  const text = withTypedBoxes(written)
  const marks = [...text.matchAll(MARK)]
  const [first] = marks
  if (first === undefined) return []
  const lead = text.slice(0, first.index)
  // The box stands behind its option when something stands before the first box and nothing after the last.
  const last = marks.at(-1)
  const trailing = last === undefined ? '' : text.slice(last.index + last[0].length)
  const behind = trailing.trim() === '' && lead.trim() !== '' && !lead.trimEnd().endsWith(':')
  return marks.map((mark, index) => {
    const end = mark.index + mark[0].length
    const previous = marks[index - 1]
    const start = previous === undefined ? 0 : previous.index + previous[0].length
    const option = behind ? text.slice(start, mark.index) : text.slice(end, marks[index + 1]?.index)
    return { ticked: isTick(mark[0]), option: option.replace(/^[\s:;,.-]+|[\s:;,.-]+$/g, '') }
  })
}

/** « o » and « x » typed before each option for its box: so many of them, the first before all else. */
const TYPED_BOXES = 3
const TYPED_BOX = /(?<=^|\s)[oOxX](?=\s+\p{L})/gu

function withTypedBoxes(text: string): string {
  const signs = text.match(TYPED_BOX) ?? []
  const isList = /(?:^|:)\s*[oOxX]\s+\p{L}/u.test(text) && signs.some((sign) => /o/i.test(sign))
  if (!isList || signs.length < TYPED_BOXES) return text
  return text.replace(TYPED_BOX, (sign) => (/x/i.test(sign) ? '☒' : '☐'))
}

function isTick(mark: string): boolean {
  const bare = mark.replace(/[[\]()\s]/g, '')
  return bare !== '' && (TICKED.includes(bare) || /^[xXþý✓✔✗✘]$/.test(bare))
}

/** True when the text holds a box of any kind. */
export function hasBoxes(text: string): boolean {
  return choicesIn(text).length > 0
}

/** True when `words` stand in `text` as words: folded, at word borders. */
export function says(text: string, words: string): boolean {
  return wordPattern(words).test(fold(text))
}

/** A pattern that finds folded words at their borders, plural or not. */
export function wordPattern(words: string): RegExp {
  const escaped = fold(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\d])${escaped}s?(?![\\p{L}\\d])`, 'u')
}
