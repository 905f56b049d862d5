import { Failure } from '../../base/failure.ts'
import type { FailureCode } from '../../base/failures/failures.ts'
import { certificateFault } from '../tls/certificates.ts'

/** A code, and what the engine's own answer means in words. */
type Told = readonly [code: FailureCode, words: string]

/**
 * What SQLite answers (its primary result codes, sqlite.org/rescode.html), and what an operator does about
 * it.
 */
const OF_SQLITE: Readonly<Record<number, Told>> = {
  5: [
    'database-busy',
    'another process holds the register for long: is a copy or a backup of its file running?',
  ],
  8: [
    'database-read-only',
    'the register cannot be written: check the rights of the data folder and its disk',
  ],
  10: [
    'database-disk-fault',
    'the disk of the register answers with faults: check it, then restore a backup',
  ],
  13: ['disk-full', 'the disk of the register is full: make room'],
  14: ['database-unreachable', 'the register’s file cannot be opened: check the data folder and its rights'],
}
const DAMAGED = new Set([11, 26])

/**
 * SQLSTATEs and their classes (PostgreSQL, appendix A) that pass by themselves or once somebody made room.
 */
const PASSING: Readonly<Record<string, Told>> = {
  '08': ['database-unreachable', 'the connection to the register’s database broke'],
  '25': ['database-read-only', 'the register’s database takes no changes at present: is it a standby?'],
  '25P03': [
    'database-busy',
    'this machine was silent in the middle of a change, and the register’s database ended it',
  ],
  '40': ['database-busy', 'two changes of the register met: one is tried again'],
  '53': ['database-full', 'the register’s database is out of disk, memory or connections: make room'],
  '55': ['database-busy', 'another session holds what is needed in the register’s database'],
  '57': ['database-unreachable', 'the register’s database is stopping or starting'],
  '58': ['database-disk-fault', 'the register’s database met a fault of its system: see its log'],
}

/**
 * An engine's error as a Failure for an operator: transient where waiting or making room mends it. Others
 * stay what they are.
 */
export function sqlFailure(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error
  const found = 'errcode' in error ? ofSqlite(error.errcode) : ofPostgres(error)
  if (found === undefined) return error
  return new Failure('transient', found[0], `${found[1]}; nothing is lost`, { cause: error })
}

function ofSqlite(extended: unknown): Told | undefined {
  if (typeof extended !== 'number') return undefined
  const primary = extended & 0xff
  if (DAMAGED.has(primary))
    throw new Failure(
      'permanent',
      'database-damaged',
      'the register’s file is damaged: restore the last backup',
    )
  return OF_SQLITE[primary]
}

function ofPostgres(error: Error): Told | undefined {
  const fault = certificateFault(error)
  if (fault !== null) return ['database-certificate', `the database’s ${fault}`]
  // A DatabaseError of pg, known by what only it has: pg itself is loaded where PostgreSQL is used.
  if ('severity' in error && 'code' in error) {
    const code = String(error.code)
    return PASSING[code] ?? PASSING[code.slice(0, 2)]
  }
  // Sockets that break, refuse or time out come as Node's own errors, or as pg's with nothing but words.
  const broken =
    'syscall' in error || /terminated|timeout exceeded|not queryable|Connection ended/i.test(error.message)
  return broken ? PASSING['08'] : undefined
}
