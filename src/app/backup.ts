import { copyFile, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { openFileArchive } from '../adapters/archive/files.ts'
import { openArchive } from '../adapters/archive/open.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { keptMails, noteRestored, snapshot } from '../adapters/sql/snapshot.ts'
import { Failure } from '../base/failure.ts'
import { Instant } from '../base/instant.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { dataPaths, type Settings } from '../settings/settings.ts'

const KEYS = ['envelope.key', 'signing.key'] as const
const Label = z.strictObject({ takenAt: Instant, register: z.string(), mails: z.int() })

/** Told before each mail: how many were looked at, of how many. */
export type OnMail = (done: number, of: number) => void

/** What a backup holds. */
export type BackupLabel = z.infer<typeof Label>

/**
 * A consistent copy of register, archive and key, while the service runs. First the register, then the mails
 * it names: bytes are kept before rows are written, so none can be missing. Mails that an earlier backup
 * brought are not copied again.
 */
export async function backUp(
  settings: Settings,
  out: string,
  now: Instant,
  onMail: OnMail,
): Promise<BackupLabel> {
  refuseServer(settings)
  await mkdir(join(out, 'archive'), { recursive: true, mode: 0o700 })
  const register = `register-${now.replaceAll(/[-:.]/g, '')}.db`
  snapshot(dataPaths(settings).register, join(out, register))
  await flush(join(out, register))
  const from = await openArchive(archiveLocation(settings))
  const to = await openFileArchive(join(out, 'archive'))
  const database = await openDatabase({ kind: 'sqlite', path: join(out, register) })
  const mails = await keptMails(database).finally(() => database.destroy())
  for (const [index, fingerprint] of mails.entries()) {
    onMail(index, mails.length)
    if (await to.has(fingerprint)) continue
    // One that turned out to be none of our business was thrown away since.
    const raw = await from.read(fingerprint).catch(passMissing)
    if (raw !== null) await to.keep(raw)
  }
  await copyKeys(dataPaths(settings).folder, out)
  const label = { takenAt: now, register, mails: mails.length }
  await writeFile(join(out, `${register}.json`), `${JSON.stringify(label)}\n`, { flush: true })
  return label
}

/**
 * Puts the newest backup of a folder into an empty data folder. Returns what it held and how many letters now
 * wait for a person.
 */
export async function restore(
  settings: Settings,
  from: string,
  now: Instant,
  onMail: OnMail,
): Promise<BackupLabel & { readonly held: number }> {
  refuseServer(settings)
  const paths = dataPaths(settings)
  if (await exists(paths.register))
    throw new Failure(
      'permanent',
      'not-empty',
      'the data folder holds a register already: restore into an empty RECEPISSE_DATA',
    )
  const label = await newest(from)
  await mkdir(paths.folder, { recursive: true, mode: 0o700 })
  const source = await openFileArchive(join(from, 'archive'))
  const archive = await openArchive(archiveLocation(settings))
  const draft = `${paths.register}.restoring`
  await copyFile(join(from, label.register), draft)
  const database = await openDatabase({ kind: 'sqlite', path: draft })
  let held = 0
  try {
    const mails = await keptMails(database)
    for (const [index, fingerprint] of mails.entries()) {
      onMail(index, mails.length)
      const raw = await source.read(fingerprint).catch(passMissing)
      if (raw !== null) await archive.keep(raw)
    }
    held = await noteRestored(database, label.takenAt, now)
  } finally {
    await database.destroy()
  }
  await copyKeys(from, paths.folder)
  // Last: a restoration that was cut short leaves no register behind.
  snapshot(draft, paths.register)
  await flush(paths.register)
  for (const beside of ['', '-shm', '-wal']) await rm(`${draft}${beside}`, { force: true })
  return { ...label, held }
}

function refuseServer(settings: Settings): void {
  if (settings.DATABASE_URL !== undefined)
    throw new Failure(
      'permanent',
      'settings',
      'a register on PostgreSQL is backed up with pg_dump, and its bucket by its versions: see ' +
        'docs/operator.md',
    )
}

async function newest(folder: string): Promise<BackupLabel> {
  const labels = (await readdir(folder)).filter((name) => name.endsWith('.db.json')).sort()
  const last = labels.at(-1)
  if (last === undefined)
    throw new Failure('permanent', 'no-backup', 'this folder holds no backup of « recepisse backup »')
  return Label.parse(JSON.parse(await readFile(join(folder, last), 'utf8')))
}

function passMissing(error: unknown): null {
  if (error instanceof Failure && error.code === 'evidence-missing') return null
  throw error
}

async function copyKeys(from: string, to: string): Promise<void> {
  for (const key of KEYS) {
    if (!(await exists(join(from, key)))) continue
    await copyFile(join(from, key), join(to, key))
    await flush(join(to, key))
  }
}

async function flush(path: string): Promise<void> {
  await using file = await open(path, 'r+')
  await file.sync()
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
