import type { ParseArgsConfig } from 'node:util'

/** The values of a command's options, as parsed. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** One command of the command line. */
export interface Command {
  readonly usage: string
  /** Lines for --help: each option with what it does. */
  readonly details: readonly string[]
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly positionals: boolean
  /** Returns the exit code; throws a Failure when it failed. */
  run(values: Values, positionals: readonly string[]): Promise<number>
}

/** What each command takes beside its own options. */
export const OF_EACH = {
  settings: { type: 'string' },
  mailbox: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** An option that takes a text, or undefined when it was not given. */
export function textOption(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
