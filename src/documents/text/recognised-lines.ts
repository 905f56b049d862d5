import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'

/**
 * A note mark as recognition reads it: « (1) », and « q) » or « @) » of it. Nothing that is answered looks
 * so.
 */
const NOTE_MARK = /^\(?[^\s()]{0,2}\)$/u
/**
 * What noise, and the rests of leaders and of rules, become at the end of a line: signs that stand by
 * themselves.
 */
const SPECKS = /(?:\s[=_~#^°«»|‘’'`´–—-]{1,2}){1,4}$/u
/** The same before what is written: a blot, or the side of a box. */
const BLOTS = /^(?:[=_~^°|‘’'`´.,;]{1,2}\s){1,3}(?=\p{Lu}|\d)/u

/**
 * The lines of a picture of a page, as far as they were read from letters: marks that only look like signs
 * are taken off, and words that noise has set apart stand in one cell again.
 */
export function withoutSpecks(lines: readonly Line[]): readonly Line[] {
  const cleared = lines.map((line) => ({ ...line, cells: line.cells.flatMap(withoutMarks) }))
  return cleared.map((line, index) => ({ ...line, cells: joined(line.cells, near(cleared, index)) }))
}

/** « 2, Forme légale : SARL »: the point behind the number of a question. */
const NUMBERED = /^(\d{1,2}),\s+(?=\p{Lu})/u

/** Small words of labels whose space is lost first: « Datedu », « Endate du », « Document établile * ». */
const SMALL_BEFORE = /^(en|de|du|des|au|la|le|les|et)(?=\p{L}{3})/iu
const SMALL_BEHIND = /(?<=\p{L}{3})(de|des|du|le)(?=\W{0,5}$)/iu
/** Longer, it is an answer or prose. */
const LABEL_WORDS = 5

/** A label that is one as a whole once such a word stands apart from its neighbour. */
function spaced(text: string): string {
  const words = text.split(' ')
  if (words.length > LABEL_WORDS || labelAt(text) !== null) return text
  const apart = words.flatMap((word, index) =>
    smallApart(word).map((two) => words.with(index, two).join(' ')),
  )
  return apart.find((one) => labelAt(one)?.rest === '') ?? text
}

function smallApart(word: string): readonly string[] {
  const before = word.replace(SMALL_BEFORE, '$1 ')
  const behind = word.replace(SMALL_BEHIND, ' $1')
  const both = before.replace(SMALL_BEHIND, ' $1')
  return [before, behind, both].filter((one) => one !== word)
}

function withoutMarks(cell: Cell): Cell[] {
  const written = cell.lines.map((text) => {
    // Where most signs are boxes, a bar is the side of one.
    const bare = text.split('|').length > 3 ? text : text.replace(SPECKS, '').replace(BLOTS, '')
    const label = labelAt(bare.replace(NUMBERED, ''))
    const asks = label !== null && (label.separated || /^$|^\(/.test(label.rest))
    return asks ? bare.replace(NUMBERED, '$1. ') : spaced(bare)
  })
  const lines = withoutLastMark(written.filter((text) => !NOTE_MARK.test(text)))
  return lines.length === 0 ? [] : [{ ...cell, lines }]
}

/**
 * « Fonction du signataire » over « si »: what is left of a note mark under a label that is whole without it.
 */
function withoutLastMark(lines: readonly string[]): string[] {
  const [label, last] = [lines.slice(0, -1).join(' '), lines.at(-1) ?? '']
  const isWhole = (text: string): boolean => labelAt(text)?.rest === ''
  const isMark = /^\S{1,2}$/u.test(last) && isWhole(label) && !isWhole(`${label} ${last}`)
  return isMark ? lines.slice(0, -1) : [...lines]
}

/** Neighbours that show where columns begin, above and below. */
const NEAR = 4
const SAME_COLUMN = 12

function near(lines: readonly Line[], index: number): readonly number[] {
  const around = [
    ...lines.slice(Math.max(0, index - NEAR), index),
    ...lines.slice(index + 1, index + 1 + NEAR),
  ]
  return around.flatMap(({ cells }) => cells.slice(1).flatMap((cell) => cell.left ?? []))
}

/** Between two words of one answer stand no more than so many letters. */
const LETTERS_APART = 3

function joined(cells: readonly Cell[], columns: readonly number[]): Cell[] {
  const whole: Cell[] = []
  for (const cell of cells) {
    const before = whole.at(-1)
    if (before === undefined || !areOne(before, cell, columns)) whole.push(cell)
    else
      whole[whole.length - 1] = {
        ...before,
        ...(cell.right === undefined ? {} : { right: cell.right }),
        lines: [`${cellText(before)} ${cellText(cell)}`],
      }
  }
  return whole
}

/**
 * Words of letters, nearer than columns are, where no column begins, and neither of which asks for anything.
 */
function areOne(one: Cell, other: Cell, columns: readonly number[]): boolean {
  const { left = 0, right, lines } = one
  if (right === undefined || other.left === undefined || lines.length + other.lines.length > 2) return false
  const start = other.left
  if (!isWord(one) || !isWord(other) || columns.some((column) => Math.abs(column - start) <= SAME_COLUMN))
    return false
  return start - right <= (LETTERS_APART * (right - left)) / cellText(one).length
}

function isWord(cell: Cell): boolean {
  const text = cellText(cell)
  return /^\p{L}{2}/u.test(text) && labelAt(text) === null
}
