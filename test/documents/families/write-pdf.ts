import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import type { Block, Sheet } from './sheet.ts'

const LEFT = 50
const WIDTH = 495
const TOP = 800
/** Fonts of which one is drawn for each document: their widths decide where lines break. */
const FACES = [StandardFonts.Helvetica, StandardFonts.TimesRoman] as const

/** A page written as a word processor prints it. */
export async function pdfOf(sheet: Sheet, at: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(FACES[Math.floor(at * FACES.length)] ?? FACES[0])
  const writer = new Writer(document, font, 9.5 + Math.floor(at * 3) / 2)
  for (const block of sheet) writer.write(block)
  return document.save({ useObjectStreams: false })
}

/** Boxes and little pictures, which the fonts that every reader has do not hold, as typists write them. */
const drawable = (text: string): string =>
  text.replace(/[☒☑■]/g, '[X]').replace(/[☐□]/g, '[ ]').replace(/☎/g, 'Tél.').replace(/✉ /g, '')

class Writer {
  readonly #document: PDFDocument
  readonly #font: PDFFont
  readonly #size: number
  readonly #page: PDFPage
  #y = TOP
  #controls = 0

  constructor(document: PDFDocument, font: PDFFont, size: number) {
    this.#document = document
    this.#font = font
    this.#size = size
    this.#page = document.addPage([595, 842])
  }

  get #leading(): number {
    return this.#size * 1.45
  }

  write(block: Block): void {
    if (block.kind === 'gap') this.#y -= this.#leading * 0.7
    else if (block.kind === 'line') this.#lines(block.text, LEFT, WIDTH, block.large === true ? 1.3 : 1)
    else if (block.kind === 'paragraph') this.#paragraph(block.text, block.justified === true)
    else if (block.kind === 'table') for (const row of block.rows) this.#row(row, block.widths)
    else if (block.kind === 'comb') this.#comb(block.label, block.value, block.below)
    else if (block.kind === 'columns') this.#columns(block.left, block.right)
    else if (block.kind === 'control') this.#control(block.label, block.value)
    else
      for (const [index, text] of this.#wrapped(block.text, WIDTH, 8).entries())
        this.#put(text, LEFT, 50 - index * 11, 8)
  }

  #put(text: string, x: number, y: number, size = this.#size): void {
    this.#page.drawText(drawable(text), { x, y, size, font: this.#font })
  }

  #wrapped(text: string, width: number, size = this.#size): string[] {
    const lines: string[] = []
    for (const word of text.trim().split(/[ ]+/)) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
      if (lines.length > 0 && this.#font.widthOfTextAtSize(longer, size) <= width)
        lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines
  }

  #lines(text: string, x: number, width: number, scale = 1): void {
    for (const each of this.#wrapped(text, width, this.#size * scale)) {
      this.#put(each, x, this.#y, this.#size * scale)
      this.#y -= this.#leading * scale
    }
  }

  /** Each word of a justified line is drawn by itself, as printers do; the last line is not. */
  #paragraph(text: string, justified: boolean): void {
    const lines = this.#wrapped(text, WIDTH)
    for (const [index, each] of lines.entries()) {
      const words = each.split(' ')
      const own = words.map((word) => this.#font.widthOfTextAtSize(word, this.#size))
      const space = (WIDTH - own.reduce((sum, width) => sum + width, 0)) / (words.length - 1)
      if (!justified || index === lines.length - 1 || words.length < 2) this.#put(each, LEFT, this.#y)
      else
        words.reduce((x, word, at) => {
          this.#put(word, x, this.#y)
          return x + (own[at] ?? 0) + space
        }, LEFT)
      this.#y -= this.#leading
    }
  }

  #row(cells: readonly string[], widths: readonly number[]): void {
    const texts = cells.map((cell, index) => this.#wrapped(cell, (widths[index] ?? 100) - 8))
    const height = Math.max(...texts.map((lines) => lines.length)) * this.#leading + 6
    const bottom = this.#y + this.#size - height
    texts.reduce((x, lines, index) => {
      const width = widths[index] ?? 100
      const border = { borderColor: rgb(0.3, 0.3, 0.3), borderWidth: 0.5 }
      this.#page.drawRectangle({ x, y: bottom, width, height, ...border })
      for (const [at, text] of lines.entries()) this.#put(text, x + 4, this.#y - 2 - at * this.#leading)
      return x + width
    }, LEFT)
    this.#y -= height
  }

  #comb(label: string, value: string, below: boolean): void {
    this.#put(label, LEFT, this.#y)
    if (below) this.#y -= this.#leading * 1.3
    const start = below ? LEFT : LEFT + this.#font.widthOfTextAtSize(label, this.#size) + 14
    for (const [index, sign] of [...value].entries()) {
      const x = start + index * 17
      const border = { borderColor: rgb(0.3, 0.3, 0.3), borderWidth: 0.5 }
      this.#page.drawRectangle({ x, y: this.#y - 4, width: 17, height: 15, ...border })
      this.#put(sign, x + 5.5, this.#y)
    }
    this.#y -= this.#leading * 1.4
  }

  #columns(left: readonly string[], right: readonly string[]): void {
    const half = WIDTH / 2 - 10
    const top = this.#y
    const bottoms = [left, right].map((texts, index) => {
      this.#y = top
      for (const text of texts) {
        this.#lines(text, LEFT + index * (half + 20), half)
        this.#y -= this.#leading * 0.4
      }
      return this.#y
    })
    this.#y = Math.min(...bottoms)
  }

  #control(label: string, value: string): void {
    this.#controls += 1
    this.#put(label, LEFT, this.#y)
    const field = this.#document.getForm().createTextField(`champ_${this.#controls}`)
    field.setText(value.trim())
    field.addToPage(this.#page, { x: 290, y: this.#y - 5, width: 250, height: this.#leading })
    this.#y -= this.#leading * 1.5
  }
}
