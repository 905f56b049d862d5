import './without-canvas.ts'

import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from './opened.ts'
import { inPlace } from './pdf-fields.ts'
import { widgetsOf } from './pdf-js-widgets.ts'
import { layOut } from './pdf-layout.ts'
import { DAMAGED, type PageRead, type PdfRead, readPages } from './pdf-read.ts'
import { signedFields } from './pdf-signed-fields.ts'
import type { Placed } from './placed.ts'

const CMAPS = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname

/**
 * A PDF as pdf.js reads it: text and fields. For files that PDFium refuses: it can draw no page of them
 * either, so that nothing is recognised in one that has no text.
 */
export async function readByPdfJs(content: Uint8Array): Promise<PdfRead> {
  const document = await openPdf(content)
  try {
    await refusePureXfa(document)
    const signed = await signedFields(content)
    const pages = await readPages(document.numPages, (number) => readPage(document, number, signed))
    if (!pages.some((page) => page.isSound))
      throw new Unreadable('unreadable', 'none of its pages can be read')
    return { pages, pageCount: document.numPages, embedded: [] }
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
  signed: ReadonlyMap<string, boolean>,
): Promise<PageRead> {
  try {
    const page = await document.getPage(number)
    const widgets = await widgetsOf(page, number, signed)
    const lines = layOut([...(await textOf(page)), ...widgets.flatMap(inPlace)])
    page.cleanup()
    const formValues = widgets.flatMap((widget) => widget.formValue ?? [])
    return { lines, formValues, pictures: [], isSound: true, isGuessed: false }
  } catch (error) {
    // A damaged page is that page's loss; pdfjs throws many classes for it.
    if (error instanceof Error) return DAMAGED
    throw error
  }
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

/** A pure XFA form has one page that asks for another viewer: what was entered is in a copy of its own. */
async function refusePureXfa(document: PDFDocumentProxy): Promise<void> {
  const { info } = await document.getMetadata()
  const facts = info as Record<string, unknown>
  if (facts.IsXFAPresent === true && facts.IsAcroFormPresent !== true) {
    throw new Unreadable('unsupported', 'a pure XFA form: only Acrobat shows it')
  }
}
