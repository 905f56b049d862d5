import type { Rule } from './bitmap.ts'
import type { Pointer } from './pdfium.ts'
import type { OpenPage, OpenPdf } from './pdfium-document.ts'
import { type Point, seen } from './pdfium-view.ts'
import type { Placed } from './placed.ts'

/**
 * Parts of a letter's height: a gap that is a space, one that ends a run, and what counts as another line.
 */
const SPACE = 0.1
const APART = 0.6
const BACKWARDS = 0.3
const OTHER_LINE = 0.2
/** A letter's box against its height, where it stands askew and cannot be measured. */
const BOX_HEIGHT = 1.15
const USUAL_HEIGHT = 10
/** The share of letters that may be guessed: bullets and ticks often are. */
const GUESSED = 0.1

/** How the letters of one text object stand: all of them alike. */
interface Hand {
  readonly object: Pointer
  readonly height: number
  /** Their direction on the page, of length 1. */
  readonly alongX: number
  readonly alongY: number
  /** Their matrix without signs: what turns and slants a letter's box. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number]
  /** False when the font does not say which characters its letters are. */
  readonly isMeant: boolean
}

/** Letters that follow one another without a wide gap, in the page's own coordinates. */
interface Run {
  readonly hand: Hand
  readonly startX: number
  readonly startY: number
  text: string
  /** Where the last letter began, and how far the run goes. */
  lastX: number
  lastY: number
  length: number
}

export interface TextOfPage {
  readonly placed: readonly Placed[]
  /** True when too many of its letters are guessed: their font does not say which characters they are. */
  readonly isGuessed: boolean
}

/** The text of a page in runs, at most so many letters of it; no run goes on behind an upright line. */
export function textOf(
  pdf: OpenPdf,
  page: OpenPage,
  most: number,
  uprights: readonly Rule[] = [],
): TextOfPage {
  const text = pdf.pdfium.FPDFText_LoadPage(page.handle)
  if (text === 0) return { placed: [], isGuessed: false }
  const isParted = (run: Run, x: number, y: number): boolean =>
    uprights.length > 0 && isBetween(uprights, seenEnd(run, page), seen(page.view, x, y))
  const runs = runsOf(pdf, text, Math.min(most, pdf.pdfium.FPDFText_CountChars(text)), isParted)
  pdf.pdfium.FPDFText_ClosePage(text)
  const placed = runs.map((run) => {
    const { x, y } = seen(page.view, run.startX, run.startY)
    return { text: run.text, x, y, width: run.length, height: run.hand.height }
  })
  const guessed = lettersIn(runs.filter((run) => !run.hand.isMeant))
  return { placed, isGuessed: guessed > lettersIn(runs) * GUESSED }
}

function lettersIn(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0)
}

function seenEnd({ hand, startX, startY, length }: Run, { view }: OpenPage): Point {
  return seen(view, startX + hand.alongX * length, startY + hand.alongY * length)
}

/**
 * In points: where a word ends that touches the line behind it, and how far behind one the words of a cell
 * begin.
 */
const TOUCHES = 1.5
const MARGIN = 7

/** Behind the side of a cell begins another, though what stands before it had no room and runs over. */
function isBetween(uprights: readonly Rule[], end: Point, start: Point): boolean {
  return uprights.some(
    ({ at, first, last }) =>
      (end.x - TOUCHES < at || start.x - at < MARGIN) &&
      at < start.x + TOUCHES &&
      first < start.y &&
      start.y < last,
  )
}

function runsOf(
  pdf: OpenPdf,
  text: Pointer,
  count: number,
  isParted: (run: Run, x: number, y: number) => boolean,
): Run[] {
  const { pdfium, memory } = pdf
  const runs: Run[] = []
  let run: Run | null = null
  let hand: Hand | null = null
  let blank = false
  for (let index = 0; index < count; index += 1) {
    const object = pdfium.FPDFText_GetTextObject(text, index)
    // Spaces and line ends that PDFium adds are of no object; where letters stand says it better.
    const letter = object === 0 ? null : letterAt(pdf, text, index)
    if (letter === null) continue
    if (letter.trim() === '') {
      blank = true
      continue
    }
    // What is written in one piece is meant so, though it runs over the side of its cell.
    const isNew = hand?.object !== object
    if (hand === null || isNew) hand = handOf(pdf, text, index, object)
    pdfium.FPDFText_GetCharOrigin(text, index, memory.answer, memory.answer + 8)
    const [x, y] = [memory.double(0), memory.double(1)]
    const width = widthAt(pdf, text, index, hand)
    if (run === null || !goesOn(run, hand, x, y) || (isNew && isParted(run, x, y))) {
      run = { hand, startX: x, startY: y, text: letter, lastX: x, lastY: y, length: width }
      runs.push(run)
    } else extend(run, letter, x, y, width, blank)
    blank = false
  }
  return runs
}

/** Null for what is no character: a code that the font gives no meaning. */
export function letterAt({ pdfium }: OpenPdf, text: Pointer, index: number): string | null {
  const code = pdfium.FPDFText_GetUnicode(text, index)
  // A hyphen at a line's end is marked by a code that is no character.
  if ((code === 2 || code >= 0xfffe) && pdfium.FPDFText_IsHyphen(text, index) === 1) return '-'
  if (code === 0 || code > 0x10ffff || code === 0xfffe || code === 0xffff) return null
  return code < 32 ? ' ' : String.fromCodePoint(code)
}

function handOf({ pdfium, memory }: OpenPdf, text: Pointer, index: number, object: Pointer): Hand {
  const hasMatrix = pdfium.FPDFText_GetMatrix(text, index, memory.answer) !== 0
  const [a = 1, b = 0, c = 0, d = 1] = hasMatrix ? [0, 1, 2, 3].map((at) => memory.float(at)) : []
  const scale = Math.hypot(a, b) || 1
  const height = Math.abs(pdfium.FPDFText_GetFontSize(text, index)) * Math.hypot(c, d)
  return {
    object,
    height: height || USUAL_HEIGHT,
    alongX: a / scale,
    alongY: b / scale,
    matrix: [Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d)],
    isMeant: pdfium.FPDFText_HasUnicodeMapError(text, index) !== 1,
  }
}

/**
 * How far a letter moves the pen: its box stands upright on the page, however the letter is turned or
 * slanted.
 */
function widthAt({ pdfium, memory }: OpenPdf, text: Pointer, index: number, hand: Hand): number {
  // Written in this order: left, top, right, bottom.
  if (pdfium.FPDFText_GetLooseCharBox(text, index, memory.answer) === 0) return 0
  const width = Math.abs(memory.float(2) - memory.float(0))
  const height = Math.abs(memory.float(1) - memory.float(3))
  const [a, b, c, d] = hand.matrix
  if (b === 0 && c === 0) return width
  const scale = Math.hypot(a, b)
  const determinant = a * d - b * c
  if (Math.abs(determinant) > 0.2 * scale * Math.hypot(c, d))
    return Math.max(0, ((width * d - height * c) / determinant) * scale)
  return Math.max(0, ((width + height) * scale) / (a + b || 1) - BOX_HEIGHT * hand.height)
}

/** How far a place is behind the end of a run, in its direction. */
function gapTo(run: Run, x: number, y: number): number {
  return (x - run.startX) * run.hand.alongX + (y - run.startY) * run.hand.alongY - run.length
}

function goesOn(run: Run, hand: Hand, x: number, y: number): boolean {
  const { height, alongX, alongY, isMeant } = run.hand
  if (run.hand !== hand) {
    const turned = Math.abs(alongX - hand.alongX) + Math.abs(alongY - hand.alongY) > 0.02
    if (turned || isMeant !== hand.isMeant || Math.abs(height - hand.height) > height * 0.01) return false
  }
  const off = (x - run.startX) * alongY - (y - run.startY) * alongX
  if (Math.abs(off) > OTHER_LINE * height) return false
  const gap = gapTo(run, x, y)
  if (gap > APART * height) return false
  // The letters of a ligature stand in one place.
  return gap > -BACKWARDS * height || (x === run.lastX && y === run.lastY)
}

function extend(run: Run, letter: string, x: number, y: number, width: number, blank: boolean): void {
  const gap = gapTo(run, x, y)
  const spaced = blank || gap > SPACE * run.hand.height
  run.text += spaced ? ` ${letter}` : letter
  run.length = Math.max(run.length, run.length + gap + width)
  run.lastX = x
  run.lastY = y
}
