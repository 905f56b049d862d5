import { PDF_PAGES } from './limits.ts'
import { type Budget, leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { inColumns } from './pdf-columns.ts'
import { oncePerGroup } from './pdf-fields.ts'
import type { PdfRead } from './pdf-read.ts'
import { recogniseScans } from './pdf-scan.ts'
import { readByPdfium } from './pdfium-reading.ts'

const PDF = 'application/pdf'

/**
 * A PDF: the text of each page in reading order with the values of its form fields in their places, and the
 * values by field. Needs no password when only the owner's is set. A scan has pages without words.
 */
export async function readPdf(content: Uint8Array, budget: Budget): Promise<Opened> {
  const read = await readByEither(content)
  const scans = await recogniseScans(content, read.pages, budget)
  const { recognised } = scans
  const laidOut = read.pages.map((page, index) => recognised.get(index + 1)?.lines ?? page.lines)
  const formValues = read.pages.flatMap((page) => page.formValues)
  const pages = pagesOf(await inColumns(content, laidOut, formValues)).map((page) => {
    const confidence = recognised.get(page.number)?.confidence
    return confidence === undefined ? page : { ...page, recognised: confidence }
  })
  const parts = {
    problem: scans.problem,
    pages,
    formValues: oncePerGroup(formValues),
    pictures: read.pages.flatMap((page) => page.pictures),
    detail: describe(read) ?? scans.detail,
  }
  return { ...leaf(PDF, parts), members: read.embedded }
}

/**
 * What PDFium refuses or fails at, pdf.js may open; where PDFium guesses letters, pdf.js may know them from
 * what else a font holds. It is loaded for such files alone.
 */
async function readByEither(content: Uint8Array): Promise<PdfRead> {
  const first = await unlessRefused(readByPdfium(content))
  if (first?.pages.some((page) => page.isGuessed) === false) return first
  const { readByPdfJs } = await import('./pdf-second-opinion.ts')
  if (first === null) return readByPdfJs(content)
  const second = await unlessRefused(readByPdfJs(content))
  return second === null ? first : bettered(first, second)
}

/** Null of a file that a library cannot read, or fails at; other words on it stand. */
async function unlessRefused(reading: Promise<PdfRead>): Promise<PdfRead | null> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof Error) || (error instanceof Unreadable && error.problem !== 'unreadable'))
      throw error
    return null
  }
}

/** Pages that are guessed take the lines of the other reading, if it has some. */
function bettered(first: PdfRead, second: PdfRead): PdfRead {
  const pages = first.pages.map((page, index) => {
    const lines = second.pages[index]?.lines ?? []
    return page.isGuessed && lines.length > 0 ? { ...page, lines } : page
  })
  return { ...first, pages }
}

function describe({ pages, pageCount }: PdfRead): string | null {
  const damaged = pages.filter((page) => !page.isSound).length
  if (damaged > 0) return `${damaged} of ${pageCount} pages are damaged`
  return pageCount > PDF_PAGES ? `only the first ${PDF_PAGES} of ${pageCount} pages were read` : null
}
