import type { LabelKind } from '../../knowledge/labels.ts'
import { labelAt } from './labels.ts'
import { type Cell, cellText, type Line } from './page.ts'

/** So far apart, in points or pixels, two cells may begin and stand in one column. */
const COLUMN_SLACK = 4
/** So many lines above and below show where a column begins; two of them must. */
const NEAR = 12
const WITNESSES = 2
/**
 * A letter's place follows from its line's width no more exactly than that; where a label ends, a little less
 * is enough.
 */
const LETTERS_OFF = 8
const LETTERS_OFF_A_LABEL = 12
/** « Fait à Brest, le 9 novembre 2022 » is written through. */
const SENTENCES: ReadonlySet<LabelKind> = new Set(['place', 'place_and_date'])
/** A longer text is prose. */
const LONGEST = 140

/**
 * A label that fills its cell touches the answer in the next one, and both are read as one: « Date de la
 * demande 11.11.2022 ». Where other rows show that a column begins in the middle of a cell, it is two cells.
 */
export function withMergedCellsApart(lines: readonly Line[]): readonly Line[] {
  if (lines.every(({ cells }) => cells.length < 2)) return lines
  return lines.map((line, index) => ({
    ...line,
    cells: line.cells.flatMap((cell, column) =>
      mayBeMerged(cell) ? apart(cell, columnsIn(cell, lines, index, line.cells[column + 1])) : [cell],
    ),
  }))
}

function mayBeMerged(cell: Cell): boolean {
  const text = cellText(cell)
  if (cell.lines.length > 1 || text.length > LONGEST || cell.left === undefined || cell.right === undefined)
    return false
  const label = labelAt(text)
  if (label === null || SENTENCES.has(label.kind)) return false
  // What a recognition makes of a note mark is no answer; « Qualité du représentant Directrice » asks for
  // nothing either.
  return /[\p{L}\d]{2}/u.test(label.rest) || (label.rest === '' && / \p{Lu}\p{Ll}/u.test(text))
}

/** Where columns begin inside a cell, by the rows around it. */
function columnsIn(cell: Cell, lines: readonly Line[], index: number, next: Cell | undefined): number[] {
  const { left = 0, right = 0 } = cell
  const near = lines.slice(Math.max(0, index - NEAR), index + 1 + NEAR)
  const starts = near.flatMap(({ cells }) =>
    cells.slice(1).flatMap((one, column) => (isAt(cells[column]?.left, left) ? (one.left ?? []) : [])),
  )
  const inside = starts.filter(
    (start) => start > left + COLUMN_SLACK && start < Math.min(right, next?.left ?? right),
  )
  const isShown = (start: number): boolean => inside.filter((other) => isAt(other, start)).length >= WITNESSES
  return inside.filter(isShown)
}

function isAt(place: number | undefined, other: number): boolean {
  return place !== undefined && Math.abs(place - other) <= COLUMN_SLACK
}

function apart(cell: Cell, columns: readonly number[]): Cell[] {
  const text = cellText(cell)
  const { left = 0, right = 0 } = cell
  for (const column of columns) {
    const cut = borderNear(text, (text.length * (column - left)) / (right - left))
    const [first, second] = [text.slice(0, cut).trim(), text.slice(cut).trim()]
    const label = labelAt(first)
    if (cut === 0 || label === null || second === '' || cutsLabel(text, second)) continue
    // A label as a whole stays one, unless what it would lose is another beginning.
    if (labelAt(text)?.rest === '' && (label.rest !== '' || !/^\p{Lu}\p{Ll}/u.test(second))) continue
    // « Nom : Toile Adresse : 3 rue… »: an answer is followed by another question only.
    if (label.separated && label.rest !== '' && labelAt(second) === null) continue
    return [
      { ...cell, lines: [first], right: column },
      { ...cell, lines: [second], left: column },
    ]
  }
  return [cell]
}

/**
 * « Nom, prénom du responsable légal : Ana Petit »: a label with a sign at its end is known to go so far. A
 * column that begins within it is another row's.
 */
function cutsLabel(text: string, second: string): boolean {
  const whole = labelAt(text)
  return whole?.separated === true && whole.rest !== '' && second.length > whole.rest.length
}

/**
 * No answer begins with such a word: « Nom de l'entreprise ou | Toile » goes on below with the rest of its
 * label.
 */
const JOINT = /^(?:ou|et|de|du|des|la|le|les|à|d['’]|l['’])(?!\p{Lu})/u

/** The end of a word or label near a place in a text; 0 when none is near. */
function borderNear(text: string, place: number): number {
  const borders = [...text.matchAll(/\s+(?=\S)|(?<=[)\p{Ll}])(?=\p{Lu})/gu)]
    .map((one) => one.index)
    .filter((border) => !JOINT.test(text.slice(border).trimStart()))
    .sort((a, b) => Math.abs(a - place) - Math.abs(b - place))
  const within = (most: number): number[] => borders.filter((border) => Math.abs(border - place) <= most)
  const [nearest = 0] = within(LETTERS_OFF)
  // Capitals are wider than small letters: a border at which a label ends is the one that is meant.
  const ends = within(LETTERS_OFF_A_LABEL)
  return ends.find((border) => labelAt(text.slice(0, border))?.rest === '') ?? nearest
}
