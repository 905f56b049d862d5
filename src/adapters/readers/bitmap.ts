/** Grey pixels, a byte each, row by row. */
export interface Bitmap {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Paler than letters: what a scanner makes of a hairline. */
export const DARK = 200
export const WHITE = 255

/** A line on a page, `at` its middle: of a row of pixels for horizontal ones, of a column for uprights. */
export interface Rule {
  readonly at: number
  readonly first: number
  readonly last: number
}

export interface Rules {
  readonly rows: readonly Rule[]
  readonly uprights: readonly Rule[]
}

export type Run = readonly [first: number, last: number]
