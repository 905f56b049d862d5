import { randomUUID } from 'node:crypto'
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../base/failure.ts'
import type { Fingerprint } from '../../base/ids.ts'
import type { Archive } from '../../evidence/evidence.ts'
import { flushFolder, writeFlushed } from '../disk/flushed.ts'
import { fingerprintOf, refuseAltered } from './content.ts'

/**
 * The archive on a file system: `ab/abcdef….eml`, named by content. Written to `tmp/`, flushed, renamed, and
 * the folder flushed too: after `keep` returns, a power cut loses nothing. Files are read-only from then on.
 */
export async function openFileArchive(folder: string): Promise<Archive> {
  await mkdir(join(folder, 'tmp'), { recursive: true, mode: 0o700 })
  return {
    keep: (raw) => keep(folder, raw),
    read: (fingerprint) => read(folder, fingerprint),
    has: (fingerprint) => exists(pathOf(folder, fingerprint)),
    forget: (fingerprint) => rm(pathOf(folder, fingerprint), { force: true }),
  }
}

function pathOf(folder: string, fingerprint: Fingerprint): string {
  return join(folder, fingerprint.slice(0, 2), `${fingerprint}.eml`)
}

async function keep(folder: string, raw: Uint8Array): Promise<Fingerprint> {
  const fingerprint = await fingerprintOf(raw)
  const path = pathOf(folder, fingerprint)
  if (await exists(path)) return fingerprint
  const temporary = join(folder, 'tmp', randomUUID())
  try {
    await writeFlushed(temporary, raw, 0o440)
    if ((await mkdir(dirname(path), { recursive: true, mode: 0o700 })) !== undefined)
      await flushFolder(folder)
    await rename(temporary, path)
    await flushFolder(dirname(path))
    return fingerprint
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw asArchiveFailure(error)
  }
}

async function read(folder: string, fingerprint: Fingerprint): Promise<Uint8Array> {
  const raw = await readFile(pathOf(folder, fingerprint)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT')
      throw new Failure('permanent', 'evidence-missing', `the archive has no mail ${fingerprint}`)
    throw asArchiveFailure(error)
  })
  return refuseAltered(fingerprint, raw)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function asArchiveFailure(error: unknown): Failure {
  const code = codeOf(error)
  const mend =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk of the archive is full: make room'
      : 'the archive cannot be reached: check its folder and its rights'
  return new Failure('transient', code === 'ENOSPC' ? 'disk-full' : 'archive-unreachable', mend, {
    cause: error,
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
