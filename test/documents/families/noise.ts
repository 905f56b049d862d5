import { fold } from '../../../src/base/folding.ts'
import { oneOf } from './draw.ts'
import { OTHERS } from './labels.ts'

/** A label and its answer, as a form has them. */
export type Row = readonly [label: string, value: string]

/** What forms and hands add to labels and answers. */
export const NOISES: Readonly<
  Record<string, (rows: readonly Row[], draw: () => number, others?: readonly Row[]) => Row[]>
> = {
  none: (rows) => [...rows],
  'note marks': (rows, draw) =>
    rows.map(([label, value]) => [`${label} ${oneOf(['(1)', '*', '(*)', '(2)'], draw())}`, value]),
  leaders: (rows) => rows.map(([label, value]) => [label, `……… ${value} ………………`]),
  capitals: (rows) => rows.map(([label, value]) => [fold(label).toUpperCase(), value]),
  'capital answers': (rows) =>
    rows.map(([label, value]) => [label, value.includes('@') ? value : value.toUpperCase()]),
  'other questions': (rows, draw, others = OTHERS) => [
    ...rows.slice(0, 3),
    oneOf(others, draw()),
    ...rows.slice(3, 6),
    oneOf(others, draw()),
    ...rows.slice(6),
  ],
  numbers: (rows) => rows.map(([label, value], index) => [`${index + 1}. ${label}`, value]),
  spaces: (rows) => rows.map(([label, value]) => [label.replaceAll(' ', '\u00a0'), `  ${value} `]),
}
