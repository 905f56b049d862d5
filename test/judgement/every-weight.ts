import { WEIGHTS } from '../../src/knowledge/weights.ts'

interface Table {
  [key: string]: number | Table
}

/** The table of weights, to be written to: in tests and in `npm run eval` alone. */
const table = WEIGHTS as unknown as Table

/** The path of every weight: `triage.form`, `roles.letter.undersigned`… */
export function everyWeight(): readonly string[] {
  return pathsOf(table, '')
}

function pathsOf(node: Table, prefix: string): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'number' ? [`${prefix}${key}`] : pathsOf(value, `${prefix}${key}.`),
  )
}

/** Does something while one weight stands otherwise. */
export function withWeight<Told>(path: string, change: number, doing: () => Told): Told {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const node = keys.reduce<Table>((at, key) => at[key] as Table, table)
  const before = node[last] as number
  node[last] = Math.round((before + change) * 1000) / 1000
  try {
    return doing()
  } finally {
    node[last] = before
  }
}
