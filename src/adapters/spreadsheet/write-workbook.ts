import writeXlsxFile from 'write-excel-file/node'
import { epochOf, wallClockOf } from '../../base/instant.ts'
import type { Cell, Sheet } from '../../exports/register-table.ts'
import { pageSetup } from './page-setup.ts'

/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
const LONGEST_TEXT = 32_000

/**
 * A workbook (XLSX) with frozen titles, filters, typed cells and pages that print. Text stays text: nothing in it is ever a
 * formula.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows, laidOut }) => ({
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: laidOut === undefined ? 2 : 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ title }) => ({
        value: title,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
        alignVertical: 'top' as const,
        backgroundColor: '#e8edff',
      })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }))
  return writeXlsxFile(written, { fontSize: 10, features: [pageSetup(sheets)] }).toBuffer()
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number, ...TOP }
  if (typeof cell === 'object')
    return { value: shownAs(cell), type: Date, format: 'dd/mm/yyyy hh:mm:ss', ...TOP }
  if (cell === '') return null
  return { value: withoutControls(cell).slice(0, LONGEST_TEXT), type: String, wrap: true, ...TOP }
}

/** Long cells stand beside short ones. */
const TOP = { alignVertical: 'top' } as const

/** A spreadsheet knows no zones: the wall clock of the call's, as if it were universal time. */
function shownAs({ at, zone }: Cell & object): Date {
  const offset = wallClockOf(at, zone).offsetNanoseconds / 1_000_000
  return new Date(epochOf(at) + offset)
}

/** XML has no place for them. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ').replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '')
}
