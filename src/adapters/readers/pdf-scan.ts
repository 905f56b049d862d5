import type { DocumentProblem } from '../../documents/document.ts'
import { lineText } from '../../documents/text/page.ts'
import { PICTURE_PIXELS, RECOGNISED_DENSITY, RECOGNISED_PAGES, RECOGNISED_SIDE } from './limits.ts'
import type { Budget } from './opened.ts'
import type { PageRead } from './pdf-read.ts'
import { withPdfium } from './pdfium.ts'
import { OpenPdf } from './pdfium-document.ts'
import { pixels } from './pixels.ts'
import type { Recognised } from './recognition.ts'

const POINTS_PER_INCH = 72
const DOTS_PER_INCH = 200

/** Fewer words than that on a page with a picture are a stamp or a page number: the page is a scan. */
const WORDS_OF_A_SCAN = 5

/**
 * What was recognised of the scanned pages of a PDF. A problem, when nothing but scans is there and they
 * could not be.
 */
export interface Scans {
  readonly recognised: ReadonlyMap<number, Recognised>
  readonly problem: DocumentProblem | null
  readonly detail: string | null
}

/** Recognises pages that are pictures: hardly a word of text, no form field, at least one image. */
export async function recogniseScans(
  content: Uint8Array,
  pages: readonly PageRead[],
  budget: Budget,
): Promise<Scans> {
  const scans = pages.flatMap((page, index) =>
    page.pictures.length > 0 && isSilent(page) ? [index + 1] : [],
  )
  if (scans.length === 0) return { recognised: new Map(), problem: null, detail: null }
  const recognised = await recognisedOf(content, scans, budget)
  if (recognised.size === 0) {
    // What other pages say as text is worth having without the pictures.
    const [failing, how] = budget.recognise
      ? (['unreadable', 'failed'] as const)
      : (['unfinished', 'was ended'] as const)
    const problem = pages.every(isSilent) ? failing : null
    return { recognised, problem, detail: `recognising its ${scans.length} scanned pages ${how}` }
  }
  const { describe } = await import('./picture.ts')
  const detail =
    recognised.size < scans.length
      ? `only ${recognised.size} of ${scans.length} scanned pages were recognised`
      : describe([...recognised.values()])
  return { recognised, problem: null, detail }
}

function isSilent(page: PageRead): boolean {
  if (page.formValues.length > 0) return false
  let words = 0
  for (const line of page.lines) {
    words += lineText(line).match(/\p{L}{2,}/gu)?.length ?? 0
    if (words >= WORDS_OF_A_SCAN) return false
  }
  return true
}

/** None when an earlier attempt at it ended the process, or the pages cannot be drawn. */
async function recognisedOf(
  content: Uint8Array,
  scans: readonly number[],
  budget: Budget,
): Promise<ReadonlyMap<number, Recognised>> {
  if (!budget.recognise) return new Map()
  try {
    return await recognisePages(content, scans, budget)
  } catch (error) {
    if (error instanceof Error) return new Map()
    throw error
  }
}

/** Draws the given pages (numbered from 1) of a PDF and recognises their text, by page number. */
async function recognisePages(
  content: Uint8Array,
  numbers: readonly number[],
  budget: Budget,
): Promise<ReadonlyMap<number, Recognised>> {
  const { turned } = await import('./picture.ts')
  return withPdfium(async (pdfium) => {
    const read = new Map<number, Recognised>()
    const pdf = await OpenPdf.open(pdfium, content)
    for (const number of numbers.slice(0, RECOGNISED_PAGES)) {
      await budget.stillWorking()
      const page = pdf.drawn.getPage(number - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = scaleFor(originalWidth, originalHeight)
      const image = await page.render({ scale, render: toPng, colorSpace: 'Gray', renderFormFields: true })
      read.set(number, await turned(image.data, budget))
    }
    pdf.close()
    return read
  })
}

/** 200 dots per inch, less for posters: a page may claim to be three kilometres wide. */
function scaleFor(width: number, height: number): number {
  const longest = Math.max(width, height, 1)
  return Math.min(DOTS_PER_INCH / POINTS_PER_INCH, RECOGNISED_SIDE / longest)
}

async function toPng(bitmap: { data: Uint8Array; width: number; height: number }): Promise<Uint8Array> {
  const sharp = await pixels()
  const raw = { width: bitmap.width, height: bitmap.height, channels: 1 as const }
  return sharp(bitmap.data, { raw, limitInputPixels: PICTURE_PIXELS })
    .withMetadata({ density: RECOGNISED_DENSITY })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
