import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import type { Sheet } from '../../exports/register-table.ts'

/** Of candidates side by side: four stand on a sheet of A4 across, beside what is compared. */
const SIDE_BY_SIDE_PERCENT = 70
const A4 = 9

/**
 * What the library has none of: Excel's buttons on the titles of lists, and paper. Each sheet is printed
 * across on A4, its titles again on each page, lists and figures as wide as one page; with the call, the
 * sheet's name, the day and the page above and below.
 */
export function pageSetup(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (content) =>
            // By a function: a dollar in a name is one, and no sign of a replacement.
            content.replace('<definedNames/>', () => `<definedNames>${names(sheets)}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform(content, { sheet: name }) {
            const sheet = byName.get(name ?? '')
            return sheet === undefined ? content : onPaper(content, sheet)
          },
        },
      },
    },
  }
}

/** Elements stand in the order of the format’s schema. */
function onPaper(content: string, sheet: Sheet): string {
  const list = sheet.laidOut === undefined
  const filter = list ? `<autoFilter ref="A1:${letters(sheet.columns.length)}${sheet.rows.length + 1}"/>` : ''
  const scale =
    sheet.laidOut === 'side-by-side' ? `scale="${SIDE_BY_SIDE_PERCENT}"` : 'fitToWidth="1" fitToHeight="0"'
  return content
    .replace(/<pageMargins[^>]*\/>/, '')
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace(/<worksheet[^>]*>/, (opened) => `${opened}${sheet.laidOut === 'side-by-side' ? '' : FITS}`)
    .replace(
      '</sheetData>',
      () =>
        `</sheetData>${filter}${MARGINS}<pageSetup paperSize="${A4}" orientation="landscape" ` +
        `${scale}/>${heads(sheet)}`,
    )
}

const FITS = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
const MARGINS =
  '<printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" ' +
  'header="0.3" footer="0.3"/>'

function heads({ heading }: Sheet): string {
  const told = escaped(heading.replaceAll('&', '&&'))
  return (
    `<headerFooter><oddHeader>&amp;L${told}&amp;C&amp;A&amp;RÉdité le ` +
    '&amp;D</oddHeader><oddFooter>&amp;LDonnées personnelles : à ranger comme le dossier&amp;RPage ' +
    '&amp;P sur &amp;N</oddFooter></headerFooter>'
  )
}

/** The titles of each sheet, and what of it is printed. */
function names(sheets: readonly Sheet[]): string {
  return sheets
    .flatMap((sheet, index) => {
      const last = letters(sheet.printed ?? sheet.columns.length)
      const side = sheet.laidOut === 'side-by-side' ? `${inFull(sheet)}!$A:$A,` : ''
      return [
        defined('_xlnm.Print_Area', index, `${inFull(sheet)}!$A$1:$${last}$${sheet.rows.length + 1}`),
        defined('_xlnm.Print_Titles', index, `${side}${inFull(sheet)}!$1:$1`),
      ]
    })
    .join('')
}

function defined(name: string, sheet: number, what: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}">${escaped(what)}</definedName>`
}

function inFull({ name }: Sheet): string {
  return `'${name.replaceAll("'", "''")}'`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = (column - 1) % 26
  const before = column > 26 ? letters(Math.floor((column - 1) / 26)) : ''
  return before + String.fromCharCode(65 + rest)
}
