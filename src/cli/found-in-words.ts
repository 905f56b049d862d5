import type { Fault } from '../proof/inspect.ts'
import type { Difference } from '../proof/seal.ts'

export function faultInWords({ code, position, words }: Fault): string {
  return `${code}${position === null ? '' : ` at entry ${position}`}: ${words}`
}

/** Names table, row and column: whoever looks finds the cell. */
export function differenceInWords({ table, row, column, words }: Difference): string {
  return `not-as-sealed in ${table}, row ${row}${column === null ? '' : `, column ${column}`}: ${words}`
}

export function unsealedInWords(found: { readonly rows: number; readonly unsealed: number }): string {
  return `${found.unsealed} of ${found.rows} rows were written before this edition sealed them`
}
