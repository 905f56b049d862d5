import { lstat, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../base/failure.ts'
import type { PackageFolder } from '../../steps/pack-dossier.ts'
import { flushFolder, writeFlushed } from './flushed.ts'

const UNFINISHED = '.inacheve'

/**
 * A folder that is whole or is not there: it is filled under another name, flushed, and gets its own at the
 * end. What an earlier attempt left is begun anew. Failure('permanent', 'not-empty') where something stands
 * already.
 */
export async function packageFolder(path: string): Promise<PackageFolder> {
  if (await isThere(path))
    throw new Failure('permanent', 'not-empty', `${path} is there already: name a new folder`)
  const unfinished = `${path}${UNFINISHED}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const folders = new Set([unfinished])
  return {
    async write(name, content) {
      const target = join(unfinished, name)
      folders.add(dirname(target))
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await writeFlushed(target, content, 0o600)
    },
    async finish() {
      for (const folder of folders) await flushFolder(folder)
      if (await isThere(path))
        throw new Failure('permanent', 'not-empty', `${path} is there by now: name a new folder`)
      await rename(unfinished, path)
      await flushFolder(dirname(path))
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null
}
