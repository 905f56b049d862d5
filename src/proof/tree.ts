import { createHash } from 'node:crypto'

/** A node of the Merkle tree over whole subtrees: `level` 0 are the leaves; `index` counts from the left. */
export interface Place {
  readonly level: number
  readonly index: number
}
/** Hashes of whole subtrees, hexadecimal. */
export type Nodes = (place: Place) => string

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** RFC 9162, 2.1.1. */
export function parentOf(left: string, right: string): string {
  return createHash('sha256')
    .update('\u0001')
    .update(Buffer.from(left, 'hex'))
    .update(Buffer.from(right, 'hex'))
    .digest('hex')
}

/** RFC 9162, 2.1.1: the root of no leaves. */
export const EMPTY_ROOT = createHash('sha256').digest('hex')

/**
 * Which whole subtrees a leaf completes: it alone, and each pair it closes; from the leaf up, with the left
 * half of each.
 */
export function completedBy(
  position: number,
): readonly { readonly place: Place; readonly left: Place | null }[] {
  const completed: { place: Place; left: Place | null }[] = [
    { place: { level: 0, index: position }, left: null },
  ]
  for (let level = 1, index = position; index % 2 === 1; level += 1) {
    completed.push({ place: { level, index: (index - 1) / 2 }, left: { level: level - 1, index: index - 1 } })
    index = (index - 1) / 2
  }
  return completed
}

/** The whole subtrees whose hashes give the hash of a range of the tree. */
export function placesOf(range: Range): readonly Place[] {
  if (range.end <= range.start) return []
  const whole = wholeSubtree(range)
  return whole === null ? halvesOf(range).flatMap(placesOf) : [whole]
}

/** The hash of a range: MTH(D[start:end]) of RFC 9162, 2.1.1. */
export function hashOf(range: Range, nodes: Nodes): string {
  if (range.end <= range.start) return EMPTY_ROOT
  const whole = wholeSubtree(range)
  if (whole !== null) return nodes(whole)
  const [left, right] = halvesOf(range)
  return parentOf(hashOf(left, nodes), hashOf(right, nodes))
}

/**
 * RFC 9162, 2.1.3.1: what proves that the leaf at `position` is in a tree of `size` leaves; from the leaf up.
 */
export function inclusionRanges(position: number, range: Range): readonly Range[] {
  if (range.end - range.start === 1) return []
  const [left, right] = halvesOf(range)
  return position < left.end
    ? [...inclusionRanges(position, left), right]
    : [...inclusionRanges(position, right), left]
}

/**
 * RFC 9162, 2.1.4.1: what proves that a tree of `size` leaves begins with the tree of its first `older`
 * leaves.
 */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  if (older <= 0 || older >= size) return []
  return subproof(older, { start: 0, end: size }, true)
}

function subproof(older: number, range: Range, isOlderTree: boolean): readonly Range[] {
  if (older === range.end) return isOlderTree ? [] : [range]
  const [left, right] = halvesOf(range)
  return older <= left.end
    ? [...subproof(older, left, isOlderTree), right]
    : [...subproof(older, right, false), left]
}

/** RFC 9162, 2.1.3.2. `proof`: hashes from the leaf up. */
export function isIncluded(
  leaf: string,
  position: number,
  size: number,
  proof: readonly string[],
  root: string,
): boolean {
  if (position < 0 || position >= size) return false
  let [first, last, hash] = [position, size - 1, leaf]
  for (const other of proof) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      hash = parentOf(other, hash)
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)]
    } else hash = parentOf(hash, other)
    ;[first, last] = [half(first), half(last)]
  }
  return last === 0 && hash === root
}

/** RFC 9162, 2.1.4.2: whether the newer tree begins with the older one. */
export function isConsistent(
  older: { readonly size: number; readonly root: string },
  newer: { readonly size: number; readonly root: string },
  proof: readonly string[],
): boolean {
  if (older.size === newer.size) return older.root === newer.root && proof.length === 0
  if (older.size === 0) return proof.length === 0
  if (older.size > newer.size || proof.length === 0) return false
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : [...proof]
  let [first, last] = [older.size - 1, newer.size - 1]
  while (first % 2 === 1) [first, last] = [half(first), half(last)]
  const seed = path.shift() ?? ''
  let [old, fresh] = [seed, seed]
  for (const other of path) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      ;[old, fresh] = [parentOf(other, old), parentOf(other, fresh)]
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)]
    } else fresh = parentOf(fresh, other)
    ;[first, last] = [half(first), half(last)]
  }
  return last === 0 && old === older.root && fresh === newer.root
}

/** At the largest power of two that is smaller than the range. */
function halvesOf({ start, end }: Range): readonly [Range, Range] {
  let length = 1
  while (length * 2 < end - start) length *= 2
  return [
    { start, end: start + length },
    { start: start + length, end },
  ]
}

function wholeSubtree({ start, end }: Range): Place | null {
  const length = end - start
  if (!isPowerOfTwo(length) || start % length !== 0) return null
  return { level: Math.log2(length), index: start / length }
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count))
}

function half(count: number): number {
  return Math.floor(count / 2)
}
