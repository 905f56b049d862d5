import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { Failure } from '../base/failure.ts'
import type { FailureCode } from '../base/failures/failures.ts'
import { type PlacedFault, yamlIn } from './yaml-text.ts'

/** What a file of configuration holds, and where each of its keys stands. */
export interface ReadYaml<Value> {
  readonly value: Value
  /** `file:line:column` of a key, or of the nearest thing around it where it is missing. */
  at(key: readonly PropertyKey[]): string
}

/**
 * A YAML file as a schema wants it. Failure('permanent', `code`) with file, line, column and what was
 * expected, for every mistake at once.
 */
export function readYaml<Value>(path: string, schema: z.ZodType<Value>, code: FailureCode): ReadYaml<Value> {
  const read = yamlIn(textOf(path, code), schema)
  if (read.faults !== null) throw complaint(read.faults.map(faultIn(path)), code)
  return { value: read.value, at: (key) => `${path}:${read.at(key)}` }
}

/** Failure('permanent', `code`) for a file that cannot be read. */
export function textOf(path: string, code: FailureCode): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const what = code === 'call-file' ? 'this call file' : 'this file'
    throw new Failure('permanent', code, `${path}: ${what} cannot be read`, { cause: error })
  }
}

/** A mistake as people are told of it: file, line, column, key, what was expected. */
export function faultIn(path: string): (fault: PlacedFault) => string {
  return ({ at, path: key, message }) =>
    `${path}:${at}: ${key.length === 0 ? '' : `${key.join('.')}: `}${message}`
}

/** Every mistake of a file, for whoever mends it. */
export function complaint(faults: readonly string[], code: FailureCode): Failure {
  return new Failure('permanent', code, faults.join('\n'))
}
