import type { Worker } from 'tesseract.js'
import { RECOGNISED_DENSITY } from './limits.ts'
import { pixels } from './pixels.ts'

/** A word as it was recognised: where it stands, and how sure its characters are, from 0 to 100. */
export interface ReadWord {
  readonly text: string
  readonly confidence: number
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

/** Numbers that were read well have 93 and more; a date of which a five was taken for a six had 73. */
const DOUBTFUL = 90
/** Of a page on which nearly every number is in doubt reading them again gives nothing. */
const READ_AGAIN_AT_MOST = 24
/** Sizes at which a number is looked at again: what is right is read alike at both. */
const SCALES = [1.5, 2] as const
const MARGIN = 8
const SINGLE_LINE = '7'
/**
 * A date, a telephone, a part of an identifier: at least a digit, and else signs that stand between digits.
 */
const NUMBER = /^[(]?\d(?:[\d./:-]*\d)?[).,;]?$/u

/**
 * What numbers say that were read in doubt: a digit more or less makes another date of one, and no word shows
 * it. Each is looked at alone, larger, at two sizes; where both give the same number, and are surer of it,
 * that is what stands there. All other words are left out.
 */
export async function numbersReadAgain(
  engine: Worker,
  png: Uint8Array,
  words: readonly ReadWord[],
  usual: string,
): Promise<ReadonlyMap<ReadWord, string>> {
  const doubtful = words.filter(({ text, confidence }) => confidence < DOUBTFUL && NUMBER.test(text))
  if (doubtful.length === 0) return new Map()
  const again = new Map<ReadWord, string>()
  await engine.setParameters({ tessedit_pageseg_mode: SINGLE_LINE as never })
  try {
    for (const word of doubtful.slice(0, READ_AGAIN_AT_MOST)) {
      const read = await agreed(engine, png, word)
      if (read !== null && read !== word.text) again.set(word, read)
    }
  } finally {
    await engine.setParameters({ tessedit_pageseg_mode: usual as never })
  }
  return again
}

/** What both sizes give, and are surer of than the page was; null where they differ. */
async function agreed(engine: Worker, png: Uint8Array, word: ReadWord): Promise<string | null> {
  let said: string | null = null
  for (const scale of SCALES) {
    const { data } = await engine.recognize(await enlarged(png, word, scale))
    const text = data.text.trim()
    const isSurer = data.confidence >= word.confidence && data.confidence >= DOUBTFUL
    if (!isSurer || !NUMBER.test(text) || (said !== null && said !== text)) return null
    said = text
  }
  return said
}

async function enlarged(png: Uint8Array, { bbox }: ReadWord, scale: number): Promise<Buffer> {
  const sharp = await pixels()
  const { width = 0, height = 0 } = await sharp(png).metadata()
  const left = Math.max(0, bbox.x0 - MARGIN)
  const top = Math.max(0, bbox.y0 - MARGIN)
  const wide = Math.min(width, bbox.x1 + MARGIN) - left
  const high = Math.min(height, bbox.y1 + MARGIN) - top
  return sharp(png)
    .extract({ left, top, width: wide, height: high })
    .resize({ width: Math.max(1, Math.round(wide * scale)) })
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#fff' })
    .withMetadata({ density: RECOGNISED_DENSITY })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
