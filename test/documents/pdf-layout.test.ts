import { expect, it } from 'vitest'
import { layOut } from '../../src/adapters/readers/pdf-layout.ts'
import type { Placed } from '../../src/adapters/readers/placed.ts'
import { shownLines } from '../../src/documents/text/page.ts'

/** Words of eleven points, each where it is said to begin. */
function line(y: number, ...words: readonly (readonly [x: number, text: string])[]): Placed[] {
  return words.map(([x, text]) => ({ text, x, y, width: text.length * 5, height: 11 }))
}

const TEXT = 'Par la présente lettre, nous vous faisons part de notre intérêt, en vertu de la loi en cours'
const RIGHT = 70 + TEXT.length * 5

/** Words drawn out to both margins: the spaces between them are as wide as it takes. */
function justified(y: number, text: string): Placed[] {
  const words = text.split(' ')
  const free = RIGHT - 70 - words.reduce((sum, word) => sum + word.length * 5, 0)
  const gap = free / (words.length - 1)
  let x = 70
  return words.flatMap((word) => {
    const placed = line(y, [x, word])
    x += word.length * 5 + gap
    return placed
  })
}

it.each(['et conformément à la loi du', 'Madame la Directrice,', 'Madame, Monsieur,'])(
  'a justified line is one line: « %s »',
  (text) => {
    const page = [...line(100, [70, TEXT]), ...justified(114, text), ...line(128, [70, TEXT])]
    expect(shownLines(layOut(page))).toBe(`${TEXT}\n${text}\n${TEXT}`)
  },
)

it.each(['Forme juridique : SAS', 'Nom et prénom du représentant légal : Ada Moss', 'Qualité : gérante'])(
  'a line of a form that is drawn out by itself is one line: « %s »',
  (text) => {
    const page = [
      ...line(100, [70, 'Formulaire']),
      ...justified(120, text),
      ...line(140, [70, 'Fait à Lens']),
    ]
    expect(shownLines(layOut(page))).toBe(`Formulaire\n${text}\nFait à Lens`)
  },
)

it('words of one length at even places are columns', () => {
  const years = line(120, [70, '2021'], [170, '2022'], [270, '2023'])
  expect(shownLines(layOut(years))).toBe('2021\t2022\t2023')
  const uneven = line(120, [70, 'Nom'], [170, 'Dénomination'], [270, 'Lieu'])
  expect(shownLines(layOut(uneven))).toBe('Nom\tDénomination\tLieu')
})

it('columns that repeat are cells, and so is an answer that ends short of the margin', () => {
  const table = [
    ...line(100, [70, TEXT]),
    ...line(114, [70, 'Nom'], [300, 'Fil Rouge']),
    ...line(128, [70, 'Forme'], [300, 'SARL']),
  ]
  expect(shownLines(layOut(table))).toBe(`${TEXT}\nNom\tFil Rouge\nForme\tSARL`)
  const single = [...line(100, [70, TEXT]), ...line(114, [70, 'Nom'], [200, 'Fil Rouge'])]
  expect(shownLines(layOut(single))).toBe(`${TEXT}\nNom\tFil Rouge`)
})

it('what a damaged file gives no place is kept, and every place is a number', () => {
  const broken = line(100, [70, TEXT]).map((item) => ({
    ...item,
    x: Number.NaN,
    width: Number.POSITIVE_INFINITY,
  }))
  const lines = layOut([...broken, ...line(114, [70, 'Nom'])])
  expect(shownLines(lines)).toContain(TEXT)
  const places = lines.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right]))
  expect(places.every(Number.isFinite)).toBe(true)
})
