import { Failure } from '../base/failure.ts'
import type { Wanted } from '../steps/act.ts'
import { textOption, type Values } from './command.ts'

const LONGEST = 500

/**
 * `--by` and `--reason`, without which nobody acts in the register. Failure('permanent', 'usage') names what
 * lacks.
 */
export function actOptions(values: Values): Wanted {
  return { by: required(values, 'by'), reason: required(values, 'reason'), to: addressOption(values) }
}

/**
 * The text of an option that has to be given. Failure('permanent', 'usage') where it is missing or too long.
 */
export function required(values: Values, name: string): string {
  const value = textOption(values, name)?.trim() ?? ''
  if (value === '' || value.length > LONGEST)
    throw new Failure('permanent', 'usage', `--${name} is needed: it is kept in the history for good`)
  return value
}

/** Where a command reads or writes. Failure('permanent', 'usage') when it was not said. */
export function place(values: Values, name: string): string {
  const value = textOption(values, name)?.trim() ?? ''
  if (value === '') throw new Failure('permanent', 'usage', `say where with --${name}`)
  return value
}

function addressOption(values: Values): string | null {
  const value = textOption(values, 'to')?.trim()
  if (value === undefined) return null
  if (!/^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:().]{2,}$/u.test(value))
    throw new Failure('permanent', 'usage', '--to takes one bare address')
  return value
}
