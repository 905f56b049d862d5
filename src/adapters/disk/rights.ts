import { accessSync, constants, mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Failure } from '../../base/failure.ts'

/** What every other account of the machine may not do with what we write: anything. */
const RIGHTS_OF_OTHERS = 0o077
const WRITING_BY_OTHERS = 0o022
const READING_BY_OTHERS = 0o005

/**
 * From here on nothing that this process or its children write can be opened by another account of the
 * machine.
 */
export function keepToOurselves(): void {
  process.umask(RIGHTS_OF_OTHERS)
}

/**
 * Makes a folder for us alone, where it is not there. Failure('permanent', 'data-folder') when it cannot be
 * made.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** Failure('permanent', 'data-folder') when this account may not write into a folder. */
export function refuseUnwritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** What an operator is told of a folder that this account may not write into; `cause`: the system’s answer. */
export function unwritable(folder: string, cause: unknown): Failure {
  return new Failure(
    'permanent',
    'data-folder',
    `this account (uid ${process.getuid?.()}) cannot write into ${folder}: give it the folder, or name ` +
      'another in RECEPISSE_DATA',
    { cause },
  )
}

/** What `write` leaves behind other accounts may read: what a service’s own account is to find in /etc. */
export async function readableByAll(write: () => Promise<unknown>): Promise<void> {
  const before = process.umask(WRITING_BY_OTHERS)
  try {
    await write()
  } finally {
    process.umask(before)
  }
}

/** Whether every account of the machine may enter a folder and read there. */
export async function isReadableByAll(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & READING_BY_OTHERS) === READING_BY_OTHERS
}

/**
 * Failure('permanent', 'open-folder') when another account of the machine may look into a folder of ours,
 * with the command that mends it. One that is not there yet will be made for us alone.
 */
export async function refuseOpenFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found === null || (found.mode & RIGHTS_OF_OTHERS) === 0) return
  throw new Failure(
    'permanent',
    'open-folder',
    `other accounts of this machine can look into ${folder}, which holds applicants’ mails: chmod -R ` +
      `go= '${folder}'`,
  )
}
