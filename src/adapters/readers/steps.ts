/** The value in the middle, by size; of an even count the larger of both. 0 of none. */
export function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** How far each place is from the one before it. */
export function stepsOf(places: readonly number[]): number[] {
  return places.slice(1).map((at, index) => at - (places[index] ?? 0))
}
