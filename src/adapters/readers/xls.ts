import type { Line } from '../../documents/text/page.ts'
import { compoundStream } from './compound.ts'
import { leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { plainText, sharedTexts } from './xls-strings.ts'
import { sheetRow } from './xlsx.ts'

const XLS = 'application/vnd.ms-excel'
/** Records of a BIFF8 workbook ([MS-XLS] 2.3.2) that hold what a person sees. */
const RECORD = {
  begins: 0x0809,
  ends: 0x000a,
  locked: 0x002f,
  shared: 0x00fc,
  continues: 0x003c,
  sharedText: 0x00fd,
  text: 0x0204,
  number: 0x0203,
  short: 0x027e,
  shorts: 0x00bd,
  truth: 0x0205,
  formula: 0x0006,
  result: 0x0207,
} as const

interface BiffRecord {
  readonly id: number
  readonly data: Buffer
}

/** A workbook of Excel 97 to 2003: each sheet is a page, each row a line, cells set apart by tabs. */
export async function readXls(content: Uint8Array): Promise<Opened> {
  const stream = compoundStream(content, 'Workbook')
  if (stream === null) throw new Unreadable('unsupported', 'a workbook older than Excel 97')
  const records = recordsOf(Buffer.from(stream))
  if (records.some((record) => record.id === RECORD.locked))
    throw new Unreadable('encrypted', 'opens only with a password')
  const table = records.findIndex((record) => record.id === RECORD.shared)
  const after = records.slice(table + 1)
  const rest = after.findIndex((record) => record.id !== RECORD.continues)
  const parts = table === -1 ? [] : [...records.slice(table, table + 1), ...after.slice(0, rest)]
  const strings = sharedTexts(parts.map((record) => record.data))
  return leaf(XLS, { pages: pagesOf(sheetsOf(records, strings)) })
}

function recordsOf(stream: Buffer): BiffRecord[] {
  const records: BiffRecord[] = []
  let at = 0
  while (at + 4 <= stream.byteLength) {
    const end = at + 4 + stream.readUInt16LE(at + 2)
    records.push({ id: stream.readUInt16LE(at), data: stream.subarray(at + 4, end) })
    at = end
  }
  return records
}

/**
 * The first run of records between a beginning and an end is the workbook’s own, then comes one for each
 * sheet.
 */
function sheetsOf(records: readonly BiffRecord[], strings: readonly string[]): Line[][] {
  const sheets: Sheet[] = []
  for (const record of records) {
    if (record.id === RECORD.begins) sheets.push(new Sheet(strings))
    else sheets.at(-1)?.take(record)
  }
  return sheets.slice(1).map((sheet) => sheet.lines())
}

class Sheet {
  readonly #strings: readonly string[]
  readonly #rows = new Map<number, Map<number, string>>()
  #pending: readonly [row: number, column: number] | null = null

  constructor(strings: readonly string[]) {
    this.#strings = strings
  }

  take({ id, data }: BiffRecord): void {
    if (id === RECORD.result && this.#pending !== null) this.#put(...this.#pending, plainText(data, 0))
    if (data.byteLength < 7 || !CELLS.has(id)) return
    const row = data.readUInt16LE(0)
    const column = data.readUInt16LE(2)
    if (id === RECORD.sharedText) this.#put(row, column, this.#strings[data.readUInt32LE(6)] ?? '')
    else if (id === RECORD.text) this.#put(row, column, plainText(data, 6))
    else if (id === RECORD.number) this.#put(row, column, String(data.readDoubleLE(6)))
    else if (id === RECORD.short) this.#put(row, column, String(shortNumber(data.readInt32LE(6))))
    else if (id === RECORD.truth && data.readUInt8(7) === 0)
      this.#put(row, column, data.readUInt8(6) === 1 ? '☒' : '☐')
    else if (id === RECORD.shorts) this.#putShorts(row, column, data)
    else if (id === RECORD.formula) this.#putFormula(row, column, data)
  }

  lines(): Line[] {
    const rows = [...this.#rows].sort(([a], [b]) => a - b)
    return rows.map(([, cells]) => [...cells].sort(([a], [b]) => a - b).map(([, text]) => text)).map(sheetRow)
  }

  /** Several numbers in a row, each behind the number of its format; the last column stands at the end. */
  #putShorts(row: number, column: number, data: Buffer): void {
    for (let index = 0; 4 + (index + 1) * 6 + 2 <= data.byteLength; index += 1) {
      this.#put(row, column + index, String(shortNumber(data.readInt32LE(4 + index * 6 + 2))))
    }
  }

  /** The result as it was saved; a text stands in the record behind. */
  #putFormula(row: number, column: number, data: Buffer): void {
    this.#pending = null
    if (data.readUInt16LE(12) !== 0xffff) this.#put(row, column, String(data.readDoubleLE(6)))
    else if (data.readUInt8(6) === 0) this.#pending = [row, column]
    else if (data.readUInt8(6) === 1) this.#put(row, column, data.readUInt8(8) === 1 ? '☒' : '☐')
  }

  #put(row: number, column: number, text: string): void {
    const shown = text.trim()
    if (shown === '') return
    const cells = this.#rows.get(row) ?? new Map<number, string>()
    cells.set(column, shown)
    this.#rows.set(row, cells)
  }
}

const CELLS: ReadonlySet<number> = new Set([
  RECORD.sharedText,
  RECORD.text,
  RECORD.number,
  RECORD.short,
  RECORD.truth,
  RECORD.shorts,
  RECORD.formula,
])

/**
 * Thirty bits of a whole number or of the top of a floating one, perhaps a hundredfold ([MS-XLS] 2.5.217).
 */
function shortNumber(coded: number): number {
  const bytes = Buffer.alloc(8)
  bytes.writeInt32LE(coded & ~3, 4)
  const value = coded & 2 ? coded >> 2 : bytes.readDoubleLE(0)
  return coded & 1 ? value / 100 : value
}
