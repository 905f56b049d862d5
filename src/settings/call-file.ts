import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Failure } from '../base/failure.ts'
import { type Call, CallFile } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { weekdayFaults } from '../call/stated-dates.ts'
import { callIn } from './call-text.ts'
import type { Settings } from './settings.ts'
import { complaint, faultIn, textOf } from './yaml-file.ts'

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

/**
 * The calls in the files and folders named, separated by commas; all those in config/calls when none is
 * named.
 */
export function loadCalls(paths: string | undefined): LoadedCalls {
  const named = paths === undefined ? [CALLS_FOLDER] : paths.split(',').map((path) => path.trim())
  return atLeastOne(named.flatMap((path) => (isFolder(path) ? filesIn(path) : [path])).map(readCall))
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

/** The calls' files in a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/**
 * Where the file of a new call goes: into the first folder that is named, else beside the first file.
 * `taken`: the service finds it there by itself when it starts; otherwise RECEPISSE_CALL must name it.
 */
export function placeOfNewCall(
  paths: string | undefined,
  id: string,
): { readonly path: string; readonly taken: boolean } {
  if (paths === undefined) return { path: join(CALLS_FOLDER, `${id}.yaml`), taken: true }
  const named = paths.split(',').map((path) => path.trim())
  const folder = named.find(isFolder)
  return { path: join(folder ?? dirname(named[0] ?? ''), `${id}.yaml`), taken: folder !== undefined }
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
  const read = callIn(textOf(path, CODE))
  const placed = faultIn(path)
  if (read.call === null) throw complaint(read.faults.map(placed), CODE)
  const { call } = read
  const stated = weekdayFaults(call).map((fault) => `${path}: ${fault}`)
  return {
    call,
    path,
    warnings: [
      ...stated,
      ...call.published.contradictions.map((text) => `${path}: ${text}`),
      ...read.advice.map(placed),
    ],
    owed: read.owed.map(placed),
  }
}

/**
 * For editors: completion and checks in the YAML file. Written to config/call.schema.json by `npm run
 * schema`.
 */
export function callJsonSchema(): object {
  return z.toJSONSchema(CallFile, { io: 'input' })
}
