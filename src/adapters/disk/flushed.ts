import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Writes a new file, and waits until its bytes are on the disk. Fails where something has its name already.
 */
export async function writeFlushed(path: string, content: Uint8Array | string, mode: number): Promise<void> {
  await using file = await open(path, 'wx', mode)
  await file.writeFile(content)
  await file.sync()
}

/** Waits until the names in a folder are on the disk, as they stand now. */
export async function flushFolder(path: string): Promise<void> {
  await using folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  await folder.sync()
}
