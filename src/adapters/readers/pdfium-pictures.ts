import type { Reading } from '../../documents/document.ts'
import type { Pointer } from './pdfium.ts'
import type { OpenPage, OpenPdf } from './pdfium-document.ts'
import { after, type Box, type Matrix, seenBox } from './pdfium-view.ts'
import type { Placed } from './placed.ts'

/** A picture of a page: its size in pixels, and where it is drawn. */
export interface PdfPicture {
  readonly width: number
  readonly height: number
  readonly box: Box
}

/** Numbers of fpdf_edit.h. */
const OBJECT = { image: 3, form: 5 } as const
/** Pages whose pictures are listed: signatures stand in a form or letter, not on page 60 of a brochure. */
export const PICTURE_PAGES = 50
/** A page with more pictures than that is an illustration: one of them says that there are some. */
const CROWD = 100
/** Objects of a page that are looked at: a plan has a million lines. */
const OBJECTS = 50_000

/** The pictures of a page, and those of the forms that it draws, one level down. */
export function picturesOf(pdf: OpenPdf, page: OpenPage): PdfPicture[] {
  const { pdfium } = pdf
  const pictures: PdfPicture[] = []
  const count = Math.min(pdfium.FPDFPage_CountObjects(page.handle), OBJECTS)
  let left = OBJECTS
  for (let index = 0; index < count && left > 0 && pictures.length <= CROWD; index += 1) {
    left -= 1
    const object = pdfium.FPDFPage_GetObject(page.handle, index)
    const type = pdfium.FPDFPageObj_GetType(object)
    if (type === OBJECT.image) pictures.push(pictureIn(pdf, object, page.view))
    if (type !== OBJECT.form) continue
    const view = after(matrixOf(pdf, object), page.view)
    const inner = Math.min(pdfium.FPDFFormObj_CountObjects(object), left)
    left -= inner
    for (let below = 0; below < inner && pictures.length <= CROWD; below += 1) {
      const drawn = pdfium.FPDFFormObj_GetObject(object, below)
      if (pdfium.FPDFPageObj_GetType(drawn) === OBJECT.image) pictures.push(pictureIn(pdf, drawn, view))
    }
  }
  return pictures.length > CROWD ? pictures.slice(0, 1) : pictures
}

/** How an object's own coordinates become those of what draws it. */
export function matrixOf({ pdfium, memory }: Pick<OpenPdf, 'pdfium' | 'memory'>, object: Pointer): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    memory.floats(6, (into) => pdfium.FPDFPageObj_GetMatrix(object, into)) ?? []
  return [a, b, c, d, e, f]
}

function pictureIn({ pdfium, memory }: OpenPdf, object: Pointer, view: Matrix): PdfPicture {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    memory.floats(4, (into) => pdfium.FPDFPageObj_GetBounds(object, into, into + 4, into + 8, into + 12)) ??
    []
  const isSized = pdfium.FPDFImageObj_GetImagePixelSize(object, memory.answer, memory.answer + 4) !== 0
  const [width, height] = isSized ? [memory.integer(0), memory.integer(1)] : [0, 0]
  return { width, height, box: seenBox(view, left, bottom, right, top) }
}

/** How far above a signature the words that ask for it may stand; and beside it. */
const ABOVE_POINTS = 90
const BESIDE_POINTS = 200
/** A taller picture is a page or an illustration. */
const TALLEST_POINTS = 300

/** A picture as it is told of, with the words that stand just above or beside it; none of a whole page. */
export function pictured(
  page: number,
  { width, height, box }: PdfPicture,
  placed: readonly Placed[],
): Reading['pictures'][number] {
  if (box.bottom - box.top > TALLEST_POINTS) return { page, width, height }
  const near = placed.filter(
    (item) =>
      item.y > box.top - ABOVE_POINTS &&
      item.y < box.bottom + 15 &&
      item.x < box.right + BESIDE_POINTS &&
      item.x + item.width > box.left - BESIDE_POINTS,
  )
  const words = near.sort((one, other) => one.y - other.y || one.x - other.x).map((item) => item.text)
  return words.length === 0
    ? { page, width, height }
    : { page, width, height, above: words.join(' ').slice(0, 300) }
}
