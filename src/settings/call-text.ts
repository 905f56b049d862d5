import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { wordingFaults } from '../acknowledgement/construction.ts'
import { Call } from '../call/call.ts'
import type { Contradiction } from '../call/contradiction.ts'
import { advice, duties } from '../call/duties.ts'

/** Something wrong in a call’s file, with its line and column. */
export interface PlacedFault extends Contradiction {
  readonly at: string
}

/** A call’s file as it was read; with a fault, no call. */
export interface CallText {
  readonly call: Call | null
  /** What keeps it from being one. */
  readonly faults: readonly PlacedFault[]
  /** What its letters must say by law and the file does not tell (call/duties.ts). */
  readonly owed: readonly PlacedFault[]
  readonly advice: readonly PlacedFault[]
}

const MOST_ALIASES = 100

/** The call in the text of a file, or every mistake at once. The one way in, for commands and for forms. */
export function callIn(text: string): CallText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const none = { call: null, owed: [], advice: [] }
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      at: at(lines, pos[0]),
      path: [],
      message: message.split('\n')[0] ?? '',
    }))
    return { ...none, faults }
  }
  const placed = ({ path, message }: Contradiction): PlacedFault => ({
    path,
    message,
    at: positionAt(path, document, lines),
  })
  const parsed = Call.safeParse(document.toJS({ maxAliasCount: MOST_ALIASES }))
  if (!parsed.success)
    return { ...none, faults: parsed.error.issues.map((issue) => faultOf(issue, document, lines)) }
  const call = parsed.data
  const wording = wordingFaults(call).map(placed)
  if (wording.length > 0) return { ...none, faults: wording }
  return { call, faults: [], owed: duties(call).map(placed), advice: advice(call).map(placed) }
}

/** The place of the value at fault, or of the nearest thing around it when the value is missing. */
function faultOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): PlacedFault {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return {
    at: positionAt([...issue.path, ...extra], document, lines),
    path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    message: issue.message,
  }
}

function positionAt(key: readonly PropertyKey[], document: Document, lines: LineCounter): string {
  for (let path = [...key]; ; path = path.slice(0, -1)) {
    const node = document.getIn(path, true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return at(lines, Number(node.range[0]))
    if (path.length === 0) return '1:1'
  }
}

function at(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}
