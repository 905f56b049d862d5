import { z } from 'zod'
import { Entry, hidden } from '../proof/entry.ts'
import type { TreeNode } from '../proof/inspect.ts'
import { type Difference, Seals, type Unit } from '../proof/seal.ts'
import type { SealedPlace } from '../register/comparison.ts'
import type { KeptEntry } from '../register/proof.ts'

const ERASED = 'records.erased'
const Erased = z.object({ positions: z.array(z.object({ from: z.int(), to: z.int() })) })

/** What the entries say themselves, gathered while they are gone through: where each unit was sealed last. */
export class ToldByEntries {
  readonly differences: Difference[] = []
  readonly #places = new Map<string, number>()
  /** Entries whose details are gone, and those of which a later one says that they were erased. */
  readonly #silent: number[] = []
  readonly #erased: { readonly from: number; readonly to: number }[] = []

  take(kept: KeptEntry): void {
    const entry = parsed(kept.body)
    if (entry === null) return
    for (const column of ['at', 'type'] as const)
      if (entry[column] !== kept[column]) this.#differs('entry', kept.position, column)
    if (entry.type === ERASED) this.#erased.push(...(Erased.safeParse(entry.shown).data?.positions ?? []))
    if (entry.sealed === undefined) return
    if (kept.opened === null) this.#silent.push(kept.position)
    else if (kept.sealed === null || hidden(kept.opened.salt, kept.sealed) !== entry.sealed)
      this.#differs('entry_detail', kept.position, 'sealed')
    else for (const unit of Seals.parse(JSON.parse(kept.sealed))) this.#places.set(keyOf(unit), kept.position)
  }

  compareTree(expected: readonly TreeNode[], kept: readonly TreeNode[]): void {
    const at = ({ level, index }: TreeNode): string => `${level}/${index}`
    const left = new Map(kept.map((node) => [at(node), node.hash]))
    for (const node of expected) {
      if (left.get(at(node)) !== node.hash) this.#differs('tree', at(node), 'hash')
      left.delete(at(node))
    }
    for (const row of left.keys()) this.#differs('tree', row, null)
  }

  /** `size`: entries that were gone through; what was sealed since then is looked at next time. */
  comparePlaces(places: readonly SealedPlace[], size: number): readonly Difference[] {
    return places.flatMap((place) => {
      const known = this.#places.get(keyOf(place))
      this.#places.delete(keyOf(place))
      if (place.position >= size || known === place.position) return []
      return [wrongPlace(place.table, place.key)]
    })
  }

  /** Details that are gone though no entry says that they were erased; asked at the end. */
  withoutDetail(): readonly Difference[] {
    return this.#silent
      .filter((position) => !this.#erased.some(({ from, to }) => from <= position && position <= to))
      .map((position) => ({
        table: 'entry_detail',
        row: `${position}`,
        column: null,
        words: 'the row is not there',
      }))
  }

  /** Units that entries sealed and of which no place is kept; asked when all places were compared. */
  withoutPlace(): readonly Difference[] {
    return [...this.#places.keys()].map((key) => {
      const [table = '', unit = ''] = JSON.parse(key) as string[]
      return wrongPlace(table, unit)
    })
  }

  #differs(table: string, row: string | number, column: string | null): void {
    this.differences.push({ table, row: `${row}`, column, words: 'it is not what the entries say' })
  }
}

function wrongPlace(table: string, key: string): Difference {
  return {
    table: 'latest_seal',
    row: `${table} ${key}`,
    column: 'position',
    words: 'it is not where the entries sealed it last',
  }
}

function keyOf({ table, key }: Unit): string {
  return JSON.stringify([table, key])
}

function parsed(body: string): Entry | null {
  try {
    return Entry.parse(JSON.parse(body))
  } catch {
    return null
  }
}
