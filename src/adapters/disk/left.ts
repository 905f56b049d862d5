import { statfs } from 'node:fs/promises'

/** Bytes that an ordinary user may still write where `folder` is; null while it is not there. */
export async function diskLeft(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
