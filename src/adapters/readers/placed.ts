/** A piece of text on a page: points, from the top left corner; `y` is the baseline. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A form control's value: a cell of its own, however near its label stands. */
  readonly cell?: boolean
}

/** Pieces on one baseline. */
export interface PlacedLine {
  y: number
  height: number
  readonly items: Placed[]
}

/** Wider than this many heights is a gap between cells, unless its line is justified. */
export const CELL_GAP = 1
