import type { PDFiumLibrary } from '@hyzyla/pdfium'
import { Unreadable } from './opened.ts'

/** A place in PDFium's memory; 0 is none. */
export type Pointer = number

/** PDFium as its package types it: what that one calls itself. */
type Wrapped = ConstructorParameters<typeof PDFiumLibrary>[0]

/**
 * The functions of PDFium's C interface that are called here (fpdfview.h, fpdf_text.h, fpdf_edit.h,
 * fpdf_annot.h, fpdf_attachment.h, fpdf_signature.h, fpdf_formfill.h), as the program itself exports them:
 * what the package puts around each takes longer than most of them. `into` is where an answer is written, and
 * `size` how many bytes there are.
 */
export interface PdfiumFunctions {
  malloc(size: number): Pointer
  free(pointer: Pointer): void
  FPDF_LoadMemDocument(content: Pointer, size: number, password: Pointer): Pointer
  FPDF_GetLastError(): number
  FPDF_GetPageCount(document: Pointer): number
  FPDF_LoadPage(document: Pointer, index: number): Pointer
  FPDF_ClosePage(page: Pointer): void
  FORM_OnAfterLoadPage(page: Pointer, form: Pointer): void
  FORM_OnBeforeClosePage(page: Pointer, form: Pointer): void
  FPDFText_LoadPage(page: Pointer): Pointer
  FPDFText_ClosePage(text: Pointer): void
  FPDFText_CountChars(text: Pointer): number
  FPDFPage_CountObjects(page: Pointer): number
  FPDFPage_GetObject(page: Pointer, index: number): Pointer
  FPDFPageObj_GetType(object: Pointer): number
  FPDFImageObj_GetImagePixelSize(object: Pointer, width: Pointer, height: Pointer): number
  FPDF_GetFormType(document: Pointer): number
  FPDF_GetXFAPacketCount(document: Pointer): number
  FPDF_GetSignatureCount(document: Pointer): number
  FPDF_GetSignatureObject(document: Pointer, index: number): Pointer
  FPDFSignatureObj_GetContents(signature: Pointer, into: Pointer, size: number): number
  FPDFDoc_GetAttachmentCount(document: Pointer): number
  FPDFDoc_GetAttachment(document: Pointer, index: number): Pointer
  FPDFAttachment_GetName(attachment: Pointer, into: Pointer, size: number): number
  FPDFAttachment_GetFile(attachment: Pointer, into: Pointer, size: number, length: Pointer): number
  FPDF_GetPageBoundingBox(page: Pointer, into: Pointer): number
  FPDFPage_GetRotation(page: Pointer): number
  FPDFText_GetUnicode(text: Pointer, index: number): number
  FPDFText_HasUnicodeMapError(text: Pointer, index: number): number
  FPDFText_IsHyphen(text: Pointer, index: number): number
  FPDFText_GetTextObject(text: Pointer, index: number): Pointer
  FPDFText_GetFontSize(text: Pointer, index: number): number
  FPDFText_GetMatrix(text: Pointer, index: number, into: Pointer): number
  FPDFText_GetCharOrigin(text: Pointer, index: number, x: Pointer, y: Pointer): number
  FPDFText_GetLooseCharBox(text: Pointer, index: number, into: Pointer): number
  FPDFPageObj_GetMatrix(object: Pointer, into: Pointer): number
  FPDFPageObj_GetBounds(object: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number
  FPDFPath_CountSegments(path: Pointer): number
  FPDFPath_GetPathSegment(path: Pointer, index: number): Pointer
  FPDFPath_GetDrawMode(path: Pointer, fill: Pointer, stroke: Pointer): number
  FPDFPathSegment_GetPoint(piece: Pointer, x: Pointer, y: Pointer): number
  FPDFPathSegment_GetType(piece: Pointer): number
  FPDFPathSegment_GetClose(piece: Pointer): number
  FPDFFormObj_CountObjects(object: Pointer): number
  FPDFFormObj_GetObject(object: Pointer, index: number): Pointer
  FPDFPage_GetAnnotCount(page: Pointer): number
  FPDFPage_GetAnnot(page: Pointer, index: number): Pointer
  FPDFPage_CloseAnnot(annotation: Pointer): void
  FPDFAnnot_GetSubtype(annotation: Pointer): number
  FPDFAnnot_GetFlags(annotation: Pointer): number
  FPDFAnnot_GetRect(annotation: Pointer, into: Pointer): number
  FPDFAnnot_HasKey(annotation: Pointer, key: Pointer): number
  FPDFAnnot_GetStringValue(annotation: Pointer, key: Pointer, into: Pointer, size: number): number
  FPDFAnnot_GetFormFieldType(form: Pointer, annotation: Pointer): number
  FPDFAnnot_GetFormFieldName(form: Pointer, annotation: Pointer, into: Pointer, size: number): number
  FPDFAnnot_GetFormFieldAlternateName(form: Pointer, annotation: Pointer, into: Pointer, size: number): number
  FPDFAnnot_GetFormFieldValue(form: Pointer, annotation: Pointer, into: Pointer, size: number): number
  FPDFAnnot_GetOptionCount(form: Pointer, annotation: Pointer): number
  FPDFAnnot_IsOptionSelected(form: Pointer, annotation: Pointer, index: number): number
  FPDFAnnot_GetOptionLabel(
    form: Pointer,
    annotation: Pointer,
    index: number,
    into: Pointer,
    size: number,
  ): number
}

/** A PDFium of its own, with its memory as numbers of each kind. */
export interface Pdfium extends Wrapped {
  readonly wasmExports: PdfiumFunctions
  readonly HEAPU8: Uint8Array<ArrayBuffer>
  readonly HEAPU32: Uint32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

/** Memory of PDFium's at which a fresh one is taken next time: what it once took it never gives back. */
const WORN_BYTES = 64_000_000

let loaded: Promise<Pdfium> | null = null

async function load(): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium')
  const known = new Set(Object.getOwnPropertyNames(globalThis))
  const pdfium = await PDFiumModule({})
  forgetGlobals(known)
  pdfium._FPDF_InitLibraryWithConfig({})
  // The package types a part of what it exports, and the shape of a function for all of them.
  return pdfium as Pdfium
}

/**
 * Its build warns of names that are no longer global by making them so: each would hold a first PDFium for
 * ever.
 */
function forgetGlobals(known: ReadonlySet<string>): void {
  // Those that were there are not looked at: some load what they are (fetch), 40 ms of it.
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!known.has(name) && Object.getOwnPropertyDescriptor(globalThis, name)?.get !== undefined)
      Reflect.deleteProperty(globalThis, name)
}

/**
 * Works with the PDFium of this process. Whatever it throws but our own word on a file (a trap, a stack that
 * is full) leaves it in no known state: it is never used again, and the next file has a fresh one.
 */
export async function withPdfium<Result>(work: (pdfium: Pdfium) => Promise<Result>): Promise<Result> {
  const mine = loaded ?? load()
  loaded = mine
  const forget = (): void => {
    if (loaded === mine) loaded = null
  }
  try {
    const pdfium = await mine
    const result = await work(pdfium)
    if (pdfium.HEAPU8.byteLength > WORN_BYTES) forget()
    return result
  } catch (error) {
    if (!(error instanceof Unreadable)) forget()
    throw error
  }
}
