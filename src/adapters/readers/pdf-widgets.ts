import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { FormValue } from '../../documents/document.ts'
import type { PdfObjects } from './pdf-objects.ts'

/** A form field's box on a page, or a remark written onto it; points from the top left corner. */
export interface Widget {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What a person sees there: the value, ☒ or ☐. */
  readonly shown: string
  /** A tick box, as against a field for text. */
  readonly box: boolean
  readonly formValue: FormValue | null
}

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
  hidden: z.boolean().nullish(),
})
type Annotation = z.infer<typeof Annotation>

/** The filled and empty form fields of a page, and the text boxes that a viewer's « add text » leaves on it. */
export async function widgetsOf(page: PDFPageProxy, number: number, objects: PdfObjects): Promise<Widget[]> {
  const viewport = page.getViewport({ scale: 1 })
  const raw: unknown[] = await page.getAnnotations({ intent: 'display' })
  return raw.flatMap((candidate) => {
    const parsed = Annotation.safeParse(candidate)
    if (!parsed.success) return []
    const what = describe(parsed.data, number, objects)
    if (what === null) return []
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(parsed.data.rect) as number[]
    const place = {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    }
    return [{ ...place, ...what }]
  })
}

type What = Pick<Widget, 'shown' | 'box' | 'formValue'>

function describe(annotation: Annotation, page: number, objects: PdfObjects): What | null {
  if (annotation.subtype === 'FreeText') {
    return { shown: annotation.contentsObj?.str ?? '', box: false, formValue: null }
  }
  if (annotation.subtype === 'Stamp' || annotation.subtype === 'Ink') return drawn(page)
  if (annotation.subtype !== 'Widget' || annotation.pushButton === true) return null
  const name = readableName(annotation.fieldName ?? '')
  const field = { name, label: readableName(annotation.alternativeText ?? '') || lastPart(name), page }
  if (annotation.radioButton === true) return radio(annotation, field, objects)
  if (annotation.checkBox === true) return checkbox(annotation, field)
  if (annotation.fieldType === 'Sig') {
    const verifies = objects.signed.get(annotation.fieldName ?? '')
    const value = verifies === undefined ? '' : verifies ? 'verified' : 'on'
    return { shown: '', box: false, formValue: { ...field, type: 'signature', value } }
  }
  const value = enteredIn(annotation)
  const type = annotation.fieldType === 'Ch' ? 'choice' : 'text'
  return { shown: value, box: false, formValue: { ...field, type, value } }
}

type Field = Pick<FormValue, 'name' | 'label' | 'page'>

/** Ink or a stamp drawn onto the page is how a viewer's « sign » leaves a signature. */
function drawn(page: number): What {
  const formValue: FormValue = {
    name: '',
    label: 'signature (drawn)',
    type: 'signature',
    value: 'drawn',
    page,
  }
  return { shown: '', box: false, formValue }
}

function checkbox(annotation: Annotation, field: Field): What {
  const value = annotation.fieldValue
  const ticked = value != null && value !== 'Off' && value !== '' && value === annotation.exportValue
  return {
    shown: ticked ? '☒' : '☐',
    box: true,
    formValue: { ...field, type: 'checkbox', value: ticked ? 'on' : '' },
  }
}

function radio(annotation: Annotation, field: Field, objects: PdfObjects): What {
  const raw = annotation.fieldValue
  const ticked = raw != null && raw !== 'Off' && raw !== '' && raw === annotation.buttonValue
  const chosen = objects.radios.get(annotation.fieldName ?? '') ?? (ticked ? String(raw) : '')
  return { shown: ticked ? '☒' : '☐', box: true, formValue: { ...field, type: 'radio', value: chosen } }
}

/** Lists hold the exported code: what the applicant saw is the displayed text. */
function enteredIn(annotation: Annotation): string {
  const values = [annotation.fieldValue ?? ''].flat()
  const shown = values.map((value) => {
    const option = annotation.options?.find((candidate) => String(candidate.exportValue) === value)
    return option === undefined ? value : String(option.displayValue)
  })
  return shown.join('\n').replace(/\r\n?/g, '\n').trim()
}

/** LibreOffice writes « Prénom » as `Pr#C3#A9nom`: bytes of UTF-8, hex after a hash. */
function readableName(name: string): string {
  return name.replace(/(#[0-9A-F]{2})+/gi, (run) => {
    const bytes = run
      .split('#')
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
}

/** `formulaire[0].page1[0].siret[0]` is named by its last part. */
function lastPart(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/\[\d+\]/g, '')
}
