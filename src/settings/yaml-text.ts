import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Contradiction } from '../call/contradiction.ts'

/** Something wrong in a file of configuration, with its line and column. */
export interface PlacedFault extends Contradiction {
  readonly at: string
}

/** What a text of YAML holds, or every mistake at once; `at` gives line and column of a key. */
export type YamlText<Value> =
  | { readonly value: Value; readonly at: (key: readonly PropertyKey[]) => string; readonly faults: null }
  | { readonly value: null; readonly faults: readonly PlacedFault[] }

const MOST_ALIASES = 100

/** A text of YAML as a schema wants it. Where a key is missing, its place is the nearest thing around it. */
export function yamlIn<Value>(text: string, schema: z.ZodType<Value>): YamlText<Value> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      at: placeOf(lines, pos[0]),
      path: [],
      message: message.split('\n')[0] ?? '',
    }))
    return { value: null, faults }
  }
  const at = (key: readonly PropertyKey[]): string => positionAt(key, document, lines)
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: MOST_ALIASES }))
  if (parsed.success) return { value: parsed.data, at, faults: null }
  return { value: null, faults: parsed.error.issues.map((issue) => faultOf(issue, at)) }
}

/** A key that is too much is told where it stands itself. */
function faultOf(issue: z.core.$ZodIssue, at: (key: readonly PropertyKey[]) => string): PlacedFault {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return {
    at: at([...issue.path, ...extra]),
    path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    message: issue.message,
  }
}

function positionAt(key: readonly PropertyKey[], document: Document, lines: LineCounter): string {
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
