import { aDocx, escaped, paragraph, table } from '../a-docx.ts'
import { aZip } from '../a-zip.ts'
import { anOdt } from '../an-odt.ts'
import type { Block, Sheet } from './sheet.ts'

/** Blocks as word processors keep them: paragraphs and tables. */
type Plain = { readonly text: string } | { readonly rows: readonly (readonly string[])[] }

function plain(block: Block): Plain[] {
  switch (block.kind) {
    case 'gap':
      return [{ text: '' }]
    case 'table':
      return [{ rows: block.rows }]
    case 'columns':
      return [{ rows: [[block.left.join('\n'), block.right.join('\n')]] }]
    case 'comb':
      return block.below
        ? [{ text: block.label }, { rows: [[...block.value]] }]
        : [{ rows: [[block.label, ...block.value]] }]
    case 'control':
      return [{ text: `${block.label} : ${block.value}` }]
    default:
      return [{ text: block.text }]
  }
}

export function docxOf(sheet: Sheet): Uint8Array {
  const parts = sheet.flatMap(plain)
  return aDocx(parts.map((part) => ('rows' in part ? table(part.rows) : paragraph(part.text))).join(''))
}

export function odtOf(sheet: Sheet): Uint8Array {
  const p = (text: string): string =>
    text
      .split('\n')
      .map((each) => `<text:p>${escaped(each).replace(/ {2,}/g, ' <text:s/>')}</text:p>`)
      .join('')
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')
  const tables = (rows: readonly (readonly string[])[]): string =>
    `<table:table>${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')}</table:table>`
  return anOdt(
    sheet
      .flatMap(plain)
      .map((part) => ('rows' in part ? tables(part.rows) : p(part.text)))
      .join(''),
  )
}

export function htmlOf(sheet: Sheet): Uint8Array {
  const broken = (text: string): string => escaped(text).replaceAll('\n', '<br>')
  const tables = (rows: readonly (readonly string[])[]): string =>
    `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td>${broken(cell)}</td>`).join('')}</tr>`).join('')}</table>`
  const body = sheet
    .flatMap(plain)
    .map((part) => ('rows' in part ? tables(part.rows) : `<p>${broken(part.text)}</p>`))
  return Buffer.from(
    `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`,
  )
}

export function rtfOf(sheet: Sheet): Uint8Array {
  const signs = (text: string): string =>
    [...text]
      .map((sign) => {
        if (/[\\{}]/.test(sign)) return `\\${sign}`
        if (sign === '\n') return '\\line '
        const code = sign.codePointAt(0) ?? 0
        return code < 128 ? sign : `\\u${code}?`
      })
      .join('')
  const tables = (rows: readonly (readonly string[])[]): string =>
    rows
      .map((row) => {
        const ends = row.map((_, index) => `\\cellx${(index + 1) * 2000}`).join('')
        return `\\trowd${ends} ${row.map((cell) => `${signs(cell)}\\cell `).join('')}\\row\n`
      })
      .join('')
  const body = sheet
    .flatMap(plain)
    .map((part) => ('rows' in part ? tables(part.rows) : `\\pard ${signs(part.text)}\\par\n`))
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n${body.join('')}}`, 'latin1')
}

/** A workbook of one sheet: a row for each line, its cells where the table has them. */
export function xlsxOf(sheet: Sheet): Uint8Array {
  const rows = sheet.flatMap(plain).flatMap((part) => ('rows' in part ? part.rows : [[part.text]]))
  const cell = (text: string): string =>
    text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  return aZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${data}</sheetData></worksheet>` },
  ])
}
