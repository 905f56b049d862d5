import type { Fault } from '../proof/inspect.ts'
import type { Difference } from '../proof/seal.ts'

/** What is wrong with the register, by its code, the place in the log where it has one, and words. */
export function faultInWords({ code, position, words }: Fault): string {
  return `${code}${position === null ? '' : ` at entry ${position}`}: ${words}`
}

/** Names table, row and column: whoever looks finds the cell. */
export function differenceInWords({ table, row, column, words }: Difference): string {
  return `not-as-sealed in ${table}, row ${row}${column === null ? '' : `, column ${column}`}: ${words}`
}

/** How many rows are older than their seals. */
export function unsealedInWords(found: { readonly rows: number; readonly unsealed: number }): string {
  return `${found.unsealed} of ${found.rows} rows were written before this edition sealed them`
}
