/**
 * Patterns of a call's file meet strangers' words, so none may be slow: only those are taken that a text can
 * follow in one way. A part that may repeat is followed by nothing that it could hold itself; nothing looks
 * around, goes back or repeats without end; only single signs repeat, and groups stand once or not at all.
 */

/** What is wrong with a pattern, in words for whoever wrote it; null where it is safe. */
export function patternFault(pattern: string): string | null {
  try {
    new RegExp(pattern, 'iu')
  } catch {
    return 'must be a regular expression'
  }
  const reader = new PatternReader(pattern)
  const parts = reader.alternatives()
  if (parts === null || !reader.atEnd) return reader.fault ?? GRAMMAR
  return parts.map(ambiguityIn).find((fault) => fault !== null) ?? null
}

const GRAMMAR =
  'may hold signs, classes such as [A-Z] or \\d, groups (a|' +
  'b), ? and {n,m}: nothing that looks around or goes back'
const ENDLESS = 'repeats without end: write {n,m} in place of * and +'
const MOST_REPEATS = 40

/** A sign or class that may repeat, or a group that may be left out. */
interface Part {
  readonly holds: Signs
  readonly least: number
  readonly most: number
  /** The alternatives of a group; none of a sign. */
  readonly inside: readonly (readonly Part[])[]
}

type Signs = ReadonlySet<string>

/** The signs by which two classes are compared: those that identifiers are written with. */
const ALPHABET = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code))

/** Reads a pattern of the small grammar; null where it leaves it. */
class PatternReader {
  readonly #pattern: string
  #at = 0
  fault: string | null = null

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  get atEnd(): boolean {
    return this.#at === this.#pattern.length
  }

  alternatives(): Part[][] | null {
    const found: Part[][] = [[]]
    while (!this.atEnd && this.#pattern[this.#at] !== ')') {
      if (this.#pattern[this.#at] === '|') {
        this.#at += 1
        found.push([])
        continue
      }
      const part = this.#part()
      if (part === null) return null
      found.at(-1)?.push(part)
    }
    return found
  }

  #part(): Part | null {
    const inside = this.#group()
    if (inside === null) return null
    const sign = inside.length > 0 ? null : this.#sign()
    if (inside.length === 0 && sign === null) return null
    const [least, most] = this.#repeats()
    if (this.fault !== null || (inside.length > 0 && most > 1)) return null
    return { holds: sign ?? new Set(), least, most, inside }
  }

  /**
   * The alternatives of a group, none where no group stands, null where it is of a kind that is not taken.
   */
  #group(): Part[][] | null {
    const open = /^\((?:\?:|(?!\?))/.exec(this.#rest())?.[0]
    if (open === undefined) return this.#rest().startsWith('(') ? null : []
    this.#at += open.length
    const inside = this.alternatives()
    if (inside === null || this.#pattern[this.#at] !== ')') return null
    this.#at += 1
    return inside
  }

  #sign(): Signs | null {
    const found =
      /^(?:\[\^?(?:[^\]\\]|\\.)+\]|\\p\{\w{1,20}\}|\\[dswDSW./()[\]|+*?{}\\-]|[^\\()[\]{}*+?|^$.])/u.exec(
        this.#rest(),
      )?.[0]
    if (found === undefined) return null
    this.#at += found.length
    const one = new RegExp(`^(?:${found})$`, 'iu')
    return new Set(ALPHABET.filter((sign) => one.test(sign)))
  }

  #repeats(): readonly [number, number] {
    const found = /^(?:\?|\{(\d{1,2})(?:,(\d{1,2}))?\})/.exec(this.#rest())
    if (found === null) {
      if (/^(?:[*+]|\{)/.test(this.#rest())) this.fault = ENDLESS
      return [1, 1]
    }
    this.#at += found[0].length
    const [whole, least, most] = found
    const bounds = whole === '?' ? ([0, 1] as const) : ([Number(least), Number(most ?? least)] as const)
    if (bounds[1] > MOST_REPEATS) this.fault = `repeats a sign more than ${MOST_REPEATS} times`
    return bounds
  }

  #rest(): string {
    return this.#pattern.slice(this.#at)
  }
}

/**
 * Where a text could be followed in two ways: a part that may stop or go on, before one that begins alike.
 */
function ambiguityIn(parts: readonly Part[]): string | null {
  for (const [index, part] of parts.entries()) {
    const inner = part.inside.map(ambiguityIn).find((fault) => fault !== null)
    if (inner !== undefined) return inner
    const after = beginnings(parts.slice(index + 1))
    if ([...goesOn(part)].some((sign) => after.has(sign)))
      return 'could be read in two ways where a part that may repeat is followed by the same signs'
    if (overlap(part.inside))
      return 'has alternatives that begin with the same sign: put what they share before them'
  }
  return null
}

/** The signs with which a sequence may begin: what may be left out is looked through. */
function beginnings(parts: readonly Part[]): Signs {
  const found = new Set<string>()
  for (const part of parts) {
    for (const sign of part.inside.length === 0
      ? part.holds
      : part.inside.flatMap((one) => [...beginnings(one)]))
      found.add(sign)
    const mayBeEmpty = part.least === 0 || part.inside.some((one) => one.every(({ least }) => least === 0))
    if (!mayBeEmpty) break
  }
  return found
}

/** The signs with which a part may go on where it could stop as well: its own, and those of what ends it. */
function goesOn(part: Part): Signs {
  const own = part.most > part.least ? [...beginnings([part])] : []
  const ends = part.inside.flatMap((one) => {
    const last = one.at(-1)
    return last === undefined ? [] : [...goesOn(last)]
  })
  return new Set([...own, ...ends])
}

function overlap(alternatives: readonly (readonly Part[])[]): boolean {
  const seen = new Set<string>()
  return alternatives.some((one) => {
    const begins = beginnings(one)
    const shared = [...begins].some((sign) => seen.has(sign))
    for (const sign of begins) seen.add(sign)
    return shared
  })
}
