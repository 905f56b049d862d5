import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../base/failure.ts'
import { makeFolder, unwritable } from '../disk/rights.ts'

/** SQLITE_BUSY (sqlite.org/rescode.html). */
const BUSY = 5

/**
 * One service for a data folder. The lock is the kernel's, held through SQLite: it goes with the process,
 * however the process goes, and never has to be cleaned up by hand. Failures: permanent, already-running and
 * data-folder.
 */
export function lockFile(path: string): Disposable {
  makeFolder(dirname(path))
  const holder = opened(path)
  try {
    holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    throw isBusy(error) ? alreadyRunning(error) : unwritable(dirname(path), error)
  }
  return { [Symbol.dispose]: () => holder.close() }
}

function opened(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw unwritable(dirname(path), error)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY
}

function alreadyRunning(cause: unknown): Failure {
  return new Failure(
    'permanent',
    'already-running',
    'another « recepisse run » works on this data folder: stop it first, or set RECEPISSE_DATA to ' +
      'another folder',
    { cause },
  )
}
