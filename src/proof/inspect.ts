import { canonical, Entry, hidden, leafOf } from './entry.ts'
import type { SignedHead } from './head.ts'
import { isSigned } from './signature.ts'
import { completedBy, EMPTY_ROOT, hashOf, type Nodes, type Place, parentOf } from './tree.ts'

/**
 * A fault of the register, named so that a judge understands it. `position`: of the entry, where there is
 * one.
 */
export interface Fault {
  readonly code:
    | 'entry-altered'
    | 'entry-missing'
    | 'entry-out-of-order'
    | 'entry-backdated'
    | 'detail-altered'
    | 'head-altered'
    | 'head-signature'
    | 'head-key-unknown'
    | 'register-cut'
  readonly position: number | null
  readonly words: string
}

/** An entry as it is kept. `opened`: what people read of it, unless it was erased. */
export interface InspectedEntry {
  readonly position: number
  readonly body: string
  readonly leaf: string
  readonly opened: { readonly subject: string; readonly detail: string; readonly salt: string } | null
}

/** The hash of a whole subtree, as it is kept. */
export type TreeNode = Place & { readonly hash: string }

/** Clocks of several machines differ a little; an entry may be so much older than the one before. */
const CLOCKS_DIFFER_MS = 60_000

/**
 * Goes through the whole register once, entry by entry: form, hash, chain, order and time, and what people
 * read against what was sealed. Heads are compared with the tree as it was at their size.
 */
export class Inspection {
  readonly faults: Fault[] = []
  readonly #nodes = new Map<string, string>()
  readonly #roots = new Map<number, string>()
  readonly #sizes: ReadonlySet<number>
  #expected = 0
  #previous: string | null = null
  #at = ''

  /** `sizes`: others at which the root is wanted. */
  constructor(heads: readonly SignedHead[], sizes: readonly number[] = []) {
    this.#sizes = new Set([...heads.map(({ head }) => head.size), ...sizes])
    this.#roots.set(0, EMPTY_ROOT)
  }

  get size(): number {
    return this.#expected
  }

  /** Of the first `size` entries; null when it was not asked for, or there are fewer. */
  rootAt(size: number): string | null {
    return this.#roots.get(size) ?? null
  }

  /** Returns the nodes of the tree that the entry completes, its own leaf left out. */
  take(kept: InspectedEntry): readonly TreeNode[] {
    if (kept.position !== this.#expected)
      this.#fault('entry-missing', kept.position, `entry ${this.#expected} is not there`)
    const entry = parsed(kept.body)
    if (entry === null || canonical(entry) !== kept.body || leafOf(kept.body) !== kept.leaf)
      this.#fault('entry-altered', kept.position, 'its hash is not the one that was kept')
    if (entry !== null) this.#chain(kept, entry)
    this.#expected = kept.position + 1
    this.#previous = kept.leaf
    const completed = this.#grow(kept)
    if (this.#sizes.has(this.#expected)) this.#roots.set(this.#expected, this.#root())
    return completed
  }

  #chain(kept: InspectedEntry, entry: Entry): void {
    if (entry.position !== kept.position || entry.previous !== this.#previous)
      this.#fault('entry-out-of-order', kept.position, 'it does not follow the entry before it')
    if (Date.parse(entry.at) < Date.parse(this.#at) - CLOCKS_DIFFER_MS)
      this.#fault('entry-backdated', kept.position, `it bears ${entry.at}, after one of ${this.#at}`)
    this.#at = entry.at > this.#at ? entry.at : this.#at
    const { opened } = kept
    if (opened === null) return
    const isSame =
      hidden(opened.salt, opened.subject) === entry.subject &&
      hidden(opened.salt, opened.detail) === entry.detail
    if (!isSame) this.#fault('detail-altered', kept.position, 'what is shown of it is not what was sealed')
  }

  /** `publicPem`: of the key with this id; null when it is not known. */
  finish(heads: readonly SignedHead[], publicPem: (id: string) => string | null): readonly Fault[] {
    for (const signed of heads) {
      const { head, signature } = signed
      const pem = publicPem(head.key)
      if (pem === null)
        this.#fault('head-key-unknown', null, `the head of ${head.at} names a key that is not known`)
      else if (!isSigned(head, signature, pem))
        this.#fault('head-signature', null, `the signature of the head of ${head.at} does not hold`)
      if (head.size > this.#expected)
        this.#fault(
          'register-cut',
          null,
          `the head of ${head.at} counts ${head.size} entries, ${this.#expected} are left`,
        )
      else if (this.#roots.get(head.size) !== head.root)
        this.#fault(
          'head-altered',
          null,
          `the first ${head.size} entries are not those of the head of ${head.at}`,
        )
    }
    return this.faults
  }

  #grow(kept: InspectedEntry): readonly TreeNode[] {
    const completed: TreeNode[] = []
    let hash = kept.leaf
    let top: Place | null = null
    for (const { place, left } of completedBy(kept.position)) {
      if (left !== null) hash = parentOf(this.#nodes.get(keyOf(left)) ?? '', hash)
      // Halves of a whole are not needed again: what is kept stays small.
      if (left !== null) this.#nodes.delete(keyOf(left))
      if (left !== null) completed.push({ ...place, hash })
      top = place
    }
    if (top !== null) this.#nodes.set(keyOf(top), hash)
    return completed
  }

  #root(): string {
    const nodes: Nodes = (place) => this.#nodes.get(keyOf(place)) ?? ''
    return hashOf({ start: 0, end: this.#expected }, nodes)
  }

  #fault(code: Fault['code'], position: number | null, words: string): void {
    this.faults.push({ code, position, words })
  }
}

function parsed(body: string): Entry | null {
  try {
    return Entry.parse(JSON.parse(body))
  } catch {
    return null
  }
}

function keyOf({ level, index }: Place): string {
  return `${level}/${index}`
}
