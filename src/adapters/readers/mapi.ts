/** A MAPI property's value as stored, with the type that says how to read it ([MS-OXCDATA] 2.11.1). */
export interface MapiValue {
  readonly type: number
  readonly data: Uint8Array
}

const STRING8 = 0x001e
const UNICODE = 0x001f
const MULTIPLE = 0x1000
const NAMED = 0x8000
const EIGHT_BYTES = new Set([0x0005, 0x0006, 0x0007, 0x0014, 0x0040])
const SIXTEEN_BYTES = new Set([0x0048])
const VARIABLE = new Set([0x000d, STRING8, UNICODE, 0x0102])

/**
 * The properties of a TNEF property list ([MS-OXTNEF] 2.1.3.4), by id; it ends where it stops making sense.
 */
export function readMapi(bytes: Uint8Array): ReadonlyMap<number, MapiValue> {
  const list = new PropertyList(bytes)
  const properties = new Map<number, MapiValue>()
  try {
    const count = list.uint32()
    for (let index = 0; index < count; index += 1) {
      const { id, value } = list.property()
      if (value !== null) properties.set(id, value)
    }
  } catch (error) {
    // Past its end a list is damaged: what stood before is good.
    if (!(error instanceof RangeError)) throw error
  }
  return properties
}

/** A property's text, in either of the two string types; null for any other. */
export function mapiText(value: MapiValue | undefined): string | null {
  if (value === undefined || (value.type !== STRING8 && value.type !== UNICODE)) return null
  const decoder = new TextDecoder(value.type === UNICODE ? 'utf-16le' : 'windows-1252')
  const text = decoder.decode(value.data).replaceAll('\u0000', '').trim()
  return text === '' ? null : text
}

class PropertyList {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  uint32(): number {
    const value = this.#view.getUint32(this.#at, true)
    this.#at += 4
    return value
  }

  property(): { id: number; value: MapiValue | null } {
    const tag = this.uint32()
    const type = tag & 0xffff
    const id = tag >>> 16
    if (id >= NAMED) this.#skipName()
    const single = type & ~MULTIPLE
    const isList = (type & MULTIPLE) !== 0 || VARIABLE.has(single)
    const count = isList ? this.uint32() : 1
    let value: MapiValue | null = null
    for (let index = 0; index < count; index += 1) {
      const data = this.#value(single)
      value ??= { type: single, data }
    }
    return { id, value }
  }

  #value(type: number): Uint8Array {
    if (VARIABLE.has(type)) return this.#take(this.uint32())
    return this.#take(SIXTEEN_BYTES.has(type) ? 16 : EIGHT_BYTES.has(type) ? 8 : 4)
  }

  /** Values are padded to four bytes. */
  #take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.byteLength) throw new RangeError('past the end')
    const data = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length + ((4 - (length % 4)) % 4)
    return data
  }

  #skipName(): void {
    this.#at += 16
    const isText = this.uint32() === 1
    const length = this.uint32()
    if (isText) this.#take(length)
  }
}
