import { PDFDocument, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import { aReading, readFields, textOfPages } from './a-reading.ts'

const OPTIONS = ['Le numérique', "L'énergie", 'La logistique', "L'agroalimentaire", "L'environnement"]
const IDS = ['numerique', 'energie', 'logistique', 'agroalimentaire', 'environnement']

const PENNED = { borderWidth: 1, borderColor: rgb(0, 0, 0) }

/** A place for a box: its left lower corner. */
interface Place {
  readonly x: number
  readonly y: number
}
type Pen = (page: PDFPage, box: Place) => void

/** A form with a box before each option, in lines of so many; `draw` is what is done to the box of each. */
async function aForm(draw: readonly (Pen | undefined)[], { columns = 1, side = 11, boxed = 5 } = {}) {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const font = await document.embedFont(StandardFonts.Helvetica)
  const write = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 11, font })
  write('Nom de la structure : SARL Bois Rouge', 60, 780)
  write('Filière choisie :', 60, 750)
  OPTIONS.forEach((option, index) => {
    const place = { x: 60 + (index % columns) * 180, y: 720 - 22 * Math.floor(index / columns) }
    if (index < boxed) page.drawRectangle({ ...place, width: side, height: side, ...PENNED })
    draw[index]?.(page, place)
    write(option, place.x + side + 9, place.y + 2)
  })
  write('Fait à Saint-André, le 14 novembre 2022', 60, 500)
  const [file] = await readFile({ name: 'f.pdf', declaredType: '', content: await document.save() })
  return file?.reading ?? aReading('')
}

const line = (page: PDFPage, x: number, y: number, toX: number, toY: number): void =>
  page.drawLine({ start: { x, y }, end: { x: toX, y: toY }, thickness: 1.3 })
const tick: Pen = (page, { x, y }) => {
  line(page, x + 1, y + 6, x + 5, y + 1)
  line(page, x + 5, y + 1, x + 13, y + 13)
}
const PENS: Readonly<Record<string, Pen>> = {
  'a tick of two strokes': tick,
  'a cross over the corners': (page, { x, y }) => {
    line(page, x - 2, y - 2, x + 13, y + 13)
    line(page, x - 2, y + 13, x + 13, y - 2)
  },
  'a tick in one piece, filled': (page, { x, y }) =>
    page.drawSvgPath('M 1 5 L 4 8 L 10 1 L 4 10 Z', { x, y: y + 11, color: rgb(0, 0, 0.5) }),
  'a tick of a hand, in curves': (page, { x, y }) =>
    page.drawSvgPath('M 1 5 C 3 6 4 8 4 9 C 5 6 8 2 11 0', { x, y: y + 11, borderColor: rgb(0, 0, 0.5) }),
  'a letter that is typed into it': (page, { x, y }) => page.drawText('x', { x: x + 3, y: y + 2, size: 10 }),
}

describe.each(Object.entries(PENS))('%s', (_, pen) => {
  it.each([0, 1, 2, 3, 4])('chooses the option of its box: %i', async (at) => {
    for (const columns of [1, 2]) {
      const reading = await aForm(
        Array.from({ length: at + 1 }, (__, index) => (index === at ? pen : undefined)),
        {
          columns,
        },
      )
      expect(readFields(reading).sectors).toBe(IDS[at])
    }
  })
})

describe('of boxes', () => {
  it('none is ticked where nothing is drawn in one', async () => {
    expect(readFields(await aForm([])).sectors).toBe('')
    expect(textOfPages((await aForm([])).pages)).toContain('☐ La logistique')
  })

  it('several may be', async () => {
    expect(readFields(await aForm([tick, undefined, tick])).sectors).toBe('logistique numerique')
  })

  it('none is ticked by what is drawn over the page, beside it, or as a frame', async () => {
    const watermark: Pen = (page) => line(page, 20, 500, 500, 800)
    const beside: Pen = (page, { x, y }) => tick(page, { x: x + 300, y })
    const ground: Pen = (page, { x, y }) =>
      page.drawRectangle({ x: x + 1, y: y + 1, width: 9, height: 9, ...PENNED })
    for (const pen of [watermark, beside, ground])
      expect(readFields(await aForm([undefined, pen])).sectors).toBe('')
  })

  it('a single one, and frames of other sizes, are left as they are', async () => {
    expect(textOfPages((await aForm([tick], { boxed: 1 })).pages)).not.toMatch(/[☐☒]/)
    expect(textOfPages((await aForm([], { side: 4 })).pages)).not.toMatch(/[☐☒]/)
    expect(textOfPages((await aForm([], { side: 30 })).pages)).not.toMatch(/[☐☒]/)
  })

  it('those of a comb hold the letters of a number', async () => {
    const comb: Pen = (page, { x, y }) =>
      [...'8111000230'].forEach((digit, index) => {
        page.drawRectangle({ x: x + 12 * index, y: y - 120, width: 12, height: 12, ...PENNED })
        page.drawText(digit, { x: x + 12 * index + 3, y: y - 117, size: 10 })
      })
    const text = textOfPages((await aForm([comb], { boxed: 0 })).pages)
    expect(text).not.toMatch(/[☐☒]/)
    expect(text.replace(/\s/g, '')).toContain('8111000230')
  })
})
