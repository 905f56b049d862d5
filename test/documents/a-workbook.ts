import { escaped } from './a-docx.ts'
import { aZip } from './a-zip.ts'

/** A workbook of sheets, each of rows of texts. */
export function aWorkbook(sheets: readonly (readonly (readonly string[])[])[]): Uint8Array {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  const row = (cells: readonly string[]): string => `<row>${cells.map(cell).join('')}</row>`
  return aZip([
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...sheets.map((rows, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
    })),
  ])
}
