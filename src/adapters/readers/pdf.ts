import { PDFParse } from 'pdf-parse'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FormValue } from '../../documents/document.ts'
import { PDF_PAGES, TEXT_CHARACTERS } from './limits.ts'
import { leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { isProseInColumns, layOut, type Placed } from './pdf-layout.ts'
import { type PdfObjects, pdfObjects } from './pdf-objects.ts'
import { type Widget, widgetsOf } from './pdf-widgets.ts'

const PDF = 'application/pdf'
const CMAPS = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname

/**
 * A PDF: the text of each page in reading order with the values of its form fields in their places, and the
 * values by field. Needs no password when only the owner's is set. A scan has pages without words.
 */
export async function readPdf(content: Uint8Array): Promise<Opened> {
  const objects = await pdfObjects(content)
  const document = await openPdf(content)
  try {
    const texts: string[] = []
    const formValues: FormValue[] = []
    let characters = 0
    for (let number = 1; number <= Math.min(document.numPages, PDF_PAGES); number += 1) {
      const page = await readPage(document, number, objects)
      characters += page.text.length
      if (characters > TEXT_CHARACTERS)
        throw new Unreadable('too_large', 'more text than a person would read')
      texts.push(page.text)
      formValues.push(...page.formValues)
    }
    const detail = await describe(document, texts)
    const pages = pagesOf(await inColumns(content, texts, formValues))
    return leaf(PDF, { pages, formValues: oncePerGroup(formValues), pictures: objects.pictures, detail })
  } finally {
    await document.destroy()
  }
}

async function openPdf(content: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // pdfjs takes the bytes it is given for its own.
    return await getDocument({
      data: new Uint8Array(content),
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: CMAPS,
      cMapPacked: true,
    }).promise
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    if (name === 'PasswordException') throw new Unreadable('encrypted', 'opens only with a password')
    throw new Unreadable('unreadable', `not a sound PDF (${name})`)
  }
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  objects: PdfObjects,
): Promise<{ text: string; formValues: FormValue[] }> {
  const page = await document.getPage(number)
  const widgets = await widgetsOf(page, number, objects)
  const placed = [...(await textOf(page)), ...widgets.flatMap(inPlace)]
  page.cleanup()
  return { text: layOut(placed), formValues: widgets.flatMap((widget) => widget.formValue ?? []) }
}

async function textOf(page: PDFPageProxy): Promise<Placed[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 1, b = 0, , , e = 0, f = 0] = item.transform as number[]
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as number[]
    const height = item.height || Math.hypot(a, b) || 10
    return [{ text: item.str, x, y, width: item.width, height }]
  })
}

function inPlace(widget: Widget): Placed[] {
  if (widget.shown === '') return []
  const { x, y, width, height } = widget
  // A tall box is filled from its top; in a flat one the baseline stands a little under the middle.
  const baseline = height > 30 ? y + 11 : y + height / 2 + 3.5
  return [{ text: widget.shown, x, y: baseline, width, height: 10, cell: !widget.box }]
}

/** pdf-parse gives text in the order of the file, which follows columns of prose where lines would cross them. */
async function inColumns(
  content: Uint8Array,
  texts: readonly string[],
  formValues: readonly FormValue[],
): Promise<readonly string[]> {
  const filled = new Set(formValues.map((value) => value.page))
  const partial = texts.flatMap((text, index) =>
    !filled.has(index + 1) && isProseInColumns(text) ? [index + 1] : [],
  )
  if (partial.length === 0) return texts
  const parser = new PDFParse({ data: new Uint8Array(content), verbosity: 0 })
  try {
    const { pages } = await parser.getText({ partial, pageJoiner: '', cellSeparator: ' ' })
    const inOrder = new Map(pages.map((page) => [page.num, page.text]))
    return texts.map((text, index) => inOrder.get(index + 1) ?? text)
  } finally {
    await parser.destroy()
  }
}

/** A radio group has a widget per option and one value. */
function oncePerGroup(formValues: readonly FormValue[]): FormValue[] {
  const seen = new Set<string>()
  return formValues.filter((value) => {
    const again = value.type === 'radio' && seen.has(value.name)
    seen.add(value.name)
    return !again
  })
}

/** XFA keeps its own copy of a form, which some viewers show instead of the pages. */
async function describe(document: PDFDocumentProxy, texts: readonly string[]): Promise<string | null> {
  const { info } = await document.getMetadata()
  const facts = info as Record<string, unknown>
  if (facts.IsXFAPresent === true && facts.IsAcroFormPresent !== true) {
    throw new Unreadable('unsupported', 'a pure XFA form: only Acrobat shows it')
  }
  if (document.numPages > PDF_PAGES)
    return `only the first ${PDF_PAGES} of ${document.numPages} pages were read`
  if (texts.every((text) => text.trim() === '')) return 'no text: a scan or a drawing'
  return null
}
