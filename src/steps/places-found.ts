import type { Inspected } from './inspect-register.ts'

/** Their rows are known by an address: it stays out of alarms and logs. */
const NAMED_BY_ADDRESS: ReadonlySet<string> = new Set(['account', 'outage'])

/** Where a register is not what it should be, in short and without naming anybody: table, row, column. */
export function placesFound({
  faults,
  differences,
}: Pick<Inspected, 'faults' | 'differences'>): readonly string[] {
  return [
    ...faults.map(({ code, position }) => `${code}${position === null ? '' : ` ${position}`}`),
    ...differences.map(({ table, row, column }) =>
      [table, ...(NAMED_BY_ADDRESS.has(table) ? [] : [row]), ...(column === null ? [] : [column])].join(' '),
    ),
  ]
}
