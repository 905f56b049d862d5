import type { What, Widget } from './pdf-fields.ts'
import { checkbox, drawnSignature, entered, fieldNamed, radio, remark, signature } from './pdf-fields.ts'
import type { Pointer } from './pdfium.ts'
import type { OpenPage, OpenPdf } from './pdfium-document.ts'
import { seenBox } from './pdfium-view.ts'

/** Numbers of fpdf_annot.h and fpdf_formfill.h. */
const SUBTYPE = { freeText: 3, stamp: 13, ink: 15, widget: 20 } as const
const TYPE = { pushButton: 1, checkbox: 2, radio: 3, comboBox: 4, listBox: 5, text: 6, signature: 7 } as const
/** Flags « invisible », « hidden » and « no view » of ISO 32000, 12.5.3. */
const UNSEEN = 1 + 2 + 32
/** Annotations of a page that are looked at, and options of a list: forms of several hundred boxes exist. */
const ANNOTATIONS = 5_000
const OPTIONS = 2_000

/** What is known of all fields of a document before its pages are read, and what is learnt on the way. */
export interface Fields {
  /** Signature fields that hold a signature, by name: whether it verifies. */
  readonly signed: ReadonlyMap<string, boolean>
  /**
   * The chosen option of each radio group that was met, by name: asking again for each button would not be
   * linear.
   */
  readonly radios: Map<string, string>
}

/**
 * The filled and empty form fields of a page, and the text boxes that a viewer's « add text » leaves on it.
 */
export function widgetsOf(pdf: OpenPdf, page: OpenPage, fields: Fields): Widget[] {
  const { pdfium, memory } = pdf
  const widgets: Widget[] = []
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page.handle), ANNOTATIONS)
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page.handle, index)
    if (annotation === 0) continue
    const what = whatIs(pdf, page, annotation, fields)
    const rectangle = memory.floats(4, (into) => pdfium.FPDFAnnot_GetRect(annotation, into))
    pdfium.FPDFPage_CloseAnnot(annotation)
    if (what === null || rectangle === null) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = rectangle
    widgets.push({ ...what, box: seenBox(page.view, left, bottom, right, top) })
  }
  return widgets
}

function whatIs(pdf: OpenPdf, page: OpenPage, annotation: Pointer, fields: Fields): What | null {
  const subtype = pdf.pdfium.FPDFAnnot_GetSubtype(annotation)
  const isSeen = (pdf.pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0
  if (subtype === SUBTYPE.widget) {
    const what = fieldOf(pdf, page, annotation, fields)
    // A hidden field is one of the file's, and nobody sees what it holds.
    return isSeen || what === null ? what : { ...what, shown: '' }
  }
  if (!isSeen) return null
  if (subtype === SUBTYPE.freeText) return remark(entry(pdf, annotation, 'Contents'))
  return subtype === SUBTYPE.stamp || subtype === SUBTYPE.ink ? drawnSignature(page.number) : null
}

function fieldOf(pdf: OpenPdf, page: OpenPage, annotation: Pointer, fields: Fields): What | null {
  const { pdfium, memory, form } = pdf
  const type = typeOf(pdf, page, annotation)
  if (type < TYPE.checkbox || type > TYPE.signature) return null
  const name = memory.text((into, size) => pdfium.FPDFAnnot_GetFormFieldName(form, annotation, into, size))
  const tooltip = memory.text((into, size) =>
    pdfium.FPDFAnnot_GetFormFieldAlternateName(form, annotation, into, size),
  )
  const field = fieldNamed(name, tooltip, page.number)
  if (type === TYPE.checkbox) return checkbox(field, isTicked(pdf, annotation))
  if (type === TYPE.radio)
    return radio(field, isTicked(pdf, annotation), chosenIn(pdf, annotation, name, fields))
  if (type === TYPE.signature) return signature(field, isSigned(pdf, annotation, name, fields))
  return type === TYPE.text
    ? entered(field, 'text', valueIn(pdf, annotation))
    : entered(field, 'choice', choicesIn(pdf, annotation))
}

/**
 * A field that the form does not list is one of the page's: PDFium adds these when it is told that one is
 * shown.
 */
function typeOf({ pdfium, form }: OpenPdf, page: OpenPage, annotation: Pointer): number {
  const type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
  if (type >= 0 || !page.show()) return type
  return pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
}

/** Fields of one name share a value, unless a box has one of its own. */
function valueIn(pdf: OpenPdf, annotation: Pointer): string {
  const { pdfium, memory, form } = pdf
  const own = entry(pdf, annotation, 'V')
  if (own !== '') return own
  return memory.text((into, size) => pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, into, size))
}

/** A text or name that the annotation's own dictionary holds; '' when it does not. */
function entry({ pdfium, memory }: OpenPdf, annotation: Pointer, key: string): string {
  const name = memory.key(key)
  return memory.text((into, size) => pdfium.FPDFAnnot_GetStringValue(annotation, name, into, size))
}

function isTicked(pdf: OpenPdf, annotation: Pointer): boolean {
  return stateOf(pdf, annotation) !== ''
}

/** The state that its appearance is in, '' for « off »; a box that was never drawn has a value at most. */
function stateOf(pdf: OpenPdf, annotation: Pointer): string {
  const state = entry(pdf, annotation, 'AS') || entry(pdf, annotation, 'V')
  return state === 'Off' ? '' : state
}

/**
 * The option that is chosen in a button's group; a button that is on says it for a group that PDFium sees
 * off.
 */
function chosenIn(pdf: OpenPdf, annotation: Pointer, name: string, { radios }: Fields): string {
  const { pdfium, memory, form } = pdf
  const known = radios.get(name)
  if (known !== undefined && known !== '') return known
  const value = memory.text((into, size) =>
    known === '' ? 0 : pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, into, size),
  )
  const chosen = value === 'Off' || value === '' ? stateOf(pdf, annotation) : value
  radios.set(name, chosen)
  return chosen
}

/** A signature that cannot be looked into is one nevertheless. */
function isSigned(
  { pdfium, memory }: OpenPdf,
  annotation: Pointer,
  name: string,
  { signed }: Fields,
): boolean | undefined {
  const verifies = signed.get(name)
  if (verifies !== undefined) return verifies
  return pdfium.FPDFAnnot_HasKey(annotation, memory.key('V')) === 1 ? false : undefined
}

/** Lists hold a code: what the applicant saw is the label. What was typed into one is no option of it. */
function choicesIn(pdf: OpenPdf, annotation: Pointer): string {
  const { pdfium, memory, form } = pdf
  const value = valueIn(pdf, annotation)
  if (value === '') return ''
  const chosen: string[] = []
  const count = Math.min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), OPTIONS)
  for (let index = 0; index < count; index += 1) {
    if (pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index) !== 1) continue
    chosen.push(
      memory.text((into, size) => pdfium.FPDFAnnot_GetOptionLabel(form, annotation, index, into, size)),
    )
  }
  return chosen.length === 0 ? value : chosen.join('\n')
}
