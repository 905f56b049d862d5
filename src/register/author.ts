/** Who decided something, and why: kept for good with what they decided. */
export interface Author {
  readonly by: string
  readonly reason: string
}
