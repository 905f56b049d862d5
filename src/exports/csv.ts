import type { Call } from '../call/call.ts'
import type { ApplicationRecord } from './application-record.ts'
import { type Cell, COLUMNS } from './register-table.ts'
import { wallClockText } from './wall-clock.ts'

/** The register of some calls as one table. */
export function asCsv(
  exported: readonly { readonly call: Call; readonly records: readonly ApplicationRecord[] }[],
): string {
  return csv([
    COLUMNS.map(({ title }) => title),
    ...exported.flatMap(({ call, records }) =>
      records.map((record) => COLUMNS.map((column) => textOf(column.cell(record, call)))),
    ),
  ])
}

function textOf(cell: Cell): string {
  return typeof cell === 'object' ? wallClockText(cell.at, cell.zone) : String(cell)
}

/**
 * The mark at the start and the semicolons are what Excel in French needs to open the file with a double
 * click.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}`
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
