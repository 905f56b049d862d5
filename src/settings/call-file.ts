import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { wordingFaults } from '../acknowledgement/construction.ts'
import { Failure } from '../base/failure.ts'
import { type Call, CallFile } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import type { Contradiction } from '../call/contradiction.ts'
import { advice, duties } from '../call/duties.ts'
import { weekdayFaults } from '../call/stated-dates.ts'
import { languagesKnown, speechOf } from './language-files.ts'
import type { Settings } from './settings.ts'
import { complaint, readYaml } from './yaml-file.ts'

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

const CODE = 'call-file'
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
  if (owed.length > 0) throw complaint(owed, CODE)
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
  const { value, at } = readYaml(path, CallFile, CODE)
  const placed = ({ path: key, message }: Contradiction): string => `${at(key)}: ${key.join('.')}: ${message}`
  const unknown = unknownLanguages(value).map(placed)
  if (unknown.length > 0) throw complaint(unknown, CODE)
  const call: Call = { ...value, speech: speechOf(value) }
  const wording = wordingFaults(call).map(placed)
  if (wording.length > 0) throw complaint(wording, CODE)
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

/** A language is there when it has a file. */
function unknownLanguages({ languages }: CallFile): readonly Contradiction[] {
  const known = languagesKnown()
  const named = [
    { path: ['languages', 'letters'], id: languages.letters },
    ...languages.beside.map((id, index) => ({ path: ['languages', 'beside', index], id })),
  ]
  return named
    .filter(({ id }) => !known.includes(id))
    .map(({ path, id }) => ({
      path,
      message: `there is no language « ${id} » in config/languages: there are ${known.join(', ')}`,
    }))
}

/**
 * For editors: completion and checks in the YAML file. Written to config/call.schema.json by `npm run
 * schema`.
 */
export function callJsonSchema(): object {
  return z.toJSONSchema(CallFile, { io: 'input' })
}
