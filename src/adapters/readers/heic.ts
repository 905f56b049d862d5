import { PICTURE_PIXELS } from './limits.ts'
import { type Budget, leaf, type Opened, Unreadable } from './opened.ts'
import { readPicture, UNRECOGNISED } from './picture.ts'
import { pixels } from './pixels.ts'

/** A photograph as iPhones take it: decoded, then read like any other picture. */
export async function readHeic(content: Uint8Array, mediaType: string, budget: Budget): Promise<Opened> {
  if (!budget.recognise) return leaf(mediaType, UNRECOGNISED)
  const sharp = await pixels()
  const { width = 0, height = 0 } = await sharp(content, { limitInputPixels: PICTURE_PIXELS }).metadata()
  if (width * height > PICTURE_PIXELS) throw new Unreadable('too_large', `a picture of ${width} by ${height}`)
  await budget.stillWorking()
  const { default: decode } = await import('heic-decode')
  const image = await decode({ buffer: content })
  const raw = { width: image.width, height: image.height, channels: 4 as const }
  const png = await sharp(image.data, { raw }).png({ compressionLevel: 1 }).toBuffer()
  return { ...(await readPicture(png, mediaType, budget)), members: [] }
}
