import type { Sharp } from 'sharp'
import { languageOf } from '../../documents/text/language.ts'
import { lineText } from '../../documents/text/page.ts'
import { PICTURE_PIXELS, RECOGNISED_DENSITY, RECOGNISED_SIDE, SMALLEST_PAGE_SIDE } from './limits.ts'
import { type Budget, leaf, type Opened, pagesOf } from './opened.ts'
import { pixels } from './pixels.ts'
import { type Recognised, recognise } from './recognition.ts'
import { type Straightened, straighten } from './straighten.ts'

/** Below this mean confidence a page may lie on its side: then the other ways up are tried. */
const UPRIGHT = 0.6
/** Pages of a fax or scan in one TIFF that are read. */
const FRAMES = 20
/** A picture is made larger by no more than that: beyond it there is nothing to see. */
const ENLARGED = 2

/** Of a picture whose recognition was ended before. */
export const UNRECOGNISED = { problem: 'unfinished', detail: 'recognising its text was ended' } as const

/** A photograph or scan: its text as far as it can be recognised; every frame of a TIFF is a page. */
export async function readPicture(content: Uint8Array, mediaType: string, budget: Budget): Promise<Opened> {
  const sharp = await pixels()
  const options = { limitInputPixels: PICTURE_PIXELS, failOn: 'error' as const }
  const { width = 0, height = 0, pages = 1 } = await sharp(content, options).metadata()
  // A logo or an icon holds no page.
  if (Math.min(width, height) < SMALLEST_PAGE_SIDE) return leaf(mediaType, { pages: pagesOf([]) })
  if (!budget.recognise) return leaf(mediaType, UNRECOGNISED)
  const frames = mediaType === 'image/gif' ? 1 : Math.min(pages, FRAMES)
  const read: Recognised[] = []
  for (let page = 0; page < frames; page += 1) {
    await budget.stillWorking()
    const side = Math.min(RECOGNISED_SIDE, ENLARGED * Math.max(width, height))
    read.push(await upright(sharp(content, { ...options, page }).rotate(), side, budget))
  }
  const texts = pagesOf(read.map((one) => one.lines))
  const seen = texts.map((page, index) => ({ ...page, recognised: read[index]?.confidence ?? 0 }))
  return leaf(mediaType, { pages: seen, detail: describe(read) })
}

/**
 * The text of a picture, turned until its words make sense. All pages are brought to the density of a drawn
 * one: rules and dots are told from letters by their size, and small letters are read better.
 */
async function upright(picture: Sharp, side: number, budget: Budget): Promise<Recognised> {
  const png = await picture
    .greyscale()
    .resize({ width: side, height: side, fit: 'inside' })
    .withMetadata({ density: RECOGNISED_DENSITY })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return turned(png, budget)
}

/** Tries a page of pixels upright, then on its other sides, and keeps what reads best. */
export async function turned(png: Uint8Array, budget: Budget): Promise<Recognised> {
  const sharp = await pixels()
  let page = await straighten(png)
  let best = await recognise(page)
  for (const angle of [270, 90, 180]) {
    if (best.confidence >= UPRIGHT) break
    await budget.stillWorking()
    const side = await straighten(await sharp(png).rotate(angle).png({ compressionLevel: 1 }).toBuffer())
    const other = await recognise(side)
    if (other.confidence <= best.confidence) continue
    best = other
    page = side
  }
  return best.confidence < UPRIGHT ? { ...best, lines: [] } : inItsLanguage(best, page, budget)
}

/**
 * A page in another language of the calls is recognised again as such: French knows no « ß ». What reads
 * better stays.
 */
async function inItsLanguage(read: Recognised, page: Straightened, budget: Budget): Promise<Recognised> {
  const language = languageOf(read.lines.map(lineText).join(' '))
  const data = language === null ? undefined : budget.languages?.get(language)
  if (data === undefined) return read
  await budget.stillWorking()
  const other = await recognise(page, data)
  return other.confidence > read.confidence ? other : read
}

/** In English, for the IT staff: how the text came to be. */
export function describe(read: readonly Recognised[]): string {
  const seen = read.filter((one) => one.lines.length > 0)
  if (seen.length === 0) return 'a picture in which no text was recognised'
  const mean = seen.reduce((sum, one) => sum + one.confidence, 0) / seen.length
  return `text recognised from a picture, confidence ${Math.round(mean * 100)} %`
}
