import type { ComparedRow, Comparison, Seen } from './comparison.ts'
import type { Cell, Sheet } from './register-table.ts'

/** Rows for criteria of which the call does not tell. */
const BLANK_ROWS = 6

/** The rows that people fill on paper: a criterion of the call’s each, or so many without a word. */
export function criteriaRows({ criteria }: Comparison): readonly string[] {
  return criteria.length > 0 ? criteria : Array.from({ length: BLANK_ROWS }, () => '')
}

/** One column for each candidate; the criteria below are empty, and nothing is added up. */
export function comparisonSheet(comparison: Comparison, heading: string): Sheet {
  const { category, candidates, rows } = comparison
  const empty = candidates.map((): Cell => '')
  return {
    name: category
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 31),
    heading,
    columns: [
      { title: 'Élément', width: 28 },
      ...candidates.map(({ name, number }) => ({ title: `${name ?? 'Sans nom'}\n${number}`, width: 36 })),
    ],
    rows: [
      ...rows.map(({ label, cells }: ComparedRow): readonly Cell[] => [label, ...cells.map(cellOf)]),
      ['À remplir par les personnes qui examinent', ...empty],
      ...criteriaRows(comparison).map((criterion): readonly Cell[] => [criterion || '…', ...empty]),
    ],
    laidOut: 'side-by-side',
  }
}

function cellOf(seen: readonly Seen[]): Cell {
  return seen
    .map(({ text, where }) => (where === null ? text : `${text}${text === '' ? '' : ' '}(${where})`))
    .join('\n')
}
