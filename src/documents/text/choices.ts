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
  `([${TICKED}${UNTICKED}]|\\[\\s?[xXvV✓✔✗✘]\\s?\\]|\\[\\s{0,3}\\]|\\(\\s?[xXvV✓✔✗✘]\\s?\\)|\\(\\s{1,3}\\)|` +
    `(?<=^|\\s)[þýxv¨X](?=\\s+\\p{L})|(?<=\\p{L}\\)?\\s+)[xX](?=\\s|$))`,
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
  const listed = tickedInList(text, marks)
  if (listed !== null) return listed
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

/** So many options between commas are a list, in which a tick belongs to the word that it touches. */
const LISTED = 3
const COMMAS = /[,;]/

/**
 * « numérique, énergie ✓, logistique »: a list between commas in which some have a tick and nothing shows an
 * empty box. Where a tick stands between two words, or alone, it cannot be told to which one it belongs: then
 * nothing is chosen. Null for every other line.
 */
function tickedInList(text: string, marks: readonly RegExpExecArray[]): Choice[] | null {
  const [first] = marks
  const start = text.slice(0, first?.index).lastIndexOf(':') + 1
  const parts = text.slice(start).split(COMMAS)
  const isFirst = first !== undefined && text.slice(start, first.index).trim() === ''
  if (parts.length < LISTED || isFirst || !marks.every((mark) => isTick(mark[0]))) return null
  const choices = parts.map((part): Choice[] => {
    const inside = [...part.matchAll(MARK)]
    const [mark] = inside
    if (mark === undefined) return []
    const before = part.slice(0, mark.index).trim()
    const after = part.slice(mark.index + mark[0].length).trim()
    const isClear = inside.length === 1 && (before === '') !== (after === '')
    return [{ ticked: isClear, option: isClear ? before + after : part.trim() }]
  })
  return choices.some((choice) => choice.length === 0) ? choices.flat() : null
}

/** « o » and « x » typed before each option for its box: so many of them, the first before all else. */
const TYPED_BOXES = 3
const TYPED_BOX = /(?<=^|\s)[oOxXvV](?=\s+\p{L})/gu

function withTypedBoxes(text: string): string {
  const signs = text.match(TYPED_BOX) ?? []
  const isList = /(?:^|:)\s*[oOxXvV]\s+\p{L}/u.test(text) && signs.some((sign) => /o/i.test(sign))
  if (!isList || signs.length < TYPED_BOXES) return text
  return text.replace(TYPED_BOX, (sign) => (/[xv]/i.test(sign) ? '☒' : '☐'))
}

function isTick(mark: string): boolean {
  const bare = mark.replace(/[[\]()\s]/g, '')
  return bare !== '' && (TICKED.includes(bare) || /^[xXvVþý✓✔✗✘]$/.test(bare))
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
