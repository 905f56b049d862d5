import { encode } from 'uqr'

/**
 * A text as the square that telephones photograph (QR code): rows of dark and light, without the light
 * border.
 */
export function squareOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'L', border: 0 }).data
}
