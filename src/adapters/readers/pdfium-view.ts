/** x' = a·x + c·y + e and y' = b·x + d·y + f, as in ISO 32000, 8.3.3. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle in points from the top left corner of a page as it is seen. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * From a page's own coordinates, whose y goes up, to those of who looks at it: from the top left corner of
 * what is seen of it, turned as the page says. `box`: left, top, right, bottom of what is seen; `rotation`:
 * quarters of a turn.
 */
export function viewOf(box: readonly number[] | null, rotation: number): Matrix {
  const [left = 0, top = 842, right = 595, bottom = 0] = box ?? []
  if (rotation === 1) return [0, 1, 1, 0, -bottom, -left]
  if (rotation === 2) return [-1, 0, 0, 1, right, -bottom]
  if (rotation === 3) return [0, -1, -1, 0, top, right]
  return [1, 0, 0, -1, -left, top]
}

/**
 * Where a point of an object lies on its page, by the matrix of the object (ISO 32000-1, 8.3.3), in points.
 */
export function seen([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** First `m`, then `n`. */
export function after(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ]
}

/** Where a rectangle of a page's own coordinates is seen. */
export function seenBox(view: Matrix, x1: number, y1: number, x2: number, y2: number): Box {
  const corners = [seen(view, x1, y1), seen(view, x2, y1), seen(view, x1, y2), seen(view, x2, y2)]
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
