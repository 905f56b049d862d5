import { KINDS, type Measured } from './measure.ts'

/** Of the values told the share that is right, of those that are there the share that was read, and how many there are. */
export interface Figure {
  readonly precision: number
  readonly recall: number
  readonly values: number
}

export function scores(measured: readonly Measured[]): Figure {
  const count = (list: (one: Measured) => readonly string[]): number =>
    measured.reduce((sum, one) => sum + list(one).length, 0)
  const right = count((one) => one.right)
  const values = right + count((one) => one.missed)
  const told = right + count((one) => one.wrong)
  return { precision: told === 0 ? 1 : right / told, recall: values === 0 ? 1 : right / values, values }
}

/** The same for each kind of field that the documents hold. */
export function scoresByField(measured: readonly Measured[]): Map<string, Figure> {
  const of = (kind: string): Measured[] =>
    measured.map((one) => ({
      ...one,
      right: one.right.filter((each) => each === kind),
      missed: one.missed.filter((each) => each.startsWith(`${kind}:`)),
      wrong: one.wrong.filter((each) => each.startsWith(`${kind}:`)),
    }))
  return new Map(KINDS.map((kind) => [kind, scores(of(kind))]))
}

/** The documents of each kind of layout. */
export function byLayout(measured: readonly Measured[]): Map<string, Measured[]> {
  return Map.groupBy(measured, (one) => one.golden.layout ?? layoutOf(one.golden.file))
}

/** Fixtures that word processors made are named after their layout. */
function layoutOf(file: string): string {
  const name = file.replace(/\.\w+$/, '').replace(/^(scan|photo)-/, '')
  return LAYOUTS_OF_FIXTURES.has(name) ? name : 'other'
}

const LAYOUTS_OF_FIXTURES = new Set(
  'colon above two-cells four-cells headings digit-boxes leaders choices columns letter'.split(' '),
)
