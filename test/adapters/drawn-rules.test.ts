import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { readByPdfium } from '../../src/adapters/readers/pdfium-reading.ts'
import type { Line } from '../../src/documents/text/page.ts'
import type { Block } from '../documents/families/sheet.ts'
import { pdfOf } from '../documents/families/write-pdf.ts'

/** The cells of a page, the lines of each behind one another. */
async function cellsOf(pdf: Uint8Array): Promise<string[][]> {
  const { pages } = await readByPdfium(pdf)
  return shown(pages[0]?.lines ?? [])
}

function shown(lines: readonly Line[]): string[][] {
  return lines.flatMap(({ cells }) =>
    cells.length === 0 ? [] : [cells.map((cell) => cell.lines.join(' / '))],
  )
}

const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  rows,
  widths: [105, 140, 105, 145],
})

it('words that touch across the side of a cell are two cells', async () => {
  const pdf = await pdfOf(
    [
      table(
        ['Adresse', '30 lotissement Les Flamboyants, 97220 La Trinité', 'Page Internet', 'toile.example'],
        ['Nom\u00a0de\u00a0votre\u00a0organisation', 'Commune du Vauclin', 'Forme', 'SARL'],
      ),
    ],
    0,
  )
  expect(await cellsOf(pdf)).toEqual([
    ['Adresse', '30 lotissement Les / Flamboyants, 97220 La Trinité', 'Page Internet', 'toile.example'],
    ['Nom de votre organisation', 'Commune du Vauclin', 'Forme', 'SARL'],
  ])
})

it('an address that runs over the side of its cell stays whole', async () => {
  const long = 'contact@ateliers-reunis-de-la-baie.example'
  const pdf = await pdfOf([table(['Mail', '', 'Courriel', long], ['Nom', 'Toile', 'Ville', 'Brest'])], 0)
  expect((await cellsOf(pdf)).flat()).toContain(long)
})

it('the boxes of a comb, and a frame around paragraphs, part nothing', async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.drawRectangle({ x: 40, y: 100, width: 500, height: 600, borderWidth: 1, borderColor: rgb(0, 0, 0) })
  page.drawText('SIRET', { x: 60, y: 600, size: 11, font })
  for (const [index, sign] of [...'73282932000074'].entries()) {
    const x = 140 + 18 * index
    page.drawRectangle({ x, y: 594, width: 18, height: 18, borderWidth: 1, borderColor: rgb(0, 0, 0) })
    page.drawText(sign, { x: x + 5, y: 600, size: 11, font })
  }
  expect(await cellsOf(await document.save())).toEqual([['SIRET', ...'73282932000074']])
})
