import type { Reading } from '../../documents/document.ts'
import { compoundStream } from './compound.ts'

/** The header of a picture in the Data stream ([MS-DOC] 2.9.190, PICF) and where it says what. */
const HEADER = 0x44
const KIND_AT = 6
const WIDTH_AT = 28
const HEIGHT_AT = 30
const SCALE_AT = 32
/** A shape, alone or with the name of its file; form fields have the same header and another kind. */
const SHAPES: ReadonlySet<number> = new Set([0x64, 0x66])
const TWIPS_PER_POINT = 20
const MOST = 200
/** Stands in the text where a picture does. */
const PICTURE = String.fromCharCode(1)

/**
 * The pictures of a binary Word file with the words above each; those of headers stand in no body and have
 * none.
 */
export function docPictures(content: Uint8Array, body: string): Reading['pictures'] {
  const sizes = sizesIn(compoundStream(content, 'Data'))
  const parts = body.split(PICTURE).slice(0, -1)
  return sizes.map((size, index) => {
    const above = parts[index]?.split(/[\r\n]/).findLast((line) => line.trim() !== '')
    return above === undefined ? { page: 1, ...size } : { page: 1, ...size, above }
  })
}

function sizesIn(stream: Uint8Array | null): { width: number; height: number }[] {
  if (stream === null) return []
  const data = Buffer.from(stream)
  const sizes: { width: number; height: number }[] = []
  let at = 0
  while (at + HEADER <= data.byteLength && sizes.length < MOST) {
    const length = data.readInt32LE(at)
    if (length < HEADER || data.readUInt16LE(at + 4) !== HEADER) break
    if (SHAPES.has(data.readInt16LE(at + KIND_AT))) sizes.push(sizeAt(data, at))
    at += length
  }
  return sizes
}

function sizeAt(data: Buffer, at: number): { width: number; height: number } {
  const points = (place: number, scale: number): number =>
    (Math.max(0, data.readInt16LE(at + place)) / TWIPS_PER_POINT) * (data.readUInt16LE(at + scale) / 1000)
  return { width: points(WIDTH_AT, SCALE_AT), height: points(HEIGHT_AT, SCALE_AT + 2) }
}
