import { describe, expect, it } from 'vitest'
import type { Bitmap } from '../../src/adapters/readers/bitmap.ts'
import { closeCombs } from '../../src/adapters/readers/combs.ts'
import { withColumnBelow } from '../../src/adapters/readers/gutter.ts'
import { eraseLeaders } from '../../src/adapters/readers/leaders.ts'
import type { Placed } from '../../src/adapters/readers/placed.ts'
import { inRuledCells } from '../../src/adapters/readers/ruled-cells.ts'
import { eraseRules } from '../../src/adapters/readers/rules.ts'

function page(width: number, height: number): Bitmap {
  // As sharp hands pixels over: a Buffer, whose slices share its memory.
  return { pixels: Buffer.alloc(width * height, 255), width, height }
}

function ink({ pixels, width }: Bitmap, x: number, y: number, across: number, down: number): void {
  for (let row = y; row < y + down; row += 1) pixels.fill(0, row * width + x, row * width + x + across)
}

function dark({ pixels, width }: Bitmap, x: number, y: number, across: number, down: number): number {
  let count = 0
  for (let row = y; row < y + down; row += 1)
    for (let at = x; at < x + across; at += 1) if ((pixels[row * width + at] ?? 255) < 128) count += 1
  return count
}

/** A table of rows and columns of one size, its rules two pixels thick. */
function table(bitmap: Bitmap, columns: number, rows: number, across: number, down: number): void {
  for (let row = 0; row <= rows; row += 1) ink(bitmap, 40, 40 + row * down, columns * across + 2, 2)
  for (let column = 0; column <= columns; column += 1)
    ink(bitmap, 40 + column * across, 40, 2, rows * down + 2)
}

describe('rules of a page', () => {
  it('are erased with their crossings, and told', () => {
    const bitmap = page(600, 300)
    table(bitmap, 2, 3, 250, 60)
    const { rows, uprights } = eraseRules(bitmap)
    expect([rows.length, uprights.length]).toEqual([4, 3])
    expect(dark(bitmap, 0, 0, 600, 300)).toBe(0)
  })

  it('go on where words are printed across them', () => {
    const bitmap = page(600, 400)
    table(bitmap, 2, 5, 250, 60)
    // Letters that touch the rule in the middle, in the third row.
    for (let letter = 0; letter < 6; letter += 1) ink(bitmap, 272 + letter * 8, 172, 5, 20)
    const { uprights } = eraseRules(bitmap)
    expect(uprights.filter(({ at }) => Math.abs(at - 290) <= 4)).toHaveLength(1)
    expect(dark(bitmap, 272, 172, 46, 20)).toBeGreaterThan(5 * 5 * 20 - 1)
    expect(dark(bitmap, 284, 196, 12, 24)).toBe(0)
  })

  it('that are paler than letters go, and leave a letter that stands on one, and those beside it', () => {
    const bitmap = page(600, 400)
    table(bitmap, 2, 5, 250, 60)
    bitmap.pixels.forEach((shade, at) => {
      if (shade === 0) bitmap.pixels[at] = 165
    })
    const word = [268, 276, 284, 290, 298, 306]
    for (const x of word) ink(bitmap, x, 172, 3, 20)
    const stem = bitmap.pixels.slice(180 * 600 + 268, 180 * 600 + 309)
    eraseRules(bitmap)
    expect(dark(bitmap, 0, 0, 600, 400)).toBe(word.length * 3 * 20)
    expect(bitmap.pixels.slice(180 * 600 + 268, 180 * 600 + 309)).toEqual(stem)
    const rest = bitmap.pixels.filter((shade) => shade > 0 && shade < 255)
    expect(rest).toHaveLength(0)
  })

  it('are not the stems of letters, nor what stands beside them', () => {
    const bitmap = page(600, 300)
    table(bitmap, 1, 1, 400, 60)
    ink(bitmap, 100, 60, 3, 28)
    ink(bitmap, 50, 60, 12, 20)
    eraseRules(bitmap)
    expect(dark(bitmap, 0, 0, 600, 300)).toBe(3 * 28 + 12 * 20)
  })
})

describe('a comb of boxes', () => {
  it('has its signs set close together', () => {
    const bitmap = page(600, 200)
    table(bitmap, 6, 1, 46, 42)
    for (let box = 0; box < 6; box += 1) ink(bitmap, 58 + box * 46, 52, 12, 20)
    const { uprights } = closeCombs(bitmap, eraseRules(bitmap))
    expect(uprights).toEqual([])
    expect(dark(bitmap, 40, 40, 120, 44)).toBe(6 * 12 * 20)
  })

  it('is no table of a few words', () => {
    const bitmap = page(600, 200)
    table(bitmap, 4, 1, 46, 42)
    for (let box = 0; box < 4; box += 1) ink(bitmap, 58 + box * 46, 52, 12, 20)
    const { uprights } = closeCombs(bitmap, eraseRules(bitmap))
    expect(uprights).toHaveLength(5)
    expect(dark(bitmap, 196, 52, 12, 20)).toBe(12 * 20)
  })
})

describe('a row of dots', () => {
  const dots = (steps: readonly number[], size: number): Bitmap => {
    const bitmap = page(400, 60)
    steps.reduce((x, step) => {
      ink(bitmap, x, 30, size, size)
      return x + step
    }, 30)
    return bitmap
  }

  it('that stand evenly is a leader, though one is lost', () => {
    const bitmap = dots([10, 10, 10, 20, 10, 10, 10, 10], 3)
    eraseLeaders(bitmap)
    expect(dark(bitmap, 0, 0, 400, 60)).toBe(0)
  })

  it('that stand anyhow is print, and so are small letters', () => {
    for (const bitmap of [
      dots([9, 14, 6, 19, 11, 24, 8, 16], 3),
      dots([10, 10, 10, 10, 10, 10, 10, 10], 7),
    ]) {
      const before = dark(bitmap, 0, 0, 400, 60)
      eraseLeaders(bitmap)
      expect(dark(bitmap, 0, 0, 400, 60)).toBe(before)
    }
  })
})

describe('two columns', () => {
  const columns = (offset: number): Bitmap => {
    const bitmap = page(800, 400)
    for (let line = 0; line < 5; line += 1) {
      ink(bitmap, 40, 60 + line * 50, 300, 24)
      ink(bitmap, 420, 60 + offset + line * 50, 300, 24)
    }
    return bitmap
  }

  it('whose lines stand astride: the right one is moved below the page', () => {
    const { bitmap, moved } = withColumnBelow(columns(16), { rows: [] })
    expect(dark(bitmap, 400, 0, 400, 400)).toBe(0)
    expect(dark(bitmap, 420, 76 + (moved?.down ?? 0), 300, 24)).toBe(300 * 24)
  })

  it('whose lines stand side by side are rows', () => {
    expect(withColumnBelow(columns(0), { rows: [] }).moved).toBeNull()
  })
})

describe('words between rules', () => {
  const word = (text: string, x: number, y: number): Placed => ({ text, x, y, width: 80, height: 20 })
  const rules = (columns: readonly number[], rows: readonly number[]) => ({
    rows: rows.map((at) => ({ at, first: columns[0] ?? 0, last: columns.at(-1) ?? 0 })),
    uprights: columns.map((at) => ({ at, first: rows[0] ?? 0, last: rows.at(-1) ?? 0 })),
  })

  it('are cells of a table, each with its lines', () => {
    const words = [word('Forme', 50, 70), word('juridique', 50, 100), word('SARL', 210, 70)]
    const cells = inRuledCells(words, rules([40, 200, 400], [40, 120]))
    expect(cells.map(({ text, y, cell }) => ({ text, y, cell }))).toEqual([
      { text: 'Forme\njuridique', y: 60, cell: true },
      { text: 'SARL', y: 60, cell: true },
    ])
  })

  it('stand on one line with the other cells of their row, whatever height each was measured at', () => {
    const words = [
      { ...word('ETABLI', 50, 70), height: 9 },
      { ...word('LE', 150, 70), height: 9 },
      { ...word('2022', 210, 70), height: 34 },
      word('Nom', 50, 150),
      word('Toile', 210, 150),
    ]
    const cells = inRuledCells(words, rules([40, 200, 400], [40, 120, 200]))
    expect(new Set(cells.slice(0, 2).map(({ y }) => y)).size).toBe(1)
  })

  it('are text in a frame, when one box is around them all', () => {
    const words = [word('Forme', 50, 70), word('SARL', 210, 70)]
    expect(inRuledCells(words, rules([40, 400], [40, 120]))).toEqual(words)
  })
})
