import { PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'

/** A field of a PDF form at a height from the top; text when `value`, a box when `ticked`, a group when `options`. */
export interface PdfField {
  readonly name: string
  readonly label?: string
  readonly value?: string
  readonly ticked?: boolean
  readonly options?: readonly string[]
  readonly chosen?: string
}

/** A page of text lines (tabs set cells apart, 180 points wide) and, below them, one form field a line. */
export async function aPdf(pages: readonly string[], fields: readonly PdfField[] = []): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const drawn = (pages.length === 0 ? [''] : pages).map((text) => {
    const page = document.addPage([595, 842])
    text.split('\n').forEach((line, row) => {
      line.split('\t').forEach((cell, column) => {
        page.drawText(cell, { x: 50 + column * 180, y: 800 - row * 16, size: 10, font })
      })
    })
    return page
  })
  const first = drawn[0]
  if (first !== undefined) addFields(document, first, fields)
  return document.save({ useObjectStreams: false })
}

function addFields(document: PDFDocument, page: PDFPage, fields: readonly PdfField[]): void {
  const form = document.getForm()
  fields.forEach((field, row) => {
    const y = 500 - row * 24
    const place = { x: 250, y, width: 250, height: 18 }
    if (field.label !== undefined) page.drawText(field.label, { x: 50, y: y + 5, size: 10 })
    if (field.options !== undefined) {
      const group = form.createRadioGroup(field.name)
      field.options.forEach((option, index) => {
        group.addOptionToPage(option, page, { x: 250 + index * 70, y, width: 10, height: 10 })
      })
      if (field.chosen !== undefined) group.select(field.chosen)
    } else if (field.ticked !== undefined) {
      const box = form.createCheckBox(field.name)
      box.addToPage(page, { x: 30, y: y + 4, width: 10, height: 10 })
      if (field.ticked) box.check()
    } else {
      const text = form.createTextField(field.name)
      if (field.value !== undefined) text.setText(field.value)
      text.addToPage(page, place)
    }
  })
}
