import { z } from 'zod'
import { canonical, hidden } from './entry.ts'

/** What a row holds in one of its columns. */
export type Cell = string | number | null
/** `id`: which of its unit’s rows; `cells`: by column, those that are sealed. */
export interface Row {
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}
/**
 * The rows of one table that are about one thing: sealed together, so that a missing one and an added one are
 * seen too.
 */
export interface Unit {
  readonly table: string
  readonly key: string
}

const SealedRow = z.strictObject({
  id: z.string(),
  /** HMAC over all cells: what proves. */
  seal: z.string().regex(/^[0-9a-f]{64}$/),
  /** The beginnings of their own HMACs, by column: what names the cell that differs. */
  cells: z.record(z.string(), z.string().regex(/^[0-9a-f]{8}$/)),
})
export const SealedUnit = z.strictObject({ table: z.string(), key: z.string(), rows: z.array(SealedRow) })
export type SealedUnit = z.infer<typeof SealedUnit>

/** What an entry seals: each unit that it decided something about, as it left it. */
export const Seals = z.array(SealedUnit)
export type Seals = z.infer<typeof Seals>

/**
 * A cell, a row or a table that is not what was sealed of it. `column`: null where the whole row is meant.
 */
export interface Difference {
  readonly table: string
  readonly row: string
  readonly column: string | null
  readonly words: string
}

const TAG = 8

/** `salt`: of the entry; without it the seal says nothing. */
export function sealOf(unit: Unit, rows: readonly Row[], salt: string): SealedUnit {
  return { ...unit, rows: rows.map((row) => sealOfRow(unit, row, salt)) }
}

/** One for each cell that was changed, and one for each row that is gone or was added. */
export function differencesFrom(
  sealed: SealedUnit,
  rows: readonly Row[],
  salt: string,
): readonly Difference[] {
  const now = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(sealed.rows.map((row) => row.id))
  const of = (id: string) => ({ table: sealed.table, row: id === '' ? sealed.key : `${sealed.key} ${id}` })
  return [
    ...sealed.rows.flatMap((before): readonly Difference[] => {
      const row = now.get(before.id)
      if (row === undefined) return [{ ...of(before.id), column: null, words: 'the row is not there' }]
      return changedColumns(sealed, before, row, salt).map((column) => ({
        ...of(before.id),
        column,
        words: 'it is not what was sealed',
      }))
    }),
    ...rows
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => ({ ...of(id), column: null, words: 'no entry tells of this row' })),
  ]
}

/** A column that came with a later edition is none of what was sealed. */
function changedColumns(
  unit: Unit,
  before: SealedUnit['rows'][number],
  { id, cells }: Row,
  salt: string,
): readonly (string | null)[] {
  const columns = Object.keys(before.cells)
  const present = Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]))
  const now = sealOfRow(unit, { id, cells: present }, salt)
  const changed = columns.filter((column) => now.cells[column] !== before.cells[column])
  return changed.length === 0 && now.seal !== before.seal ? [null] : changed
}

function sealOfRow({ table, key }: Unit, { id, cells }: Row, salt: string): SealedUnit['rows'][number] {
  const tags = Object.entries(cells).map(([column, cell]) => [
    column,
    hidden(salt, canonical([table, key, id, column, cell])).slice(0, TAG),
  ])
  return { id, seal: hidden(salt, canonical([table, key, id, cells])), cells: Object.fromEntries(tags) }
}
