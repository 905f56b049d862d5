import { createHash } from 'node:crypto'
import type { Fingerprint } from '../../base/ids.ts'
import type { Passage } from '../../documents/text/passage.ts'
import { identify } from './identify.ts'
import { DRAWN_SIDE, EXPANDED_BYTES, MEMBERS, NESTING, PICTURE_PIXELS } from './limits.ts'
import { type Coloured, marked } from './marking.ts'
import type { Budget, Member } from './opened.ts'
import { withPdfium } from './pdfium.ts'
import { OpenPdf } from './pdfium-document.ts'
import { boxesOf } from './pdfium-passage.ts'
import type { Box } from './pdfium-view.ts'
import { pixels } from './pixels.ts'
import { CONTAINERS, READERS } from './table.ts'

const WEBP = { quality: 80, effort: 2 } as const

/** A page of the document of this fingerprint, and what is marked on it. */
export interface Wanted {
  readonly sha256: Fingerprint
  readonly page: number
  readonly passage: Passage | null
}

/** A page as a picture; `markedAt` is where its first mark begins, as a share of the height. */
export interface Drawn {
  readonly content: Uint8Array
  readonly markedAt?: number
}

/**
 * Draws one page of a file, or of a file in it: null when it is not there, or of a type that is not drawn.
 * What is to be marked is, where the page has it as text.
 */
export async function drawPage(
  file: Member,
  { sha256, page, passage }: Wanted,
  stillWorking: Budget['stillWorking'],
): Promise<Drawn | null> {
  const budget = { members: MEMBERS, bytes: EXPANDED_BYTES, stillWorking, recognise: false }
  const content = await found(file, sha256, 0, budget)
  if (content === null) return null
  await stillWorking()
  const type = await identify(content)
  if (type === 'application/pdf') return drawPdf(content, page, passage)
  const picture = await pictureOf(content, type, page)
  return picture === null ? null : { content: picture }
}

async function pictureOf(content: Uint8Array, type: string, page: number): Promise<Uint8Array | null> {
  if (/^image\/hei[cf]/.test(type)) return page === 1 ? drawHeic(content) : null
  return /^image\/(jpeg|png|tiff|webp|gif)$/.test(type) ? drawPicture(content, page) : null
}

/** Whether a file is the one of this fingerprint, or holds it. */
export async function holds(
  file: Member,
  sha256: Fingerprint,
  stillWorking: Budget['stillWorking'],
): Promise<boolean> {
  const budget = { members: MEMBERS, bytes: EXPANDED_BYTES, stillWorking, recognise: false }
  return (await found(file, sha256, 0, budget)) !== null
}

/** Only containers are opened on the way. */
async function found(
  { content }: Member,
  sha256: Fingerprint,
  depth: number,
  budget: Budget,
): Promise<Uint8Array | null> {
  if (createHash('sha256').update(content).digest('hex') === sha256) return content
  const type = await identify(content)
  const open = CONTAINERS.has(type) && depth < NESTING ? READERS.get(type) : undefined
  const members = open === undefined ? [] : (await open(content, budget)).members
  for (const member of members) {
    budget.members -= 1
    if (budget.members <= 0) return null
    const inner = await found(member, sha256, depth + 1, budget)
    if (inner !== null) return inner
  }
  return null
}

async function drawPdf(content: Uint8Array, number: number, passage: Passage | null): Promise<Drawn | null> {
  return withPdfium(async (pdfium) => {
    const pdf = await OpenPdf.open(pdfium, content)
    const image = number > pdf.pageCount ? null : await drawn(pdf, number, passage)
    pdf.close()
    return image
  })
}

async function drawn(pdf: OpenPdf, number: number, passage: Passage | null): Promise<Drawn> {
  const boxes = passage === null ? [] : (pdf.onPage(number, (page) => boxesOf(pdf, page, passage)) ?? [])
  const page = pdf.drawn.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = DRAWN_SIDE / Math.max(originalWidth, originalHeight, 1)
  const render = (bitmap: Coloured) =>
    toWebp(
      marked(
        bitmap,
        boxes.map((box) => times(box, scale)),
      ),
    )
  const image = await page.render({ scale, render, renderFormFields: true })
  const top = Math.min(...boxes.map((box) => box.top)) / Math.max(originalHeight, 1)
  const at = boxes.length === 0 ? {} : { markedAt: Math.min(1, Math.max(0, top)) }
  return { content: image.data, ...at }
}

function times({ left, top, right, bottom }: Box, scale: number): Box {
  return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale }
}

async function toWebp(bitmap: Coloured): Promise<Uint8Array> {
  const sharp = await pixels()
  const raw = { width: bitmap.width, height: bitmap.height, channels: 4 as const }
  return sharp(bitmap.data, { raw, limitInputPixels: PICTURE_PIXELS }).webp(WEBP).toBuffer()
}

/** Drawn again from its pixels: what else a file of pictures may carry stays behind. */
async function drawPicture(content: Uint8Array, page: number): Promise<Uint8Array | null> {
  const sharp = await pixels()
  const options = { limitInputPixels: PICTURE_PIXELS, failOn: 'error' as const }
  const { pages = 1 } = await sharp(content, options).metadata()
  if (page > pages) return null
  return sharp(content, { ...options, page: page - 1 })
    .rotate()
    .flatten({ background: 'white' })
    .resize({ width: DRAWN_SIDE, height: DRAWN_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp(WEBP)
    .toBuffer()
}

async function drawHeic(content: Uint8Array): Promise<Uint8Array | null> {
  const sharp = await pixels()
  const { width = 0, height = 0 } = await sharp(content, { limitInputPixels: PICTURE_PIXELS }).metadata()
  if (width * height > PICTURE_PIXELS) return null
  const { default: decode } = await import('heic-decode')
  const image = await decode({ buffer: content })
  const raw = { width: image.width, height: image.height, channels: 4 as const }
  const png = await sharp(image.data, { raw }).png({ compressionLevel: 1 }).toBuffer()
  return drawPicture(png, 1)
}
