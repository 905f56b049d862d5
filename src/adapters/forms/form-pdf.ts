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
import { type Question, questionsOf, type Section } from './questions.ts'
import { StructureTree, type Tag } from './structure-tree.ts'

const PAGE = { width: 595, height: 842, margin: 50 } as const
const LABEL_WIDTH = 160
const LINE = 20
const SIZE = 10

/** What the form is drawn with. `y`: where the last line stands; a full page is followed by another. */
interface Pen {
  readonly document: PDFDocument
  readonly tree: StructureTree
  readonly font: PDFFont
  page: PDFPage
  y: number
}

/**
 * The call's form as a tagged PDF that is filled on screen: one field a question, each with its tooltip in
 * French, in the order in which it is read. `font` is a TrueType font: those of every PDF reader lack
 * letters.
 */
export async function formPdf(call: Call, font: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(`Formulaire de candidature – ${call.shortTitle}`, { showInWindowTitleBar: true })
  document.setLanguage('fr-FR')
  const pen: Pen = {
    document,
    tree: new StructureTree(document),
    font: await document.embedFont(font, { subset: false }),
    page: newPage(document),
    y: PAGE.height - PAGE.margin,
  }
  heading(pen, call)
  const questions = questionsOf(call)
  section(pen, 'La structure candidate', of(questions, 'structure'))
  section(pen, 'Sa présentation et son projet', of(questions, 'texts'))
  sectors(pen, call)
  section(pen, 'Date et signature', of(questions, 'signature'))
  numberPages(pen)
  document.getForm().updateFieldAppearances(pen.font)
  pen.tree.finish()
  return document.save({ useObjectStreams: false })
}

/** Fields are visited in the order of the structure tree: /Tabs /S. */
function newPage(document: PDFDocument): PDFPage {
  const page = document.addPage([PAGE.width, PAGE.height])
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  return page
}

function room(pen: Pen, height: number): void {
  if (pen.y - height >= PAGE.margin) return
  pen.page = newPage(pen.document)
  pen.y = PAGE.height - PAGE.margin
}

function heading(pen: Pen, call: Call): void {
  write(pen, 'P', [call.authority.name], SIZE)
  write(pen, 'H1', ['FORMULAIRE DE CANDIDATURE'], 14)
  write(pen, 'P', folded(call.title, 80), SIZE)
  const until = `${call.deadline.asWritten} (${call.deadline.zoneLabel})`
  write(pen, 'P', [`À envoyer à ${call.mailbox.address}, ${until}`], 9)
}

/** The lines of one element. */
function write(pen: Pen, tag: Tag, lines: readonly string[], size: number): void {
  const height = size * 1.6
  room(pen, height * lines.length)
  const { page, font } = pen
  pen.tree.text(tag, page, () => {
    for (const [index, line] of lines.entries()) {
      pen.y -= height
      // The blank keeps the last word of a line apart from the first of the next for whoever listens.
      page.drawText(index < lines.length - 1 ? `${line} ` : line, { x: PAGE.margin, y: pen.y, size, font })
    }
  })
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

function of(questions: readonly Question[], section: Section): Question[] {
  return questions.filter((question) => question.section === section)
}

function section(pen: Pen, title: string, questions: readonly Question[]): void {
  const [first] = questions
  if (first === undefined) return
  openSection(pen, title, heightOf(first) + LINE)
  for (const question of questions) ask(pen, question)
}

/** A title never stands alone at the foot of a page. */
function openSection(pen: Pen, title: string, follows: number): void {
  room(pen, 2.5 * LINE + follows)
  pen.y -= LINE / 2
  write(pen, 'H2', [title], 12)
}

function heightOf(question: Question): number {
  return question.lines * 14 + 4
}

function ask(pen: Pen, question: Question): void {
  const height = heightOf(question)
  const wide = question.lines > 1
  room(pen, height + LINE)
  pen.y -= LINE
  label(pen, `${question.label}\u00A0:`, PAGE.margin, pen.y + 4)
  if (wide) pen.y -= height
  const field = pen.document.getForm().createTextField(question.name)
  if (wide) field.enableMultiline()
  const x = wide ? PAGE.margin : PAGE.margin + LABEL_WIDTH
  const place = { x, y: pen.y, width: PAGE.width - PAGE.margin - x, height, font: pen.font, borderWidth: 1 }
  field.addToPage(pen.page, place)
  field.setFontSize(SIZE)
  explain(pen, field, question.tooltip)
  pen.y -= 4
}

function label(pen: Pen, text: string, x: number, y: number): void {
  const { page, font } = pen
  pen.tree.text('P', page, () => page.drawText(text, { x, y, size: SIZE, font }))
}

function sectors(pen: Pen, call: Call): void {
  openSection(pen, 'Filière choisie', LINE * call.sectors.length)
  for (const sector of call.sectors) {
    pen.y -= LINE
    label(pen, sector.label, PAGE.margin + 20, pen.y + 2)
    const box = pen.document.getForm().createCheckBox(`filiere_${sector.id}`)
    box.addToPage(pen.page, { x: PAGE.margin, y: pen.y, width: 12, height: 12 })
    explain(pen, box, sector.label)
  }
}

/** What a screen reader says of a field: its alternate name (ISO 32000-1, 12.7.3.1, TU). */
function explain(pen: Pen, field: PDFField, tooltip: string): void {
  const places = field.acroField.getWidgets().map((widget) => widget.dict)
  // Some programs look for it at the field, others at its place on the page.
  for (const dict of [field.acroField.dict, ...places])
    dict.set(PDFName.of('TU'), PDFHexString.fromText(tooltip))
  for (const place of places) pen.tree.field(pen.page, place)
}

function numberPages({ document, tree, font }: Pen): void {
  const pages = document.getPages()
  for (const [index, page] of pages.entries())
    tree.artifact(page, () =>
      page.drawText(`Page ${index + 1} sur ${pages.length}`, { x: PAGE.margin, y: 28, size: 8, font }),
    )
}
