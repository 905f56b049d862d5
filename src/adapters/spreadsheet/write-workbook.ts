import writeXlsxFile from 'write-excel-file/node'
import { epochOf, wallClockOf } from '../../base/instant.ts'
import type { Cell, Sheet } from '../../exports/register-table.ts'
import { pageSetup } from './page-setup.ts'

/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
const LONGEST_TEXT = 32_000

/**
 * A workbook (XLSX) with frozen titles, filters, typed cells and pages that print. Text stays text: nothing
 * in it is ever a formula.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows, laidOut }) => ({
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: laidOut === undefined ? 2 : 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ title }, index) => ({
        value: title,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
        ...TOP,
        ...(laidOut === 'table' && index > 0 ? { align: 'right' as const } : {}),
        height: heightOf(
          columns.map((column) => column.title),
          columns,
        ),
        backgroundColor: '#e8edff',
      })),
      ...rows.map((row) => rowOf(row, heightOf(row, columns))),
    ],
  }))
  const options = { fontFamily: 'Arial', fontSize: 10, features: [pageSetup(sheets)] }
  return writeXlsxFile(written, options).toBuffer()
}

/** The first cell tells how high its row is. */
function rowOf(row: readonly Cell[], height: number) {
  const [first, ...others] = row.map(cellOf)
  return [{ ...(first ?? { value: '', type: String }), height }, ...others]
}

const LINE_POINTS = 13
const LINES_AT_MOST = 30

/**
 * In points: not every program that opens a workbook finds out by itself how many lines a cell needs. Words
 * do not fill their lines to the end.
 */
function heightOf(row: readonly Cell[], columns: Sheet['columns']): number {
  const lines = row.map((cell, index) => {
    if (typeof cell !== 'string') return 1
    const across = Math.max(4, columns[index]?.width ?? 10)
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / across)), 0)
  })
  return Math.min(LINES_AT_MOST, Math.max(1, ...lines)) * LINE_POINTS + 2
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number, ...TOP }
  if (typeof cell === 'object')
    return { value: shownAs(cell), type: Date, format: 'dd/mm/yyyy hh:mm:ss', align: 'left' as const, ...TOP }
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
