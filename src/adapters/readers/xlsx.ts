import { type Line, rowOfColumns } from '../../documents/text/page.ts'
import { byNumber, localName } from './office-names.ts'
import { mainPart, type Related, relatedParts } from './office-package.ts'
import { leaf, type Opened, pagesOf } from './opened.ts'
import { walkXml, type XmlHandler } from './xml.ts'
import { type Archive, officePart, openArchive } from './zip.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A workbook: each sheet is a page, each row a line, cells set apart by tabs. Results of formulas as they
 * were saved. Read here rather than by a library because every part is taken out within bounds.
 */
export async function readXlsx(content: Uint8Array): Promise<Opened> {
  await using archive = await openArchive(content)
  const strings = new SharedStrings()
  const main = (await mainPart(archive))?.part ?? 'xl/workbook.xml'
  const related = await relatedParts(archive, main)
  const told = related.find(({ kind }) => kind === 'sharedStrings')?.part
  const shared = await officePart(archive, told ?? 'xl/sharedStrings.xml')
  if (shared !== null) walkXml(shared, strings)
  const names = await sheetNames(archive, main, related)
  const sheets: Line[][] = []
  for (const name of names) {
    const sheet = new Sheet(strings.all)
    const xml = await officePart(archive, name)
    if (xml !== null) walkXml(xml, sheet)
    sheets.push(sheet.rows)
  }
  return leaf(XLSX, { pages: pagesOf(sheets) })
}

/** Sheets that are a picture or a form of old programs. */
const NO_CELLS = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet'])

/**
 * In the order in which the workbook shows them; a file that says nothing of its parts has them under the
 * usual names.
 */
async function sheetNames(archive: Archive, main: string, related: readonly Related[]): Promise<string[]> {
  const workbook = (await officePart(archive, main)) ?? ''
  const shown = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*\b\w+:id="([^"]*)"/g)].map((match) => match[1])
  const told = shown.flatMap((id) => related.filter((one) => one.id === id && !NO_CELLS.has(one.kind)))
  if (told.length > 0) return told.map(({ part }) => part)
  return archive.entries
    .map((entry) => entry.fileName)
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort(byNumber)
}

/** xl/sharedStrings.xml (ECMA-376, 18.4): texts that cells refer to by number; phonetic guides left out. */
class SharedStrings implements XmlHandler {
  readonly all: string[] = []
  #inText = false
  #phonetic = 0

  open(tag: string): void {
    const name = localName(tag)
    if (name === 'si') this.all.push('')
    else if (name === 'rPh') this.#phonetic += 1
    else if (name === 't') this.#inText = this.#phonetic === 0
  }

  text(text: string): void {
    if (this.#inText) this.all[this.all.length - 1] = (this.all.at(-1) ?? '') + text
  }

  close(tag: string): void {
    const name = localName(tag)
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#phonetic -= 1
  }
}

/** One sheet (ECMA-376, 18.3). */
class Sheet implements XmlHandler {
  readonly rows: Line[] = []
  readonly #strings: readonly string[]
  #cells: string[] = []
  #column = 0
  #type = ''
  #value = ''
  #inValue = false

  constructor(strings: readonly string[]) {
    this.#strings = strings
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = localName(tag)
    if (name === 'row') this.#cells = []
    else if (name === 'c') {
      this.#type = attributes.t ?? 'n'
      this.#column = columnOf(attributes.r) ?? this.#cells.length
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#inValue = true
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
  }

  close(tag: string): void {
    const name = localName(tag)
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#show()
    else if (name === 'row') this.rows.push(sheetRow(this.#cells))
  }

  #show(): void {
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells.push(this.#shown())
  }

  #shown(): string {
    const text = this.#type === 's' ? (this.#strings[Number(this.#value)] ?? '') : this.#value
    if (this.#type === 'b') return text === '1' ? '☒' : '☐'
    return text
  }
}

/** Columns of a sheet beyond these are left where they are found: a form has some ten. */
const COLUMNS = 200

/** The column of a cell by its name, from 0: « C5 » is 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < COLUMNS ? column : null
}

/** A row of a sheet: its cells with what stands in them line by line; empty ones are left out. */
export function sheetRow(cells: readonly string[]): Line {
  return rowOfColumns(
    cells.map((text) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      return lines.length === 0 ? [] : [{ lines }]
    }),
  )
}
