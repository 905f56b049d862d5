import { Unreadable } from './opened.ts'

/** Sector numbers from here on are marks, not places ([MS-CFB] 2.1). */
const MARKS = 0xffff_fff0
const DIRECTORY_ENTRY = 128
const STREAM = 2
const ROOT = 5

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

/**
 * The stream of a name in an OLE compound file ([MS-CFB]); null when there is none. Throws Unreadable for
 * damage.
 */
export function compoundStream(content: Uint8Array, name: string): Uint8Array | null {
  const file = new Compound(content)
  const entry = file.entries.find((one) => one.type === STREAM && one.name === name)
  return entry === undefined ? null : file.read(entry)
}

class Compound {
  readonly entries: readonly Entry[]
  readonly #bytes: Buffer
  readonly #sector: number
  readonly #mini: number
  readonly #cutoff: number
  readonly #next: readonly number[]
  readonly #nextMini: readonly number[]
  readonly #root: Buffer

  constructor(content: Uint8Array) {
    this.#bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    if (content.byteLength < 512) throw broken()
    this.#sector = 2 ** Math.min(12, this.#bytes.readUInt16LE(30))
    this.#mini = 2 ** Math.min(12, this.#bytes.readUInt16LE(32))
    this.#cutoff = this.#bytes.readUInt32LE(56)
    this.#next = numbers(Buffer.concat(this.#tableSectors().map((at) => this.#at(at))))
    this.entries = entriesOf(this.#chain(this.#bytes.readUInt32LE(48)))
    this.#nextMini = numbers(this.#chain(this.#bytes.readUInt32LE(60)))
    const root = this.entries.find((one) => one.type === ROOT)
    this.#root = root === undefined ? Buffer.alloc(0) : this.#chain(root.start)
  }

  read(entry: Entry): Uint8Array {
    if (entry.size >= this.#cutoff) return this.#chain(entry.start).subarray(0, entry.size)
    const parts = follow(entry.start, this.#nextMini).map((at) =>
      this.#root.subarray(at * this.#mini, (at + 1) * this.#mini),
    )
    return Buffer.concat(parts).subarray(0, entry.size)
  }

  /** Sectors of the allocation table: 109 in the header, the others in a chain of their own. */
  #tableSectors(): number[] {
    const found = numbers(this.#bytes.subarray(76, 512))
    let at = this.#bytes.readUInt32LE(68)
    for (let left = this.#bytes.byteLength / this.#sector; at < MARKS && left > 0; left -= 1) {
      const list = numbers(this.#at(at))
      at = list.pop() ?? MARKS
      found.push(...list)
    }
    return found.filter((sector) => sector < MARKS)
  }

  #chain(start: number): Buffer {
    return Buffer.concat(follow(start, this.#next).map((at) => this.#at(at)))
  }

  #at(sector: number): Buffer {
    return this.#bytes.subarray((sector + 1) * this.#sector, (sector + 2) * this.#sector)
  }
}

/** The numbers of a chain; one that bites its tail is damage. */
function follow(start: number, next: readonly number[]): number[] {
  const chain: number[] = []
  for (let at = start; at < MARKS; at = next[at] ?? MARKS) {
    if (chain.length > next.length) throw broken()
    chain.push(at)
  }
  return chain
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, index) => bytes.readUInt32LE(index * 4))
}

function entriesOf(directory: Buffer): Entry[] {
  const count = Math.floor(directory.byteLength / DIRECTORY_ENTRY)
  return Array.from({ length: count }, (_, index) => {
    const one = directory.subarray(index * DIRECTORY_ENTRY, (index + 1) * DIRECTORY_ENTRY)
    const length = Math.max(0, Math.min(64, one.readUInt16LE(64)) - 2)
    return {
      name: one.toString('utf16le', 0, length),
      type: one.readUInt8(66),
      start: one.readUInt32LE(116),
      size: one.readUInt32LE(120),
    }
  })
}

function broken(): Unreadable {
  return new Unreadable('unreadable', 'a damaged OLE compound file')
}
