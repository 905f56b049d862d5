import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileArchive } from '../adapters/archive/files.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import type { Instant } from '../base/instant.ts'
import { dataPaths, type Settings } from '../settings/settings.ts'
import { type Inspected, inspected, inspectInSteps } from '../steps/inspect-register.ts'
import { type OnMail, restore } from './backup.ts'

/**
 * Restores the newest copy of a folder of backups into a scratch folder in it, as « restore » would, goes
 * through what came out of it, entries, rows and originals, and takes it away again. It needs the room of
 * the mails once more.
 */
export async function proveBackup(
  settings: Settings,
  from: string,
  now: Instant,
  onMail: OnMail,
): Promise<Inspected> {
  const folder = await mkdtemp(join(from, 'scratch-'))
  try {
    const { RECEPISSE_ARCHIVE: _elsewhere, ...rest } = settings
    const scratch: Settings = { ...rest, RECEPISSE_DATA: folder }
    await restore(scratch, from, now, onMail)
    await using register = createSqlRegister(
      await openDatabase({ kind: 'sqlite', path: dataPaths(scratch).register }),
    )
    const archive = await openFileArchive(join(folder, 'archive'))
    return await inspected(inspectInSteps({ register, archive }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
