import { expect, it } from 'vitest'
import { arranged } from '../../src/documents/text/arranged.ts'
import { lineText } from '../../src/documents/text/page.ts'

type Placed = readonly [text: string, left: number]

function comb(...cells: readonly Placed[]): string | undefined {
  const line = {
    cells: cells.map(([text, left]) => ({ lines: [text], left, right: left + 6 })),
    continues: false,
  }
  return arranged({ number: 1, lines: [line] }).lines.map(lineText)[0]
}

const signs = (text: string, from: number): Placed[] => [...text].map((sign, at) => [sign, from + 17 * at])

it('a comb is one value, a box that was left empty is a space', () => {
  expect(comb(...signs('44786', 60))).toBe('44786')
  expect(comb(...signs('447', 60), ...signs('8654', 60 + 17 * 4))).toBe('447 8654')
})

it('two signs that stand in one cell fill two boxes: no space follows', () => {
  expect(comb(['W 4', 55], ...signs('478654', 89))).toBe('W4478654')
  expect(comb(['W 4', 55], ...signs('478654', 89 + 17))).toBe('W4 478654')
})

it('words beside each other are no comb', () => {
  expect(comb(['Wa 4', 55], ['Le 7', 89], ['Un 8', 123])).toBe('Wa 4 Le 7 Un 8')
  expect(comb(['W 4', 55], ['4 7', 89])).toBe('W 4 4 7')
})
