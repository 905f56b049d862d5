import type sharp from 'sharp'

/** The library of pictures, told to keep nothing: a process that reads strangers' files has little memory. */
export async function pixels(): Promise<typeof sharp> {
  const { default: library } = await import('sharp')
  library.cache(false)
  library.concurrency(1)
  return library
}
