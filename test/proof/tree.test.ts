import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completedBy,
  consistencyRanges,
  EMPTY_ROOT,
  hashOf,
  inclusionRanges,
  isConsistent,
  isIncluded,
  type Nodes,
  type Place,
  parentOf,
  placesOf,
  type Range,
} from '../../src/proof/tree.ts'

const sha = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A second implementation, from the words of RFC 9162, 2.1: slices of the list of leaves, no stored nodes. */
function mth(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return leaves[0] as Buffer
  const k = split(leaves.length)
  return sha(Buffer.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}
function split(n: number): number {
  let k = 1
  while (k << 1 < n) k <<= 1
  return k
}
function path(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))]
}
function subproof(m: number, leaves: readonly Buffer[], b: boolean): Buffer[] {
  if (m === leaves.length) return b ? [] : [mth(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), b), mth(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))]
}

const leavesOf = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => sha(Buffer.of(0), Buffer.from(`${seed}/${index}`)))

/** Ours: nodes stored as leaves come in, one after the other. */
function storedNodes(leaves: readonly Buffer[]): Nodes {
  const nodes = new Map<string, string>()
  const key = ({ level, index }: Place) => `${level}/${index}`
  const get: Nodes = (place) => {
    const hash = nodes.get(key(place))
    if (hash === undefined) throw new Error(`node ${key(place)} is not stored`)
    return hash
  }
  leaves.forEach((leaf, position) => {
    let hash = leaf.toString('hex')
    for (const { place, left } of completedBy(position)) {
      if (left !== null) hash = parentOf(get(left), hash)
      nodes.set(key(place), hash)
    }
  })
  return get
}

const hashes = (ranges: readonly Range[], nodes: Nodes) => ranges.map((range) => hashOf(range, nodes))
const hex = (buffers: readonly Buffer[]) => buffers.map((buffer) => buffer.toString('hex'))

describe('the tree', () => {
  it('agrees with a second implementation on 10 000 random trees: root, inclusion, consistency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (size, seed, somePosition, someOlder) => {
          const leaves = leavesOf(size, seed)
          const nodes = storedNodes(leaves)
          const [position, older] = [somePosition % size, 1 + (someOlder % size)]
          const whole = { start: 0, end: size }
          const root = mth(leaves).toString('hex')
          const included = hashes(inclusionRanges(position, whole), nodes)
          const consistent = hashes(consistencyRanges(older, size), nodes)
          expect(hashOf(whole, nodes)).toBe(root)
          expect(included).toEqual(hex(path(position, leaves)))
          expect(consistent).toEqual(hex(older === size ? [] : subproof(older, leaves, true)))
          expect(isIncluded(hex(leaves)[position] ?? '', position, size, included, root)).toBe(true)
          const olderRoot = mth(leaves.slice(0, older)).toString('hex')
          expect(isConsistent({ size: older, root: olderRoot }, { size, root }, consistent)).toBe(true)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('takes no leaf for another, at no other place, and no proof with a byte changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), (size, some, which) => {
        const leaves = hex(leavesOf(size, 7))
        const nodes = storedNodes(leavesOf(size, 7))
        const position = some % size
        const root = hashOf({ start: 0, end: size }, nodes)
        const proof = hashes(inclusionRanges(position, { start: 0, end: size }), nodes)
        const leaf = leaves[position] ?? ''
        expect(isIncluded(leaves[(position + 1) % size] ?? '', position, size, proof, root)).toBe(false)
        expect(isIncluded(leaf, (position + 1) % size, size, proof, root)).toBe(false)
        expect(isIncluded(leaf, position, size, proof.slice(1), root)).toBe(false)
        const broken = proof.map((hash, index) => (index === which % proof.length ? flipped(hash) : hash))
        expect(isIncluded(leaf, position, size, broken, root)).toBe(false)
      }),
    )
  })

  it('shows when something was removed between two heads', () => {
    const leaves = leavesOf(40, 3)
    const without = leaves.filter((_, index) => index !== 11)
    const before = mth(leaves.slice(0, 20)).toString('hex')
    const nodes = storedNodes(without)
    const proof = hashes(consistencyRanges(20, without.length), nodes)
    const newer = { size: without.length, root: mth(without).toString('hex') }
    expect(isConsistent({ size: 20, root: before }, newer, proof)).toBe(false)
  })

  it('asks for no node that is not stored, and knows the empty tree', () => {
    expect(hashOf({ start: 0, end: 0 }, () => 'none')).toBe(EMPTY_ROOT)
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(placesOf({ start: 0, end: 7 })).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ])
  })
})

function flipped(hash: string): string {
  return `${hash[0] === '0' ? '1' : '0'}${hash.slice(1)}`
}
