import type { Call } from '../../call/call.ts'
import type { OwnKind } from '../../call/own-kind.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { linesOfValue, type Reading } from '../document.ts'
import { isPlaceholder, labelAt } from '../text/labels.ts'
import { behindLabel, labelsOfKind } from '../text/own-labels.ts'
import { cellText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { flat, unboxed } from '../text/words.ts'
import { type OwnValue, ownValueIn, provenIn } from './own-values.ts'
import type { SeenField } from './seen-field.ts'

/** An answer below its label stands in the next lines. */
const BELOW = 2

/**
 * The facts that only this call asks for: behind, beside or below their labels, or proving themselves
 * anywhere.
 */
export function ownFields(reading: Pick<Reading, 'pages' | 'formValues'>, call: Call): SeenField[] {
  if (call.kinds.length === 0) return []
  const lines = pageLines(reading.pages)
  const labelsOf = new Map(call.kinds.map((kind) => [kind.id, labelsOfKind(kind)]))
  const asked = [...labelsOf.values()].flat()
  return call.kinds.flatMap((kind) => {
    const labels = labelsOf.get(kind.id) ?? []
    return [
      ...ofControls(kind, labels, reading, call),
      ...lines.flatMap((line, index) => [
        ...line.cells.flatMap((_, column) => ofCell(kind, { labels, asked }, lines, index, column, call)),
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
): SeenField[] {
  return formValues.flatMap(({ label, name, value, page }) => {
    const isAsked = [label, name.replace(/[_-]/g, ' ')].some((text) => behindLabel(text, labels) !== null)
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
  { labels, asked }: { readonly labels: readonly string[]; readonly asked: readonly string[] },
  lines: readonly PageLine[],
  index: number,
  column: number,
  call: Call,
): SeenField[] {
  const line = lines[index]
  const cell = line?.cells[column]
  if (line === undefined || cell === undefined) return []
  for (const [row, text] of cell.lines.entries()) {
    const rest = behindLabel(text, labels)
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
    if (answer === '' || (answer !== rest && isQuestion(answer, asked))) return []
    const found = ownValueIn(unboxed(answer), kind, call)
    return found === null
      ? []
      : [told(kind, found, confidence, line.page, `${flat(text)} ${answer === rest ? '' : answer}`)]
  }
  return []
}

/**
 * The next question of a form is no answer to this one, whether the house knows its label or the call alone
 * does.
 */
function isQuestion(text: string, asked: readonly string[]): boolean {
  return labelAt(text)?.separated === true || behindLabel(text, asked) !== null
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
function provingItself(kind: OwnKind, line: PageLine): SeenField[] {
  return line.cells
    .flatMap(({ lines }) => lines)
    .flatMap((text) =>
      provenIn(text, kind).map((value) =>
        told(kind, { value, sound: true }, WEIGHTS.fields.proven, line.page, text),
      ),
    )
}

function told(
  kind: OwnKind,
  { value, sound }: OwnValue,
  confidence: number,
  page: number,
  text: string,
): SeenField {
  return {
    kind: kind.id,
    value,
    confidence: sound ? confidence : WEIGHTS.fields.unsound,
    page,
    text: flat(text).slice(0, 200),
  }
}
