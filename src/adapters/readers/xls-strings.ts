/** Flags of a BIFF8 string ([MS-XLS] 2.5.293): sixteen-bit letters, phonetic data behind, formats behind. */
const WIDE = 1
const PHONETIC = 4
const RICH = 8

/** A string and where it ends. */
export interface Text {
  readonly text: string
  readonly end: number
}

/** One string with its length before it, in a record of its own. */
export function plainText(data: Buffer, at: number): string {
  const count = data.readUInt16LE(at)
  const wide = (data.readUInt8(at + 2) & WIDE) !== 0
  const end = at + 3 + count * (wide ? 2 : 1)
  return data.toString(wide ? 'utf16le' : 'latin1', at + 3, end)
}

/** All texts that cells refer to by number: one table, cut wherever a record is full. */
export function sharedTexts(parts: readonly Buffer[]): string[] {
  const reader = new Pieces(parts)
  reader.skip(4)
  const count = reader.number(4)
  const texts: string[] = []
  while (texts.length < count && !reader.done) texts.push(sharedText(reader))
  return texts
}

function sharedText(reader: Pieces): string {
  const count = reader.number(2)
  const flags = reader.number(1)
  const runs = flags & RICH ? reader.number(2) : 0
  const phonetic = flags & PHONETIC ? reader.number(4) : 0
  const text = reader.letters(count, (flags & WIDE) !== 0)
  reader.skip(runs * 4 + phonetic)
  return text
}

/**
 * Bytes over several records. A record that goes on within the letters of a string begins with its flags
 * anew.
 */
class Pieces {
  readonly #parts: readonly Buffer[]
  #part = 0
  #at = 0

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts
  }

  get done(): boolean {
    this.#advance()
    return this.#part >= this.#parts.length
  }

  number(bytes: number): number {
    let value = 0
    for (let index = 0; index < bytes; index += 1) value += this.#byte() * 256 ** index
    return value
  }

  skip(bytes: number): void {
    let left = bytes
    while (left > 0 && !this.done) {
      const here = Math.min(left, (this.#parts[this.#part]?.byteLength ?? 0) - this.#at)
      this.#at += here
      left -= here
    }
  }

  letters(count: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst
    let text = ''
    let left = count
    while (left > 0) {
      const part = this.#parts[this.#part]
      if (part === undefined) break
      if (this.#at >= part.byteLength) {
        this.#advance()
        if (this.#part >= this.#parts.length) break
        wide = (this.#byte() & WIDE) !== 0
        continue
      }
      const size = wide ? 2 : 1
      const here = Math.max(1, Math.min(left, Math.floor((part.byteLength - this.#at) / size)))
      text += part.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + here * size)
      this.#at += here * size
      left -= here
    }
    return text
  }

  #byte(): number {
    this.#advance()
    const value = this.#parts[this.#part]?.[this.#at] ?? 0
    this.#at += 1
    return value
  }

  #advance(): void {
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.byteLength ?? 0)) {
      this.#part += 1
      this.#at = 0
    }
  }
}
