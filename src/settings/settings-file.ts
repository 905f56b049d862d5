import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { Failure } from '../base/failure.ts'

/**
 * Takes the settings of a file NAME=value into the environment. What the environment has already stands: an
 * operator may change one thing for once. Failure('permanent', 'settings') when it cannot be read.
 */
export function loadSettingsFile(path: string): void {
  let values: Readonly<Record<string, string | undefined>>
  try {
    values = parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Failure('permanent', 'settings', `${path}: this settings file cannot be read`, { cause: error })
  }
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value
}
