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
    `other accounts of this machine can look into ${folder}, which holds applicants’ mails: chmod -R go= '${folder}'`,
  )
}
