import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsxFile, { type Feature } from 'write-excel-file/node'
import { epochOf, wallClockOf } from '../../base/instant.ts'
import type { Cell, Sheet } from '../../exports/register-table.ts'

/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
const LONGEST_TEXT = 32_000

/**
 * A workbook (XLSX) with frozen titles, filters and typed cells. Text stays text: nothing in it is ever a
 * formula.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows, laidOut }) => ({
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: laidOut === undefined ? 2 : 1,
    ...(laidOut === undefined ? {} : { orientation: 'landscape' as const }),
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ title }) => ({
        value: title,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
        backgroundColor: '#e8edff',
      })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }))
  const filters = filtersOver(sheets)
  return writeXlsxFile(written, { features: [filters] }).toBuffer()
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object') return { value: shownAs(cell), type: Date, format: 'dd/mm/yyyy hh:mm:ss' }
  if (cell === '') return null
  return { value: withoutControls(cell).slice(0, LONGEST_TEXT), type: String, wrap: true }
}

/** A spreadsheet knows no zones: the wall clock of the call's, as if it were universal time. */
function shownAs({ at, zone }: Cell & object): Date {
  const offset = wallClockOf(at, zone).offsetNanoseconds / 1_000_000
  return new Date(epochOf(at) + offset)
}

/** XML has no place for them. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ').replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '')
}

/**
 * Excel's buttons on the titles; the library has none. They stand after the sheet's data, before anything
 * else.
 */
function filtersOver(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(content, { sheet: name }) {
            const sheet = byName.get(name ?? '')
            if (sheet === undefined || sheet.laidOut !== undefined) return content
            const range = `A1:${letters(sheet.columns.length)}${sheet.rows.length + 1}`
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
          },
        },
      },
    },
  }
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = (column - 1) % 26
  const before = column > 26 ? letters(Math.floor((column - 1) / 26)) : ''
  return before + String.fromCharCode(65 + rest)
}
