import type { Pointer } from './pdfium.ts'
import type { OpenPage, OpenPdf } from './pdfium-document.ts'
import { matrixOf } from './pdfium-pictures.ts'
import { after, type Matrix, type Point, seen } from './pdfium-view.ts'

/** Numbers of fpdf_edit.h. */
const OBJECT = { path: 2, form: 5 } as const
const SEGMENT = { line: 0, move: 2 } as const
/**
 * A page of more objects is a plan, and no form; the words and lines of the fullest form are some thousands.
 */
const OBJECTS = 6_000
const PIECES = 5_000

/** A line that is drawn on a page, as it is seen. */
export type Stroke = readonly [from: Point, to: Point]

/** What is drawn in one piece, in points as it is seen: with a pen, or filled. */
export interface Drawing {
  readonly strokes: readonly Stroke[]
  /** Of its lines, and of what bends its curves. */
  readonly points: readonly Point[]
  readonly isPenned: boolean
}

/**
 * What a page draws, and the forms on it, one level down; nothing of a page that draws too much to be a form.
 */
export function drawingsOf(pdf: OpenPdf, page: OpenPage): Drawing[] {
  if (pdf.pdfium.FPDFPage_CountObjects(page.handle) > OBJECTS) return []
  const drawings: Drawing[] = []
  let left = PIECES
  for (const [path, view] of pathsOf(pdf, page)) {
    const drawing = drawingOf(pdf, path, view, left)
    left -= drawing.points.length
    drawings.push(drawing)
    if (left <= 0) return []
  }
  return drawings
}

/** The paths of a page, and those of the forms that it draws, one level down. */
function* pathsOf({ pdfium, memory }: OpenPdf, page: OpenPage): Generator<readonly [Pointer, Matrix]> {
  const count = pdfium.FPDFPage_CountObjects(page.handle)
  let left = OBJECTS
  for (let index = 0; index < count && left > 0; index += 1) {
    left -= 1
    const object = pdfium.FPDFPage_GetObject(page.handle, index)
    const type = pdfium.FPDFPageObj_GetType(object)
    if (type === OBJECT.path) yield [object, after(matrixOf({ pdfium, memory }, object), page.view)]
    if (type !== OBJECT.form) continue
    const view = after(matrixOf({ pdfium, memory }, object), page.view)
    const inner = Math.min(pdfium.FPDFFormObj_CountObjects(object), left)
    left -= inner
    for (let below = 0; below < inner; below += 1) {
      const drawn = pdfium.FPDFFormObj_GetObject(object, below)
      if (pdfium.FPDFPageObj_GetType(drawn) === OBJECT.path)
        yield [drawn, after(matrixOf({ pdfium, memory }, drawn), view)]
    }
  }
}

function drawingOf(pdf: OpenPdf, path: Pointer, view: Matrix, most: number): Drawing {
  const { pdfium, memory } = pdf
  const count = Math.min(pdfium.FPDFPath_CountSegments(path), most)
  const points: Point[] = []
  const strokes: Stroke[] = []
  let start: Point | null = null
  let pen: Point | null = null
  for (let index = 0; index < count; index += 1) {
    const piece = pdfium.FPDFPath_GetPathSegment(path, index)
    const [x = 0, y = 0] =
      memory.floats(2, (into) => pdfium.FPDFPathSegment_GetPoint(piece, into, into + 4)) ?? []
    const point = seen(view, x, y)
    const type = pdfium.FPDFPathSegment_GetType(piece)
    points.push(point)
    if (type === SEGMENT.move) start = point
    else if (type === SEGMENT.line && pen !== null) strokes.push([pen, point])
    if (pdfium.FPDFPathSegment_GetClose(piece) !== 0 && start !== null) strokes.push([point, start])
    pen = point
  }
  return { strokes, points, isPenned: isPenned(pdf, path) }
}

function isPenned({ pdfium, memory }: OpenPdf, path: Pointer): boolean {
  const isTold = pdfium.FPDFPath_GetDrawMode(path, memory.answer, memory.answer + 4) !== 0
  return isTold && memory.integer(1) !== 0
}
