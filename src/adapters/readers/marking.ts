import type { Box } from './pdfium-view.ts'

/** A picture as rows of red, green, blue and opacity, a byte each. */
export interface Coloured {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** In pixels: how far around a text its mark goes, and how thick its outline is. */
const AROUND = 4
const OUTLINE = 3
/** What is left of the paper's red, green and blue under the band: amber, through which ink is seen. */
const BAND = [1, 0.85, 0.42] as const
const EDGE = [138, 75, 0] as const

/**
 * The picture with places marked: a translucent band, and around it a line, for who does not tell colours.
 * `boxes` in pixels.
 */
export function marked(picture: Coloured, boxes: readonly Box[]): Coloured {
  const copy = { ...picture, data: Uint8Array.from(picture.data) }
  for (const box of boxes) markIn(copy, box)
  return copy
}

function markIn({ data, width, height }: Coloured, box: Box): void {
  const left = clamped(box.left - AROUND, width)
  const right = clamped(box.right + AROUND, width)
  const top = clamped(box.top - AROUND, height)
  const bottom = clamped(box.bottom + AROUND, height)
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const inside = Math.min(x - left, right - 1 - x, y - top, bottom - 1 - y)
      const at = (y * width + x) * 4
      for (let part = 0; part < 3; part += 1)
        data[at + part] =
          inside < OUTLINE ? (EDGE[part] ?? 0) : Math.round((data[at + part] ?? 0) * (BAND[part] ?? 1))
    }
}

function clamped(at: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(at)))
}
