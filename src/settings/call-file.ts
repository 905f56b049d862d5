import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { wordingFaults } from '../acknowledgement/construction.ts'
import { Failure } from '../base/failure.ts'
import { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import type { Contradiction } from '../call/contradiction.ts'
import { advice, duties } from '../call/duties.ts'
import { weekdayFaults } from '../call/stated-dates.ts'
import type { Settings } from './settings.ts'

/**
 * A call as loaded, and what its reader should know: contradictions of the call itself, weekdays that do not
 * fit.
 */
export interface LoadedCall {
  readonly call: Call
  readonly path: string
  readonly warnings: readonly string[]
  /**
   * What its letters must say by law and the file does not tell: nobody is answered for it (call/duties.ts).
   */
  readonly owed: readonly string[]
}

const CALLS_FOLDER = fileURLToPath(new URL('../../config/calls', import.meta.url))

/** Calls that share a mailbox: one at least. */
export type LoadedCalls = readonly [LoadedCall, ...LoadedCall[]]

/** The calls in the files named, separated by commas; all those in config/calls when none is named. */
export function loadCalls(paths: string | undefined): LoadedCalls {
  return atLeastOne(
    (paths === undefined ? ownFiles() : paths.split(',').map((path) => path.trim())).map(readCall),
  )
}

/**
 * The calls to work for with an account: those named, or those in config/calls that say to write to it, or
 * the only one there is. With none of these an operator must choose: a service never works for a call by
 * accident.
 */
export function loadCallsOf(paths: string | undefined, account: string | undefined): LoadedCalls {
  const chosen = chosenCalls(paths, account)
  const owed = chosen.flatMap((loaded) => loaded.owed)
  if (owed.length > 0) throw complaint(owed)
  return chosen
}

/** The same, by the settings of a service, from their files as they stand. */
export function callsOf({
  RECEPISSE_CALL: paths,
  IMAP_USER: account,
}: Pick<Settings, 'RECEPISSE_CALL' | 'IMAP_USER'>): Calls {
  const [first, ...others] = loadCallsOf(paths, account)
  return [first.call, ...others.map((other) => other.call)]
}

function chosenCalls(paths: string | undefined, account: string | undefined): LoadedCalls {
  const loaded = loadCalls(paths)
  if (paths !== undefined || loaded.length === 1) return loaded
  const own = loaded.filter(({ call }) => call.mailbox.address.toLowerCase() === account?.toLowerCase())
  const [first, ...others] = own
  if (first !== undefined) return [first, ...others]
  const names = loaded.map(({ path }) => path).join(', ')
  throw new Failure(
    'permanent',
    'call-file',
    `there are several calls (${names}): name those to work for with RECEPISSE_CALL`,
  )
}

function ownFiles(): readonly string[] {
  return readdirSync(CALLS_FOLDER)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(CALLS_FOLDER, name))
}

function atLeastOne(loaded: readonly LoadedCall[]): LoadedCalls {
  const [first, ...others] = loaded
  if (first === undefined)
    throw new Failure(
      'permanent',
      'call-file',
      'there is no call in config/calls: name one with RECEPISSE_CALL',
    )
  const twice = loaded.find(
    ({ call }, index) => loaded.findIndex((other) => other.call.id === call.id) !== index,
  )
  if (twice !== undefined)
    throw new Failure('permanent', 'call-file', `${twice.path}: another call has the id ${twice.call.id}`)
  return [first, ...others]
}

/**
 * Failure('permanent', 'call-file') with file, line, column and what was expected, for every mistake at once.
 */
export function readCall(path: string): LoadedCall {
  const lines = new LineCounter()
  const document = parseDocument(readText(path), { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    throw complaint(
      document.errors.map((error) => `${path}:${at(lines, error.pos[0])}: ${error.message.split('\n')[0]}`),
    )
  }
  const parsed = Call.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!parsed.success) {
    throw complaint(
      parsed.error.issues.map(
        (issue) => `${path}:${positionOf(issue, document, lines)}: ${issue.path.join('.')}: ${issue.message}`,
      ),
    )
  }
  const call = parsed.data
  const placed = ({ path: key, message }: Contradiction): string =>
    `${path}:${positionAt(key, document, lines)}: ${key.join('.')}: ${message}`
  const wording = wordingFaults(call).map(placed)
  if (wording.length > 0) throw complaint(wording)
  const stated = weekdayFaults(call).map((fault) => `${path}: ${fault}`)
  return {
    call,
    path,
    warnings: [
      ...stated,
      ...call.published.contradictions.map((text) => `${path}: ${text}`),
      ...advice(call).map(placed),
    ],
    owed: duties(call).map(placed),
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Failure('permanent', 'call-file', `${path}: this call file cannot be read`, { cause: error })
  }
}

type Document = ReturnType<typeof parseDocument>

/** The place of the value at fault, or of the nearest thing around it when the value is missing. */
function positionOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): string {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return positionAt([...issue.path, ...extra], document, lines)
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

function complaint(faults: readonly string[]): Failure {
  return new Failure('permanent', 'call-file', faults.join('\n'))
}

/**
 * For editors: completion and checks in the YAML file. Written to config/call.schema.json by `npm run
 * schema`.
 */
export function callJsonSchema(): object {
  return z.toJSONSchema(Call, { io: 'input' })
}
