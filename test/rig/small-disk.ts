import { execFile } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const BLOCK_BYTES = 1024 * 1024

/** A file system of its own, small enough to be filled; for tests, as root only. */
export interface SmallDisk extends AsyncDisposable {
  readonly folder: string
  /** Not one byte is left until `empty`. */
  fill(): Promise<void>
  empty(): Promise<void>
  /** What a disk with faults becomes: everything can be read, nothing written. */
  readOnly(yes: boolean): Promise<void>
}

/** Null where nobody may mount: the test says that it was not run. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  if (userInfo().uid !== 0) return null
  await mkdir(folder, { recursive: true })
  const mounted = await run('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,mode=711`,
    'tmpfs',
    folder,
  ]).then(
    () => true,
    () => false,
  )
  if (!mounted) return null
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fill(ballast),
    empty: () => rm(ballast, { force: true }),
    readOnly: async (yes) => {
      await run('mount', ['-o', `remount,${yes ? 'ro' : 'rw'}`, folder])
    },
    // Lazily: a process that is just ending may still hold a file.
    [Symbol.asyncDispose]: async () => {
      await run('umount', ['-l', folder])
    },
  }
}

/** A file that can be read and not written, whoever opens it from now on; null where nobody may mount. */
export async function readOnlyFile(path: string): Promise<AsyncDisposable | null> {
  if (userInfo().uid !== 0) return null
  const mounted = await run('mount', ['--bind', path, path]).then(
    () => true,
    () => false,
  )
  if (!mounted) return null
  await run('mount', ['-o', 'remount,bind,ro', path])
  return {
    [Symbol.asyncDispose]: async () => {
      await run('umount', ['-l', path])
    },
  }
}

async function fill(path: string): Promise<void> {
  await using file = await open(path, 'a')
  let size = BLOCK_BYTES
  while (size >= 1) {
    const wrote = await file.write(Buffer.alloc(size)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return null
      throw error
    })
    if (wrote === null || wrote.bytesWritten < size) size = Math.floor(size / 2)
  }
}
