/** What a storage of an OLE compound file holds, by name: streams, and other storages. */
export interface Storage {
  readonly [name: string]: Uint8Array | Storage
}

const SECTOR = 512
const MINI = 64
const CUTOFF = 4096
const END = 0xffff_fffe
const NONE = 0xffff_ffff
const TABLE = 0xffff_fffd

interface Entry {
  readonly name: string
  readonly type: 1 | 2 | 5
  readonly content: Uint8Array
  left: number
  right: number
  child: number
  start: number
  size: number
}

/** An OLE compound file ([MS-CFB], version 3), the wrapping of .doc, .msg and locked office files. */
export function aCompound(root: Storage): Buffer {
  const entries: Entry[] = [entry('Root Entry', 5)]
  const top = entries[0] as Entry
  top.child = listed(root, entries)
  const sectors = new Chains(SECTOR)
  const minis = new Chains(MINI)
  for (const one of entries.filter((each) => each.type === 2)) {
    const small = one.content.byteLength < CUTOFF
    one.start = (small ? minis : sectors).add(one.content)
    one.size = one.content.byteLength
  }
  const smalls = minis.bytes()
  top.start = sectors.add(smalls)
  top.size = smalls.byteLength
  const miniTable = sectors.add(numbers(minis.next))
  const directory = sectors.add(Buffer.concat(entries.map(written)), SECTOR)
  return withTable(sectors, { directory, miniTable, miniSectors: Math.ceil(minis.next.length / 128) })
}

function entry(name: string, type: 1 | 2 | 5, content: Uint8Array = new Uint8Array()): Entry {
  return { name, type, content, left: NONE, right: NONE, child: NONE, start: type === 2 ? END : 0, size: 0 }
}

/** Enters what a storage holds; gives the top of the tree in which its names are looked up. */
function listed(storage: Storage, entries: Entry[]): number {
  const names = Object.keys(storage).sort(
    (one, other) => one.length - other.length || (one.toUpperCase() < other.toUpperCase() ? -1 : 1),
  )
  const indexes = names.map((name) => {
    const held = storage[name]
    const isStream = held instanceof Uint8Array
    const index = entries.push(isStream ? entry(name, 2, held) : entry(name, 1)) - 1
    const made = entries[index] as Entry
    if (held !== undefined && !isStream) made.child = listed(held, entries)
    return index
  })
  return tree(indexes, entries)
}

function tree(indexes: readonly number[], entries: readonly Entry[]): number {
  const middle = Math.floor(indexes.length / 2)
  const index = indexes[middle]
  const top = index === undefined ? undefined : entries[index]
  if (index === undefined || top === undefined) return NONE
  top.left = tree(indexes.slice(0, middle), entries)
  top.right = tree(indexes.slice(middle + 1), entries)
  return index
}

/** Sectors of a size, chained. */
class Chains {
  readonly next: number[] = []
  readonly #parts: Uint8Array[] = []
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  add(content: Uint8Array, atLeast = 0): number {
    const count = Math.ceil(Math.max(content.byteLength, atLeast) / this.#size)
    if (count === 0) return END
    const start = this.next.length
    for (let at = 0; at < count; at += 1) this.next.push(at === count - 1 ? END : start + at + 1)
    this.#parts.push(content, Buffer.alloc(count * this.#size - content.byteLength))
    return start
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts)
  }
}

function numbers(list: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(list.length / 128) * SECTOR, 0xff)
  for (const [index, value] of list.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

function written(one: Entry): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(one.name, 0, 'utf16le')
  bytes.writeUInt16LE((one.name.length + 1) * 2, 64)
  bytes.writeUInt8(one.type, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeUInt32LE(one.left, 68)
  bytes.writeUInt32LE(one.right, 72)
  bytes.writeUInt32LE(one.child, 76)
  bytes.writeUInt32LE(one.start, 116)
  bytes.writeUInt32LE(one.size, 120)
  return bytes
}

interface Places {
  readonly directory: number
  readonly miniTable: number
  readonly miniSectors: number
}

function withTable(sectors: Chains, { directory, miniTable, miniSectors }: Places): Buffer {
  const body = sectors.bytes()
  const used = sectors.next.length
  let tables = 0
  while (tables * 128 < used + tables) tables += 1
  const own = Array.from({ length: tables }, () => TABLE)
  const head = Buffer.alloc(SECTOR, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, tables],
    [48, directory],
    [56, CUTOFF],
    [60, miniTable],
    [64, miniSectors],
    [68, END],
  ] as const)
    head.writeUInt32LE(value, at)
  for (let index = 0; index < 109; index += 1)
    head.writeUInt32LE(index < tables ? used + index : NONE, 76 + index * 4)
  return Buffer.concat([head, body, numbers([...sectors.next, ...own])])
}
