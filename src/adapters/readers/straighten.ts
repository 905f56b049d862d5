import type { Bitmap, Rules } from './bitmap.ts'
import { closeCombs } from './combs.ts'
import { type Moved, withColumnBelow } from './gutter.ts'
import { eraseLeaders } from './leaders.ts'
import { RECOGNISED_DENSITY } from './limits.ts'
import { pixels } from './pixels.ts'
import { eraseRules } from './rules.ts'

/** A scanner's feeder tilts a page by two or three degrees; more is somebody's photograph of a slope. */
const MOST_DEGREES = 5
/** Less than that and turning only blurs. */
const LEAST_DEGREES = 0.15
/** The tilt is looked for on a page made so wide: a tenth of a degree is more than a pixel on it. */
const LOOKED_AT_WIDTH = 800
const DARK = 140

/**
 * A page of pixels that is ready for recognition, the lines of tables that it had, and what was moved on it.
 */
export interface Straightened {
  readonly png: Uint8Array
  readonly rules: Rules
  readonly moved: Moved | null
}

/**
 * A page of pixels set upright, without the lines of tables and the dots of leaders: recognition takes them
 * for letters and loses the words beside them. Nothing else is changed: sharpening and contrast cost words.
 */
export async function straighten(page: Uint8Array): Promise<Straightened> {
  const sharp = await pixels()
  const small = await sharp(page)
    .greyscale()
    .resize({ width: LOOKED_AT_WIDTH, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const tilt = tiltOf({ pixels: small.data, width: small.info.width, height: small.info.height })
  const turned =
    Math.abs(tilt) < LEAST_DEGREES ? sharp(page) : sharp(page).rotate(-tilt, { background: '#fff' })
  const { data, info } = await turned.greyscale().raw().toBuffer({ resolveWithObject: true })
  const bitmap = { pixels: data, width: info.width, height: info.height }
  const rules = closeCombs(bitmap, eraseRules(bitmap))
  eraseLeaders(bitmap)
  const laid = withColumnBelow(bitmap, rules)
  const raw = { width: laid.bitmap.width, height: laid.bitmap.height, channels: 1 as const }
  const png = await sharp(laid.bitmap.pixels, { raw })
    .withMetadata({ density: RECOGNISED_DENSITY })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return { png, rules, moved: laid.moved }
}

/**
 * Degrees by which lines of text fall to the right: turned back by them, rows are darkest and gaps are
 * whitest.
 */
function tiltOf(bitmap: Bitmap): number {
  const dark = darkPixels(bitmap)
  const best = (from: number, to: number, step: number): number => {
    let found = { angle: 0, sharpness: -1 }
    for (let angle = from; angle <= to; angle += step) {
      const sharpness = sharpnessAt(dark, bitmap, angle)
      if (sharpness > found.sharpness) found = { angle, sharpness }
    }
    return found.angle
  }
  const rough = best(-MOST_DEGREES, MOST_DEGREES, 0.5)
  return Math.abs(rough) >= MOST_DEGREES ? 0 : best(rough - 0.4, rough + 0.4, 0.1)
}

function darkPixels({ pixels, width, height }: Bitmap): Int32Array {
  const found = new Int32Array(2 * pixels.length)
  let count = 0
  // The dark edges that a lid leaves are no text.
  const margin = Math.round(width / 40)
  for (let y = margin; y < height - margin; y += 1) {
    for (let x = margin; x < width - margin; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= DARK) continue
      found[count] = x
      found[count + 1] = y
      count += 2
    }
  }
  return found.subarray(0, count)
}

/** The sum of squares of dark pixels a row, along rows that fall by an angle. */
function sharpnessAt(dark: Int32Array, { width, height }: Bitmap, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const shift = Math.ceil(width * Math.abs(slope)) + 1
  const rows = new Int32Array(height + 2 * shift)
  for (let index = 0; index < dark.length; index += 2) {
    const row = Math.round((dark[index + 1] ?? 0) - (dark[index] ?? 0) * slope) + shift
    rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}
