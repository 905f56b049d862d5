import { statfs } from 'node:fs/promises'

/** Bytes that an ordinary user may still write where `folder` is. */
export async function diskLeft(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
