import type { Pdfium, Pointer } from './pdfium.ts'

/** Where short answers are written: the longest are six numbers, or a name. */
const ANSWER_BYTES = 1024

/**
 * Asks PDFium for a text: it writes what fits, and says how many bytes the whole takes, with an end of two.
 */
type AsksForText = (into: Pointer, size: number) => number

/**
 * The part of PDFium's memory that one document's questions use: all pointer work is here. Given back by
 * `free`, which a trapped PDFium need not be asked for.
 */
export class PdfiumMemory {
  readonly #pdfium: Pdfium
  /** Where PDFium is told to write short answers. */
  readonly answer: Pointer
  readonly #keys = new Map<string, Pointer>()

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium
    this.answer = this.allocate(ANSWER_BYTES)
  }

  /** Whoever allocates gives it back to `release`. */
  allocate(bytes: number): Pointer {
    const pointer = this.#pdfium.wasmExports.malloc(Math.max(1, bytes))
    if (pointer === 0) throw new Error('PDFium has no memory left')
    return pointer
  }

  release(pointer: Pointer): void {
    this.#pdfium.wasmExports.free(pointer)
  }

  /** A copy of bytes, for PDFium to read. */
  copyOf(content: Uint8Array): Pointer {
    const pointer = this.allocate(content.byteLength)
    this.#pdfium.HEAPU8.set(content, pointer)
    return pointer
  }

  /** What is written at a place, as bytes of our own. */
  bytesAt(pointer: Pointer, length: number): Uint8Array {
    return this.#pdfium.HEAPU8.slice(pointer, pointer + length)
  }

  /**
   * A number of four bytes at a place of the last answer, counted in such numbers; not before the next
   * question.
   */
  float(at: number): number {
    return this.#pdfium.HEAPF32[(this.answer >> 2) + at] ?? 0
  }

  /** The same of eight bytes. */
  double(at: number): number {
    return this.#pdfium.HEAPF64[(this.answer >> 3) + at] ?? 0
  }

  /** The same, a whole number of four bytes. */
  integer(at: number): number {
    return this.#pdfium.HEAPU32[(this.answer >> 2) + at] ?? 0
  }

  /** What PDFium answers in so many numbers of four bytes, one behind the other; null when it says no. */
  floats(count: number, ask: (into: Pointer) => number): readonly number[] | null {
    if (ask(this.answer) === 0) return null
    return Array.from({ length: count }, (_, at) => this.float(at))
  }

  /** A text of UTF-16; '' when there is none. */
  text(ask: AsksForText): string {
    const length = ask(this.answer, ANSWER_BYTES)
    if (length <= ANSWER_BYTES) return this.#textAt(this.answer, length)
    const room = this.allocate(length)
    try {
      return this.#textAt(room, Math.min(length, ask(room, length)))
    } finally {
      this.release(room)
    }
  }

  /** A key of a dictionary as PDFium takes it. */
  key(name: string): Pointer {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    const pointer = this.copyOf(Buffer.from(`${name}\0`, 'latin1'))
    this.#keys.set(name, pointer)
    return pointer
  }

  free(): void {
    for (const pointer of [this.answer, ...this.#keys.values()]) this.release(pointer)
    this.#keys.clear()
  }

  #textAt(pointer: Pointer, length: number): string {
    if (length < 4) return ''
    const { buffer } = this.#pdfium.HEAPU8
    return Buffer.from(buffer, pointer, length - 2).toString('utf16le')
  }
}
