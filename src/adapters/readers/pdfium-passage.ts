import { findPassage, type Passage } from '../../documents/text/passage.ts'
import type { Pointer } from './pdfium.ts'
import type { OpenPage, OpenPdf } from './pdfium-document.ts'
import { letterAt } from './pdfium-text.ts'
import { type Box, seenBox } from './pdfium-view.ts'
import { widgetsOf } from './pdfium-widgets.ts'

/** Letters of a page that are looked through. */
const LETTERS = 100_000
/** Rectangles of one mark: an answer of forty lines is marked, of a longer one the beginning. */
const RECTANGLES = 40
/** A letter is of the line before when it shares half of its height, and no wider gap parts them. */
const SAME_LINE = 0.5
const GAP = 3

/** What stands on a page, with the box of each sign; null for blanks and for what is not seen. */
class PlacedSigns {
  text = ''
  readonly boxes: (Box | null)[] = []

  add(text: string, box: Box | null): void {
    this.text += text
    for (let unit = 0; unit < text.length; unit += 1) this.boxes.push(box)
  }
}

/** Where a passage stands on a page, in points: fields of a form first, then text. None where it does not. */
export function boxesOf(pdf: OpenPdf, page: OpenPage, passage: Passage): Box[] {
  const signs = new PlacedSigns()
  addWidgets(signs, pdf, page)
  addLetters(signs, pdf, page)
  const found = findPassage(signs.text, passage)
  if (found === null) return []
  return lined(signs.boxes.slice(found.first, found.end).filter((box) => box !== null))
}

/** What a field shows stands behind what it is called by, which is no text of the page. */
function addWidgets(signs: PlacedSigns, pdf: OpenPdf, page: OpenPage): void {
  for (const { shown, isTick, box, formValue } of widgetsOf(pdf, page, {
    signed: new Map(),
    radios: new Map(),
  })) {
    const label = formValue?.label ?? ''
    if (shown === '' || shown === '☐') continue
    signs.add(`\n${label} : `, isTick ? box : null)
    signs.add(`${shown}\n`, box)
  }
}

function addLetters(signs: PlacedSigns, pdf: OpenPdf, page: OpenPage): void {
  const text = pdf.pdfium.FPDFText_LoadPage(page.handle)
  if (text === 0) return
  const count = Math.min(LETTERS, pdf.pdfium.FPDFText_CountChars(text))
  for (let index = 0; index < count; index += 1) {
    const isAdded = pdf.pdfium.FPDFText_GetTextObject(text, index) === 0
    const letter = isAdded ? ' ' : letterAt(pdf, text, index)
    if (letter === null) continue
    signs.add(letter, letter.trim() === '' ? null : boxAt(pdf, page, text, index))
  }
  pdf.pdfium.FPDFText_ClosePage(text)
}

function boxAt({ pdfium, memory }: OpenPdf, page: OpenPage, text: Pointer, index: number): Box | null {
  const box = memory.floats(4, (into) => pdfium.FPDFText_GetLooseCharBox(text, index, into))
  if (box === null) return null
  const [left = 0, top = 0, right = 0, bottom = 0] = box
  return seenBox(page.view, left, bottom, right, top)
}

/** A rectangle for each line. */
function lined(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const line = lines.at(-1)
    if (line !== undefined && isBeside(line, box)) lines[lines.length - 1] = around(line, box)
    else if (lines.length < RECTANGLES) lines.push(box)
  }
  return lines
}

function isBeside(line: Box, box: Box): boolean {
  const height = box.bottom - box.top
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top)
  const gap = Math.max(box.left - line.right, line.left - box.right)
  return shared >= height * SAME_LINE && gap <= Math.max(height, line.bottom - line.top) * GAP
}

function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}
