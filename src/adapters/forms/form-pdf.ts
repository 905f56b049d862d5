import fontkit from '@cantoo/fontkit'
import {
  PDFDocument,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type { Call } from '../../call/call.ts'
import { type Question, questionsOf } from './questions.ts'

const PAGE = { width: 595, height: 842, margin: 50 } as const
const LABEL_WIDTH = 160
const LINE = 20
const SIZE = 10

/** Where the next line goes; a full page is followed by another. */
interface Pen {
  page: PDFPage
  y: number
}

/**
 * The call's form as a PDF that is filled on screen: one field a question, each with its tooltip in French, in
 * the order in which it is read. `font` is a TrueType font: those of every PDF reader lack letters.
 */
export async function formPdf(call: Call, font: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(`Formulaire de candidature - ${call.shortTitle}`, { showInWindowTitleBar: true })
  document.setLanguage('fr-FR')
  const face = await document.embedFont(font, { subset: false })
  const pen = { page: newPage(document), y: PAGE.height - PAGE.margin }
  heading(document, pen, face, call)
  for (const question of questionsOf(call)) ask(document, pen, face, question)
  sectors(document, pen, face, call)
  signature(document, pen, face)
  document.getForm().updateFieldAppearances(face)
  return document.save({ useObjectStreams: false })
}

/** Fields are visited in the order in which they stand in the page: /Tabs /S. */
function newPage(document: PDFDocument): PDFPage {
  const page = document.addPage([PAGE.width, PAGE.height])
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  return page
}

function room(document: PDFDocument, pen: Pen, height: number): void {
  if (pen.y - height >= PAGE.margin) return
  pen.page = newPage(document)
  pen.y = PAGE.height - PAGE.margin
}

function heading(document: PDFDocument, pen: Pen, font: PDFFont, call: Call): void {
  write(document, pen, font, call.authority.name, SIZE)
  for (const line of folded(call.title, 80)) write(document, pen, font, line, SIZE)
  write(document, pen, font, 'FORMULAIRE DE CANDIDATURE', 14)
  write(
    document,
    pen,
    font,
    `À envoyer à ${call.mailbox.address}, ${call.deadline.asWritten} (${call.deadline.zoneLabel})`,
    9,
  )
  pen.y -= SIZE
}

function write(document: PDFDocument, pen: Pen, font: PDFFont, text: string, size: number): void {
  room(document, pen, size * 1.6)
  pen.y -= size * 1.6
  pen.page.drawText(text, { x: PAGE.margin, y: pen.y, size, font })
}

/** Lines of a text, cut between words. */
function folded(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`.trim()
  }
  return lines
}

function ask(document: PDFDocument, pen: Pen, font: PDFFont, question: Question): void {
  const height = question.lines * 14 + 4
  const wide = question.lines > 1
  room(document, pen, height + LINE)
  pen.y -= LINE
  pen.page.drawText(`${question.label} :`, { x: PAGE.margin, y: pen.y + 4, size: SIZE, font })
  if (wide) pen.y -= height
  const field = document.getForm().createTextField(question.name)
  if (wide) field.enableMultiline()
  const x = wide ? PAGE.margin : PAGE.margin + LABEL_WIDTH
  const place = { x, y: pen.y, width: PAGE.width - PAGE.margin - x, height, font, borderWidth: 1 }
  field.addToPage(pen.page, place)
  field.setFontSize(SIZE)
  explain(field, question.tooltip)
  pen.y -= 4
}

function sectors(document: PDFDocument, pen: Pen, font: PDFFont, call: Call): void {
  room(document, pen, LINE * (call.sectors.length + 1))
  write(document, pen, font, 'Filière choisie :', SIZE)
  for (const sector of call.sectors) {
    pen.y -= LINE
    const box = document.getForm().createCheckBox(`filiere_${sector.id}`)
    box.addToPage(pen.page, { x: PAGE.margin, y: pen.y, width: 12, height: 12 })
    explain(box, sector.label)
    pen.page.drawText(sector.label, { x: PAGE.margin + 20, y: pen.y + 2, size: SIZE, font })
  }
}

function signature(document: PDFDocument, pen: Pen, font: PDFFont): void {
  ask(document, pen, font, {
    name: 'signature',
    label: 'Signature',
    tooltip: 'Signature : nom du signataire',
    lines: 1,
  })
}

/** What a screen reader says of a field: its alternate name (ISO 32000-1, 12.7.3.1, TU). */
function explain(field: PDFField, tooltip: string): void {
  // Some programs look for it at the field, others at its place on the page.
  const places = field.acroField.getWidgets().map((widget) => widget.dict)
  for (const dict of [field.acroField.dict, ...places])
    dict.set(PDFName.of('TU'), PDFHexString.fromText(tooltip))
}
