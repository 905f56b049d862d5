import { withDrawnBoxes } from './drawn-boxes.ts'
import { TEXT_CHARACTERS } from './limits.ts'
import { Unreadable } from './opened.ts'
import { inPlace } from './pdf-fields.ts'
import { layOut } from './pdf-layout.ts'
import { DAMAGED, type PageRead, type PdfRead, readPages } from './pdf-read.ts'
import { withPdfium } from './pdfium.ts'
import { embeddedIn } from './pdfium-attachments.ts'
import { OpenPdf } from './pdfium-document.ts'
import { drawingsOf } from './pdfium-paths.ts'
import { PICTURE_PAGES, pictured, picturesOf } from './pdfium-pictures.ts'
import { rulesAmong } from './pdfium-rules.ts'
import { textOf } from './pdfium-text.ts'
import { type Fields, widgetsOf } from './pdfium-widgets.ts'
import { IN_POINTS, inRuledCells } from './ruled-cells.ts'

/** A PDF as PDFium reads it. Throws Unreadable for a file that it refuses. */
export function readByPdfium(content: Uint8Array): Promise<PdfRead> {
  return withPdfium(async (pdfium) => {
    const pdf = await OpenPdf.open(pdfium, content)
    // What is thrown on the way but our own word leaves a PDFium that is not asked to tidy up.
    const fields = { signed: await signedIn(pdf, content), radios: new Map<string, string>() }
    const pages = await readPages(pdf.pageCount, (number) => readPage(pdf, number, fields))
    const read = { pages, pageCount: pdf.pageCount, embedded: embeddedIn(pdf) }
    const hasXfa = pdf.pdfium.FPDF_GetXFAPacketCount(pdf.handle) > 0
    pdf.close()
    refuse(read, hasXfa)
    return read
  })
}

/** A page that cannot be opened is empty. */
function readPage(pdf: OpenPdf, number: number, fields: Fields): PageRead {
  const read = pdf.onPage(number, (page) => {
    const widgets = widgetsOf(pdf, page, fields)
    const controls = widgets.flatMap(inPlace)
    // A control stands on its label's line, wherever its box is; forms are no longer than what pictures are
    // looked for in.
    const drawings = controls.length > 0 || number > PICTURE_PAGES ? [] : drawingsOf(pdf, page)
    const rules = rulesAmong(drawings)
    const text = textOf(pdf, page, TEXT_CHARACTERS, rules.uprights)
    const placed = [...withDrawnBoxes(text.placed, drawings), ...controls]
    const pictures = number > PICTURE_PAGES ? [] : picturesOf(pdf, page)
    return {
      lines: layOut(inRuledCells(placed, rules, IN_POINTS)),
      formValues: widgets.flatMap((widget) => widget.formValue ?? []),
      pictures: pictures.map((picture) => pictured(number, picture, placed)),
      isSound: true,
      isGuessed: text.isGuessed,
    }
  })
  return read ?? DAMAGED
}

/** Only a signature that is there is worth another library. */
async function signedIn(pdf: OpenPdf, content: Uint8Array): Promise<ReadonlyMap<string, boolean>> {
  if (!pdf.isSigned) return new Map()
  const { signedFields } = await import('./pdf-signed-fields.ts')
  return signedFields(content)
}

/** A pure XFA form has one page that asks for another viewer: what was entered is in a copy of its own. */
function refuse({ pages }: PdfRead, hasXfa: boolean): void {
  if (!pages.some((page) => page.isSound)) throw new Unreadable('unreadable', 'none of its pages can be read')
  const hasFields = pages.some((page) => page.formValues.some((value) => value.type !== 'signature'))
  if (hasXfa && !hasFields) throw new Unreadable('unsupported', 'a pure XFA form: only Acrobat shows it')
}
