import {
  type PDFDocument,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  rgb,
} from '@cantoo/pdf-lib'
import { StructureTree, type Tag } from './structure-tree.ts'

/** Points: A4, and what is left free around. */
const PAGE = { width: 595, height: 842, margin: 50 } as const
export const LEFT = PAGE.margin
export const RIGHT = PAGE.width - PAGE.margin

/** Each of these is told from white, and from the next, by more than colour alone (WCAG 1.4.1, 1.4.3). */
export const INK = rgb(0.09, 0.09, 0.11)
export const QUIET = rgb(0.33, 0.33, 0.36)
export const ACCENT = rgb(0, 0, 0.57)
const BORDER = rgb(0.4, 0.4, 0.45)
const PAPER = rgb(0.96, 0.96, 1)

/** How a text is set: its size in points, bold or not, in which ink. */
export interface Setting {
  readonly size: number
  readonly bold?: boolean
  readonly color?: typeof INK
}

export interface Piece {
  readonly text: string
  readonly setting: Setting
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the form is drawn with: from the top down, a full page followed by another. */
export class Pen {
  readonly document: PDFDocument
  readonly font: PDFFont
  readonly #bold: PDFFont
  readonly #tree: StructureTree
  #page: PDFPage
  /** Where the last line stands. */
  y: number

  private constructor(document: PDFDocument, font: PDFFont, bold: PDFFont) {
    this.document = document
    this.font = font
    this.#bold = bold
    this.#tree = new StructureTree(document)
    this.#page = this.#newPage()
    this.y = PAGE.height - PAGE.margin
  }

  /** `fonts`: TrueType, for the fields whole, since nobody knows what will be typed. */
  static async on(document: PDFDocument, fonts: { readonly plain: Uint8Array; readonly bold: Uint8Array }) {
    const plain = await document.embedFont(fonts.plain, { subset: false })
    return new Pen(document, plain, await document.embedFont(fonts.bold, { subset: true }))
  }

  /** Fields are visited in the order of the structure tree: /Tabs /S. */
  #newPage(): PDFPage {
    const page = this.document.addPage([PAGE.width, PAGE.height])
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    return page
  }

  /** Turns the page where less than that is left on it. */
  room(height: number): void {
    if (this.y - height >= PAGE.margin) return
    this.#page = this.#newPage()
    this.y = PAGE.height - PAGE.margin
  }

  /** One element of text, in lines as wide as `width`, below what was written last. */
  write(tag: Tag, text: string, setting: Setting, at: { readonly x: number; readonly width: number }): void {
    const lines = this.lines(text, setting, at.width)
    const height = setting.size * 1.45
    this.room(height * lines.length)
    this.#tree.text(tag, this.#page, () => {
      for (const [index, line] of lines.entries()) {
        this.y -= height
        // The blank keeps the last word of a line apart from the first of the next for whoever listens.
        this.#draw(index < lines.length - 1 ? `${line} ` : line, at.x, this.y, setting)
      }
    })
  }

  /** A short text where it is wanted, of pieces that may be set differently. */
  label(pieces: readonly Piece[], x: number, y: number): void {
    this.#tree.text('P', this.#page, () => {
      let at = x
      for (const { text, setting } of pieces) {
        this.#draw(text, at, y, setting)
        at += this.#fontOf(setting).widthOfTextAtSize(text, setting.size)
      }
    })
  }

  lines(text: string, setting: Setting, width: number): readonly string[] {
    const lines = ['']
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
      if (this.#fontOf(setting).widthOfTextAtSize(longer, setting.size) > width) lines.push(word)
      else lines[lines.length - 1] = longer
    }
    return lines.filter((line) => line !== '')
  }

  /** Looks alone: nobody who listens misses it. */
  band(place: Place): void {
    this.#tree.artifact(this.#page, 'Layout', () => this.#page.drawRectangle({ ...place, color: PAPER }))
  }

  rule(): void {
    const line = { x: LEFT, y: this.y - 4, width: RIGHT - LEFT, height: 1, color: ACCENT }
    this.#tree.artifact(this.#page, 'Layout', () => this.#page.drawRectangle(line))
    this.y -= 6
  }

  text(name: string, tooltip: string, place: Place, more: { readonly longest?: number } = {}): void {
    const field = this.document.getForm().createTextField(name)
    if (more.longest !== undefined) {
      field.enableMultiline()
      field.setMaxLength(more.longest)
    }
    field.addToPage(this.#page, { ...place, font: this.font, ...LOOKS })
    field.setFontSize(more.longest === undefined ? 10 : 9)
    this.#explain(field, tooltip)
  }

  box(name: string, tooltip: string, place: Place): void {
    const field = this.document.getForm().createCheckBox(name)
    field.addToPage(this.#page, { ...place, ...LOOKS })
    this.#explain(field, tooltip)
  }

  /** What a screen reader says of a field: its alternate name (ISO 32000-1, 12.7.3.1, TU). */
  #explain(field: PDFField, tooltip: string): void {
    const places = field.acroField.getWidgets().map((widget) => widget.dict)
    // Some programs look for it at the field, others at its place on the page.
    for (const dict of [field.acroField.dict, ...places])
      dict.set(PDFName.of('TU'), PDFHexString.fromText(tooltip))
    for (const place of places) this.#tree.field(this.#page, place)
  }

  /** Numbers the pages and writes the structure; nothing is drawn afterwards. */
  finish(): void {
    const pages = this.document.getPages()
    const { font } = this
    for (const [index, page] of pages.entries())
      this.#tree.artifact(page, 'Pagination', () =>
        page.drawText(`Page ${index + 1} sur ${pages.length}`, {
          x: LEFT,
          y: 28,
          size: 8,
          font,
          color: QUIET,
        }),
      )
    this.document.getForm().updateFieldAppearances(font)
    this.#tree.finish()
  }

  #draw(text: string, x: number, y: number, setting: Setting): void {
    const { size, color = INK } = setting
    this.#page.drawText(text, { x, y, size, color, font: this.#fontOf(setting) })
  }

  #fontOf({ bold = false }: Setting): PDFFont {
    return bold ? this.#bold : this.font
  }
}

const LOOKS = { borderWidth: 1, borderColor: BORDER, backgroundColor: PAPER, textColor: INK } as const
