import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { What, Widget } from './pdf-fields.ts'
import { checkbox, drawnSignature, entered, fieldNamed, radio, remark, signature } from './pdf-fields.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
/** The parts of pdfjs' annotation data that are used; it has no type of its own. */
const Annotation = z.object({
  subtype: z.string().optional(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  fieldType: z.string().nullish(),
  fieldName: z.string().nullish(),
  alternativeText: z.string().nullish(),
  fieldValue: z.union([Scalar, z.array(Scalar)]).nullish(),
  checkBox: z.boolean().nullish(),
  radioButton: z.boolean().nullish(),
  pushButton: z.boolean().nullish(),
  exportValue: z.string().nullish(),
  buttonValue: z.string().nullish(),
  options: z.array(z.object({ exportValue: z.unknown(), displayValue: z.unknown() })).nullish(),
  contentsObj: z.object({ str: z.string() }).nullish(),
})
type Annotation = z.infer<typeof Annotation>

/**
 * The filled and empty form fields of a page, and the text boxes that a viewer's « add text » leaves on it.
 */
export async function widgetsOf(
  page: PDFPageProxy,
  number: number,
  signed: ReadonlyMap<string, boolean>,
): Promise<Widget[]> {
  const viewport = page.getViewport({ scale: 1 })
  const raw: unknown[] = await page.getAnnotations({ intent: 'display' })
  return raw.flatMap((candidate) => {
    const parsed = Annotation.safeParse(candidate)
    if (!parsed.success) return []
    const what = whatIs(parsed.data, number, signed)
    if (what === null) return []
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(parsed.data.rect) as number[]
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)]
    return [{ ...what, box: { left, right, top: Math.min(y1, y2), bottom: Math.max(y1, y2) } }]
  })
}

function whatIs(annotation: Annotation, page: number, signed: ReadonlyMap<string, boolean>): What | null {
  if (annotation.subtype === 'FreeText') return remark(annotation.contentsObj?.str ?? '')
  if (annotation.subtype === 'Stamp' || annotation.subtype === 'Ink') return drawnSignature(page)
  if (annotation.subtype !== 'Widget' || annotation.pushButton === true) return null
  const name = annotation.fieldName ?? ''
  const field = fieldNamed(name, annotation.alternativeText ?? '', page)
  if (annotation.radioButton === true)
    // pdfjs 5 gives an index where the option is named elsewhere.
    return radio(field, isState(annotation, annotation.buttonValue), stateOf(annotation) ?? '')
  if (annotation.checkBox === true) return checkbox(field, isState(annotation, annotation.exportValue))
  if (annotation.fieldType === 'Sig') return signature(field, signed.get(name))
  return entered(field, annotation.fieldType === 'Ch' ? 'choice' : 'text', enteredIn(annotation))
}

function stateOf({ fieldValue }: Annotation): string | null {
  return typeof fieldValue !== 'string' || fieldValue === 'Off' || fieldValue === '' ? null : fieldValue
}

function isState(annotation: Annotation, state: string | null | undefined): boolean {
  const value = stateOf(annotation)
  return value !== null && value === state
}

/** Lists hold the exported code: what the applicant saw is the displayed text. */
function enteredIn(annotation: Annotation): string {
  const values = [annotation.fieldValue ?? ''].flat()
  const shown = values.map((value) => {
    const option = annotation.options?.find((candidate) => String(candidate.exportValue) === value)
    return option === undefined ? value : String(option.displayValue)
  })
  return shown.join('\n')
}
