import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../base/failure.ts'

/**
 * One service for a data folder. The lock is the kernel's, held through SQLite: it goes with the process,
 * however the process goes, and never has to be cleaned up by hand.
 */
export function lockFile(path: string): Disposable {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const holder = new DatabaseSync(path, { timeout: 0 })
  try {
    holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    throw new Failure(
      'permanent',
      'already-running',
      'another « recepisse run » works on this data folder: stop it first, or set RECEPISSE_DATA to ' +
        'another folder',
      { cause: error },
    )
  }
  return { [Symbol.dispose]: () => holder.close() }
}
