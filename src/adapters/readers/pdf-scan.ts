import { PICTURE_PIXELS, RECOGNISED_DENSITY, RECOGNISED_PAGES, RECOGNISED_SIDE } from './limits.ts'
import type { Budget } from './opened.ts'
import { turned } from './picture.ts'
import { pixels } from './pixels.ts'
import type { Recognised } from './recognition.ts'

const POINTS_PER_INCH = 72
const DOTS_PER_INCH = 200

/** Draws the given pages (numbered from 1) of a PDF and recognises their text, by page number. */
export async function recognisePages(
  content: Uint8Array,
  numbers: readonly number[],
  budget: Budget,
): Promise<ReadonlyMap<number, Recognised>> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  const read = new Map<number, Recognised>()
  const document = await library.loadDocument(new Uint8Array(content))
  try {
    document.initializeFormFields()
    for (const number of numbers.slice(0, RECOGNISED_PAGES)) {
      await budget.stillWorking()
      const page = document.getPage(number - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = scaleFor(originalWidth, originalHeight)
      const image = await page.render({ scale, render: toPng, colorSpace: 'Gray', renderFormFields: true })
      read.set(number, await turned(image.data, budget))
    }
  } finally {
    document.destroy()
    library.destroy()
  }
  return read
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
