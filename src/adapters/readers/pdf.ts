import './without-canvas.ts'

import { PDFParse } from 'pdf-parse'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FormValue, Reading } from '../../documents/document.ts'
import { type Line, lengthOf, linesOfText } from '../../documents/text/page.ts'
import { PDF_PAGES, TEXT_CHARACTERS } from './limits.ts'
import { type Budget, leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { isProseInColumns, layOut, type Placed } from './pdf-layout.ts'
import { type PdfObjects, pdfObjects } from './pdf-objects.ts'
import { type PdfPicture, wordsAbove } from './pdf-pictures.ts'
import { recogniseScans } from './pdf-scan.ts'
import { type Widget, widgetsOf } from './pdf-widgets.ts'

const PDF = 'application/pdf'
const CMAPS = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname

/**
 * A PDF: the text of each page in reading order with the values of its form fields in their places, and the
 * values by field. Needs no password when only the owner's is set. A scan has pages without words.
 */
export async function readPdf(content: Uint8Array, budget: Budget): Promise<Opened> {
  const objects = await pdfObjects(content)
  const document = await openPdf(content)
  try {
    await refusePureXfa(document)
    const read = await readPages(document, objects)
    const scans = await recogniseScans(content, read, objects.pictures, budget)
    const { recognised } = scans
    const laidOut = read.map((page, index) => recognised.get(index + 1)?.lines ?? page.lines)
    const formValues = read.flatMap((page) => page.formValues)
    const pages = pagesOf(await inColumns(content, laidOut, formValues)).map((page) => {
      const confidence = recognised.get(page.number)?.confidence
      return confidence === undefined ? page : { ...page, recognised: confidence }
    })
    const parts = {
      problem: scans.problem,
      pages,
      formValues: oncePerGroup(formValues),
      pictures: read.flatMap((page) => page.pictures),
      detail: describe(document, read) ?? scans.detail,
    }
    return { ...leaf(PDF, parts), members: objects.embedded }
  } finally {
    await document.destroy()
  }
}

interface PageRead {
  readonly lines: readonly Line[]
  readonly formValues: FormValue[]
  readonly pictures: Reading['pictures']
  readonly isSound: boolean
}

/** All pages to the bounds; a page that cannot be read is empty, and only when none can is the file unreadable. */
async function readPages(document: PDFDocumentProxy, objects: PdfObjects): Promise<PageRead[]> {
  const read: PageRead[] = []
  let characters = 0
  for (let number = 1; number <= Math.min(document.numPages, PDF_PAGES); number += 1) {
    const page = await readPage(document, number, objects)
    characters += lengthOf(page.lines)
    read.push(page)
    if (characters > TEXT_CHARACTERS) break
  }
  if (!read.some((page) => page.isSound)) throw new Unreadable('unreadable', 'none of its pages can be read')
  return read
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

async function readPage(document: PDFDocumentProxy, number: number, objects: PdfObjects): Promise<PageRead> {
  try {
    const page = await document.getPage(number)
    const widgets = await widgetsOf(page, number, objects)
    const placed = [...(await textOf(page)), ...widgets.flatMap(inPlace)]
    page.cleanup()
    const formValues = widgets.flatMap((widget) => widget.formValue ?? [])
    const pictures = objects.pictures.filter((picture) => picture.page === number)
    return {
      lines: layOut(placed),
      formValues,
      pictures: pictures.map((picture) => asRead(picture, placed)),
      isSound: true,
    }
  } catch (error) {
    // A damaged page is that page's loss; pdfjs throws many classes for it.
    if (error instanceof Error) return { lines: [], formValues: [], pictures: [], isSound: false }
    throw error
  }
}

function asRead(picture: PdfPicture, placed: readonly Placed[]): Reading['pictures'][number] {
  const { page, width, height } = picture
  const above = wordsAbove(picture, placed)
  return above === undefined ? { page, width, height } : { page, width, height, above }
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
  laidOut: readonly (readonly Line[])[],
  formValues: readonly FormValue[],
): Promise<readonly (readonly Line[])[]> {
  const filled = new Set(formValues.map((value) => value.page))
  const partial = laidOut.flatMap((lines, index) =>
    !filled.has(index + 1) && isProseInColumns(lines) ? [index + 1] : [],
  )
  if (partial.length === 0) return laidOut
  const parser = new PDFParse({ data: new Uint8Array(content), verbosity: 0 })
  try {
    const { pages } = await parser.getText({ partial, pageJoiner: '', cellSeparator: ' ' })
    const inOrder = new Map(pages.map((page) => [page.num, linesOfText(page.text)]))
    return laidOut.map((lines, index) => inOrder.get(index + 1) ?? lines)
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

/** A pure XFA form has one page that asks for another viewer: what was entered is in a copy of its own. */
async function refusePureXfa(document: PDFDocumentProxy): Promise<void> {
  const { info } = await document.getMetadata()
  const facts = info as Record<string, unknown>
  if (facts.IsXFAPresent === true && facts.IsAcroFormPresent !== true) {
    throw new Unreadable('unsupported', 'a pure XFA form: only Acrobat shows it')
  }
}

function describe(document: PDFDocumentProxy, pages: readonly PageRead[]): string | null {
  const damaged = pages.filter((page) => !page.isSound).length
  if (damaged > 0) return `${damaged} of ${document.numPages} pages are damaged`
  if (document.numPages > PDF_PAGES)
    return `only the first ${PDF_PAGES} of ${document.numPages} pages were read`
  return null
}
