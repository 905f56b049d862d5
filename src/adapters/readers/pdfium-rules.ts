import type { Rule, Rules } from './bitmap.ts'
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
/** A page with more lines than that is a plan or squared paper: none of them parts anything. */
const MOST_RULES = 1_000
/** In points: shorter is no side of a cell, wider is no line, and so far off a line is askew. */
const SHORTEST = 6
const THICKEST = 2
const ASKEW = 0.5

/** A line that is drawn on a page, as it is seen. */
type Stroke = readonly [from: Point, to: Point]

/**
 * The level and upright lines that a page draws, as tables and boxes have them, in points as they are seen.
 */
export function rulesDrawn(pdf: OpenPdf, page: OpenPage): Rules {
  const rules: { rows: Rule[]; uprights: Rule[] } = { rows: [], uprights: [] }
  if (pdf.pdfium.FPDFPage_CountObjects(page.handle) > OBJECTS) return { rows: [], uprights: [] }
  let left = PIECES
  for (const [path, view] of pathsOf(pdf, page)) {
    const strokes = strokesOf(pdf, path, view, left)
    left -= strokes.length
    for (const stroke of strokes) add(rules, stroke)
    if (left <= 0 || rules.rows.length + rules.uprights.length > MOST_RULES) return { rows: [], uprights: [] }
  }
  return rules
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

/** The straight lines of a path that is drawn with a pen, or is itself as thin as a line. */
function strokesOf(pdf: OpenPdf, path: Pointer, view: Matrix, most: number): Stroke[] {
  const { pdfium, memory } = pdf
  const count = Math.min(pdfium.FPDFPath_CountSegments(path), most)
  const strokes: Stroke[] = []
  let start: Point | null = null
  let pen: Point | null = null
  for (let index = 0; index < count; index += 1) {
    const piece = pdfium.FPDFPath_GetPathSegment(path, index)
    const [x = 0, y = 0] =
      memory.floats(2, (into) => pdfium.FPDFPathSegment_GetPoint(piece, into, into + 4)) ?? []
    const point = seen(view, x, y)
    const type = pdfium.FPDFPathSegment_GetType(piece)
    if (type === SEGMENT.move) start = point
    else if (type === SEGMENT.line && pen !== null) strokes.push([pen, point])
    if (pdfium.FPDFPathSegment_GetClose(piece) !== 0 && start !== null) strokes.push([point, start])
    pen = point
  }
  return isPenned(pdf, path) || isThin(strokes) ? strokes : []
}

function isPenned({ pdfium, memory }: OpenPdf, path: Pointer): boolean {
  const isTold = pdfium.FPDFPath_GetDrawMode(path, memory.answer, memory.answer + 4) !== 0
  return isTold && memory.integer(1) !== 0
}

function isThin(strokes: readonly Stroke[]): boolean {
  const points = strokes.flat()
  const extent = (places: readonly number[]): number => Math.max(...places) - Math.min(...places)
  return (
    points.length > 0 &&
    Math.min(extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))) <= THICKEST
  )
}

function add({ rows, uprights }: { rows: Rule[]; uprights: Rule[] }, [from, to]: Stroke): void {
  const [across, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (down <= ASKEW && across >= SHORTEST)
    rows.push({ at: from.y, first: Math.min(from.x, to.x), last: Math.max(from.x, to.x) })
  if (across <= ASKEW && down >= SHORTEST)
    uprights.push({ at: from.x, first: Math.min(from.y, to.y), last: Math.max(from.y, to.y) })
}
