import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { Failure } from '../base/failure.ts'

/** What a file of configuration holds, and where each of its keys stands. */
export interface ReadYaml<Value> {
  readonly value: Value
  /** `file:line:column` of a key, or of the nearest thing around it where it is missing. */
  at(key: readonly PropertyKey[]): string
}

/**
 * A YAML file as a schema wants it. Failure('permanent', `code`) with file, line, column and what was expected, for every
 * mistake at once.
 */
export function readYaml<Value>(path: string, schema: z.ZodType<Value>, code: string): ReadYaml<Value> {
  const lines = new LineCounter()
  const document = parseDocument(readText(path, code), { lineCounter: lines, uniqueKeys: true })
  const faults = document.errors.map(
    (error) => `${path}:${placeOf(lines, error.pos[0])}: ${error.message.split('\n')[0]}`,
  )
  if (faults.length > 0) throw complaint(faults, code)
  const at = (key: readonly PropertyKey[]): string => `${path}:${positionAt(key, document, lines)}`
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (parsed.success) return { value: parsed.data, at }
  throw complaint(
    parsed.error.issues.map((issue) => `${at(keyOf(issue))}: ${issue.path.join('.')}: ${issue.message}`),
    code,
  )
}

/** Every mistake of a file, for whoever mends it. */
export function complaint(faults: readonly string[], code: string): Failure {
  return new Failure('permanent', code, faults.join('\n'))
}

function readText(path: string, code: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const what = code === 'call-file' ? 'this call file' : 'this file'
    throw new Failure('permanent', code, `${path}: ${what} cannot be read`, { cause: error })
  }
}

function keyOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
}

function positionAt(
  key: readonly PropertyKey[],
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
): string {
  for (let path = [...key]; ; path = path.slice(0, -1)) {
    const node = document.getIn(path, true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return placeOf(lines, Number(node.range[0]))
    if (path.length === 0) return '1:1'
  }
}

function placeOf(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}
