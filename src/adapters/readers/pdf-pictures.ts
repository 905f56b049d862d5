import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { Placed } from './pdf-layout.ts'

/** Where something stands on a page: points from the top left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A picture of a page: its size in pixels, and where it is drawn when that can be told. */
export interface PdfPicture {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly box: Box | null
}

/** Pages whose pictures are listed: signatures stand in a form or letter, not on page 60 of a brochure. */
const PICTURE_PAGES = 50
/** A page with more pictures than that is an illustration. */
const CROWD = 40
/** Drawing instructions read of a page to find where its pictures stand. */
const DRAWING_BYTES = 2_000_000

export function picturesOf(document: PDFDocument): PdfPicture[] {
  return document
    .getPages()
    .slice(0, PICTURE_PAGES)
    .flatMap((page, index) => {
      const images = [...imagesIn(page.node.Resources(), 1)]
      if (images.length === 0) return []
      const boxes = images.length > CROWD ? new Map<string, Box>() : boxesOn(page)
      return images.map(([name, size]) => ({ page: index + 1, ...size, box: boxes.get(name) ?? null }))
    })
}

interface Size {
  readonly width: number
  readonly height: number
}

/** By resource name, the images of a page, and the forms that draw one, one level down. */
function imagesIn(resources: PDFDict | undefined, depth: number): Map<string, Size> {
  const images = new Map<string, Size>()
  const objects = resources?.lookup(PDFName.of('XObject'))
  if (!(objects instanceof PDFDict)) return images
  for (const key of objects.keys()) {
    const object = objects.lookup(key)
    if (!(object instanceof PDFStream)) continue
    const inner = object.dict.lookup(PDFName.of('Resources'))
    const isImage = object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')
    const nested =
      depth > 0 && inner instanceof PDFDict ? [...imagesIn(inner, depth - 1).values()][0] : undefined
    const size = isImage ? sizeOf(object) : nested
    if (size !== undefined) images.set(key.decodeText(), size)
  }
  return images
}

function sizeOf(image: PDFStream): Size {
  const side = (name: string): number => Number(String(image.dict.lookup(PDFName.of(name)) ?? 0)) || 0
  return { width: side('Width'), height: side('Height') }
}

type Matrix = readonly [number, number, number, number, number, number]

const DRAWING =
  /(?:(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+cm\b)|\/([^\s/[\]<>(){}%]+)\s+Do\b|(?<![\w/])([qQ])(?!\w)/g

/** Follows the drawing matrix through a page's instructions to where each named picture is drawn. */
function boxesOn(page: PDFPage): Map<string, Box> {
  const boxes = new Map<string, Box>()
  const height = page.getHeight()
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const match of drawingOf(page).matchAll(DRAWING)) {
    const [, a, b, c, d, e, f, name, brace] = match
    if (name !== undefined) boxes.set(name, boxOf(matrix, height))
    else if (brace === 'q') stack.push(matrix)
    else if (brace === 'Q') matrix = stack.pop() ?? [1, 0, 0, 1, 0, 0]
    else matrix = multiply([Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)], matrix)
  }
  return boxes
}

function drawingOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  let text = ''
  for (const stream of streams) {
    if (text.length > DRAWING_BYTES) break
    if (stream instanceof PDFRawStream)
      text += `${Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')}\n`
    else if (stream instanceof PDFStream) text += `${stream.getContentsString()}\n`
  }
  return text.slice(0, DRAWING_BYTES)
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ]
}

/** An image fills the unit square of the matrix (ISO 32000, 8.9.5); a form says its own size, and starts there. */
function boxOf(matrix: Matrix, pageHeight: number): Box {
  const [a, b, c, d, e, f] = matrix
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: pageHeight - Math.max(...ys),
    bottom: pageHeight - Math.min(...ys),
  }
}

/** How far above a signature the words that ask for it may stand; and beside it. */
const ABOVE_POINTS = 90
const BESIDE_POINTS = 200
/** A taller picture is a page or an illustration. */
const TALLEST_POINTS = 300

/** The words that stand just above or beside a picture; none when its place is unknown, or it is a whole page. */
export function wordsAbove(picture: PdfPicture, placed: readonly Placed[]): string | undefined {
  const { box } = picture
  if (box === null || box.bottom - box.top > TALLEST_POINTS) return undefined
  const near = placed.filter(
    (item) =>
      item.y > box.top - ABOVE_POINTS &&
      item.y < box.bottom + 15 &&
      item.x < box.right + BESIDE_POINTS &&
      item.x + item.width > box.left - BESIDE_POINTS,
  )
  const words = [...near].sort((one, other) => one.y - other.y || one.x - other.x).map((item) => item.text)
  return words.length === 0 ? undefined : words.join(' ').slice(0, 300)
}
