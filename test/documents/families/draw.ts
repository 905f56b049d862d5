/**
 * Which half of a pool something is drawn from: the part to work on, or the part that is only scored; a third and a
 * fourth have pools of their own.
 */
export type Part = 'work' | 'scored' | 'third' | 'fourth'

/** Numbers from 0 to 1 that follow from a seed alone (mulberry32). */
export function drawer(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same things in an order that a seed decides. */
export function shuffled<One>(all: readonly One[], seed: number): One[] {
  const draw = drawer(seed)
  return all
    .map((one) => ({ one, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** Decides which words are worked on and which are only scored: never to be changed to please a figure. */
const SPLIT = 20221123

/** The half of a pool that a part may use: nothing of it is in the other part. */
export function half<One>(pool: readonly One[], part: Part): One[] {
  if (part === 'third' || part === 'fourth') throw new Error(`the ${part} part has pools of its own`)
  const order = shuffled(pool, SPLIT + pool.length)
  const middle = Math.ceil(order.length / 2)
  return part === 'work' ? order.slice(0, middle) : order.slice(middle)
}

/** One of a list, by a number from 0 to 1. */
export function oneOf<One>(list: readonly One[], at: number): One {
  const found = list[Math.floor(at * list.length)]
  if (found === undefined) throw new Error('nothing to draw from')
  return found
}

/** So many digits. */
export function digits(count: number, draw: () => number): string {
  return Array.from({ length: count }, () => Math.floor(draw() * 10)).join('')
}
