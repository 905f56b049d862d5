import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'

/**
 * Whether a signature in a PDF (ISO 32000-1, 12.8) holds for the bytes it says it covers, and covers the
 * whole file but itself. Who signed is not judged: no chain is followed. Whatever cannot be understood does
 * not verify.
 */
export async function signatureVerifies(content: Uint8Array, signature: unknown): Promise<boolean> {
  if (!(signature instanceof PDFDict)) return false
  const [from1 = -1, length1 = 0, from2 = 0, length2 = 0] = rangeOf(signature)
  if (from1 !== 0 || from2 < length1 || from2 + length2 !== content.byteLength) return false
  const covered = Buffer.concat([content.subarray(0, length1), content.subarray(from2)])
  const object = signature.lookup(PDFName.of('Contents'))
  if (!(object instanceof PDFHexString || object instanceof PDFString)) return false
  try {
    const { result, offset } = fromBER(new Uint8Array(object.asBytes()).buffer)
    if (offset === -1) return false
    const signed = new SignedData({ schema: new ContentInfo({ schema: result }).content })
    return await signed.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false })
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

function rangeOf(signature: PDFDict): number[] {
  const range = signature.lookup(PDFName.of('ByteRange'))
  if (!(range instanceof PDFArray)) return []
  return range.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : -1))
}
