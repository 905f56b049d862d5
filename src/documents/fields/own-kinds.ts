import type { Call } from '../../call/call.ts'
import type { OwnKind } from '../../call/own-kind.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { linesOfValue, type Reading } from '../document.ts'
import { isPlaceholder, labelAt } from '../text/labels.ts'
import { cellText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { shadow } from '../text/shadow.ts'
import { flat, unboxed } from '../text/words.ts'
import type { Found } from './found.ts'
import { type OwnValue, ownValueIn, provenIn } from './own-values.ts'

/** Bullets and numbers before a label, and what may stand between it and its answer. */
const LEAD = /^(?:[\s•·▪*>–-]|\d{1,2}[.)] ?){0,8}/u
const BETWEEN = /^(?: ?\([^()]{0,60}\))? {0,3}(?:[:=?*…_.\t-]\s{0,3}){0,60}/u
/** An answer below its label stands in the next lines. */
const BELOW = 2

/** The facts that only this call asks for: behind, beside or below their labels, or proving themselves anywhere. */
export function ownFields(reading: Pick<Reading, 'pages' | 'formValues'>, call: Call): Found[] {
  if (call.kinds.length === 0) return []
  const lines = pageLines(reading.pages)
  return call.kinds.flatMap((kind) => {
    const labels = kind.labels.map((label) => shadow(flat(label))).toSorted((a, b) => b.length - a.length)
    return [
      ...ofControls(kind, labels, reading, call),
      ...lines.flatMap((line, index) => [
        ...line.cells.flatMap((_, column) => ofCell(kind, labels, lines, index, column, call)),
        ...provingItself(kind, line),
      ]),
    ]
  })
}

function ofControls(
  kind: OwnKind,
  labels: readonly string[],
  { formValues }: Pick<Reading, 'formValues'>,
  call: Call,
): Found[] {
  return formValues.flatMap(({ label, name, value, page }) => {
    const isAsked = [label, name.replace(/[_-]/g, ' ')].some((text) => behind(text, labels) !== null)
    if (!isAsked && name !== kind.id) return []
    const answer = linesOfValue(value).join(' ')
    if (!isAnswer(answer, kind)) return []
    const found = ownValueIn(answer, kind, call)
    return found === null
      ? []
      : [told(kind, found, WEIGHTS.fields.control, page, `${flat(label || name)} : ${answer}`)]
  })
}

function ofCell(
  kind: OwnKind,
  labels: readonly string[],
  lines: readonly PageLine[],
  index: number,
  column: number,
  call: Call,
): Found[] {
  const line = lines[index]
  const cell = line?.cells[column]
  if (line === undefined || cell === undefined) return []
  for (const [row, text] of cell.lines.entries()) {
    const rest = behind(text, labels)
    if (rest === null) continue
    const { labelled, beside, below } = WEIGHTS.fields
    const next = line.cells[column + 1]
    const places: readonly (readonly [string, number])[] = [
      [rest, labelled],
      [next === undefined ? '' : cellText(next), beside],
      [cell.lines[row + 1] ?? '', below],
      ...lines.slice(index + 1, index + 1 + BELOW).map((one) => [under(one, column), below] as const),
    ]
    const [answer = '', confidence = 0] = places.find(([one]) => isAnswer(one, kind)) ?? []
    // The next question of the form is no answer to this one.
    if (answer === '' || (answer !== rest && labelAt(answer)?.separated === true)) return []
    const found = ownValueIn(unboxed(answer), kind, call)
    return found === null
      ? []
      : [told(kind, found, confidence, line.page, `${flat(text)} ${answer === rest ? '' : answer}`)]
  }
  return []
}

/** « 20 » is what forms print before a year, and an age or an amount all the same. */
function isAnswer(text: string, { type }: OwnKind): boolean {
  if (text === '') return false
  return !isPlaceholder(text) || (type !== 'text' && type !== 'date' && /^\d/.test(text))
}

function under({ cells }: PageLine, column: number): string {
  const cell = cells[column] ?? cells[0]
  return cell === undefined ? '' : cellText(cell)
}

/** A number with a key of its own needs no label. */
function provingItself(kind: OwnKind, line: PageLine): Found[] {
  return line.cells
    .flatMap(({ lines }) => lines)
    .flatMap((text) =>
      provenIn(text, kind).map((value) =>
        told(kind, { value, sound: true }, WEIGHTS.fields.proven, line.page, text),
      ),
    )
}

/** What follows one of the labels with which a text begins; null where it begins with none. */
function behind(text: string, labels: readonly string[]): string | null {
  const line = flat(text)
  const start = LEAD.exec(line)?.[0].length ?? 0
  const folded = shadow(line.slice(start))
  const label = labels.find((one) => folded.startsWith(one) && !/^[\p{L}\d]/u.test(folded.slice(one.length)))
  if (label === undefined) return null
  const after = line.slice(start + label.length)
  return after.slice(BETWEEN.exec(after)?.[0].length ?? 0).trim()
}

function told(
  kind: OwnKind,
  { value, sound }: OwnValue,
  confidence: number,
  page: number,
  text: string,
): Found {
  return {
    kind: kind.id,
    value,
    confidence: sound ? confidence : WEIGHTS.fields.unsound,
    page,
    text: flat(text).slice(0, 200),
  }
}
