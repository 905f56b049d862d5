import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder, writeFlushed } from '../adapters/disk/flushed.ts'
import { Failure } from '../base/failure.ts'
import type { CallId } from '../base/ids.ts'
import { loadCalls, placeOfNewCall } from '../settings/call-file.ts'
import type { Settings } from '../settings/settings.ts'
import type { CallFiles } from '../steps/adopt-call.ts'

/**
 * Read by the service’s account and by nobody else’s program: the file holds no secret, and is not ours to
 * hide.
 */
const MODE = 0o644
const PERMISSIONS = 0o777

/** The calls’ files where the settings say that they are. */
export function callFilesOf({ RECEPISSE_CALL: paths }: Pick<Settings, 'RECEPISSE_CALL'>): CallFiles {
  function placeOf(callId: CallId): ReturnType<CallFiles['placeOf']> {
    const known = loadCalls(paths).find(({ call }) => call.id === callId)
    return known === undefined ? placeOfNewCall(paths, callId) : { path: known.path, taken: true }
  }
  return {
    held(callId) {
      const { path } = placeOf(callId)
      return existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : null
    },
    placeOf,
    put: (callId, text) => replaced(placeOf(callId).path, text),
  }
}

/** Beside it, flushed, then under its name: a reader finds the old file or the new one, never a part. */
async function replaced(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  try {
    await rm(beside, { force: true })
    await writeFlushed(beside, text, MODE)
    // Whoever could read it still can: the file is theirs to edit.
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    if (mode !== undefined) await chmod(beside, mode & PERMISSIONS)
    await rename(beside, path)
    await flushFolder(dirname(path))
  } catch (error) {
    throw new Failure('permanent', 'call-file-unwritable', `${path} cannot be written`, { cause: error })
  } finally {
    await rm(beside, { force: true })
  }
}
