import type { PDFiumDocument } from '@hyzyla/pdfium'
import { Unreadable } from './opened.ts'
import type { Pdfium, PdfiumFunctions, Pointer } from './pdfium.ts'
import { PdfiumMemory } from './pdfium-memory.ts'
import { type Matrix, viewOf } from './pdfium-view.ts'

/** What FPDF_GetLastError says of a file behind a password. */
const PASSWORD = 4
/** Signature fields that are looked at: each look goes through all fields. */
const SIGNATURES = 20

/** A page that is open: its handle, and how its own coordinates become those of who looks at it. */
export interface OpenPage {
  readonly number: number
  readonly handle: Pointer
  readonly view: Matrix
  /**
   * Says that the page is shown, which completes what is known of its fields. False when that was said
   * before.
   */
  readonly show: () => boolean
}

/** A PDF that PDFium has open, in memory of its own. Closed with `close`. */
export class OpenPdf {
  readonly pdfium: PdfiumFunctions
  readonly memory: PdfiumMemory
  readonly handle: Pointer
  /** The package's view of the same document: it draws, and closes it. */
  readonly #drawn: PDFiumDocument

  private constructor(pdfium: Pdfium, memory: PdfiumMemory, handle: Pointer, drawn: PDFiumDocument) {
    this.pdfium = pdfium.wasmExports
    this.memory = memory
    this.handle = handle
    this.#drawn = drawn
  }

  /**
   * Throws Unreadable when PDFium refuses the file: it has no page, is damaged, or opens only with a
   * password.
   */
  static async open(pdfium: Pdfium, content: Uint8Array): Promise<OpenPdf> {
    const { PDFiumDocument } = await import('@hyzyla/pdfium')
    const memory = new PdfiumMemory(pdfium)
    const documentPtr = memory.copyOf(content)
    const documentIdx = pdfium.wasmExports.FPDF_LoadMemDocument(documentPtr, content.byteLength, 0)
    if (documentIdx === 0) {
      const code = pdfium.wasmExports.FPDF_GetLastError()
      memory.release(documentPtr)
      memory.free()
      if (code === PASSWORD) throw new Unreadable('encrypted', 'opens only with a password')
      throw new Unreadable('unreadable', `not a sound PDF (PDFium ${code})`)
    }
    const drawn = new PDFiumDocument({ module: pdfium, documentPtr, documentIdx })
    return new OpenPdf(pdfium, memory, documentIdx, drawn)
  }

  get pageCount(): number {
    return this.pdfium.FPDF_GetPageCount(this.handle)
  }

  /** True when one of its first signature fields holds a signature. */
  get isSigned(): boolean {
    const count = Math.min(this.pdfium.FPDF_GetSignatureCount(this.handle), SIGNATURES)
    for (let index = 0; index < count; index += 1) {
      const signature = this.pdfium.FPDF_GetSignatureObject(this.handle, index)
      if (signature !== 0 && this.pdfium.FPDFSignatureObj_GetContents(signature, 0, 0) > 0) return true
    }
    return false
  }

  /** What fields are asked through; made when it is first asked for, and needed to draw them, too. */
  get form(): Pointer {
    return this.#drawn.initializeFormFields()
  }

  /** The document as the package draws it. */
  get drawn(): PDFiumDocument {
    this.#drawn.initializeFormFields()
    return this.#drawn
  }

  /** Opens a page (numbered from 1) while `work` looks at it. Null when it is too damaged to be opened. */
  onPage<Result>(number: number, work: (page: OpenPage) => Result): Result | null {
    const handle = this.pdfium.FPDF_LoadPage(this.handle, number - 1)
    if (handle === 0) return null
    const box = this.memory.floats(4, (into) => this.pdfium.FPDF_GetPageBoundingBox(handle, into))
    let isShown = false
    const show = (): boolean => {
      if (isShown) return false
      isShown = true
      this.pdfium.FORM_OnAfterLoadPage(handle, this.form)
      return true
    }
    const view = viewOf(box, this.pdfium.FPDFPage_GetRotation(handle))
    const result = work({ number, handle, view, show })
    if (isShown) this.pdfium.FORM_OnBeforeClosePage(handle, this.form)
    this.pdfium.FPDF_ClosePage(handle)
    return result
  }

  close(): void {
    this.#drawn.destroy()
    this.memory.free()
  }
}
