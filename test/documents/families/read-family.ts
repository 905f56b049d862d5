import type { DocumentReader } from '../../../src/documents/document.ts'
import { type Read, readingOf } from '../corpus/measure.ts'
import type { Generated } from './family.ts'

/** As many are made and read at a time as there are processes to read them. */
const AT_A_TIME = 2

/** Makes the documents of a family and reads each with the real reader, in its process. */
export async function readFamily(reader: DocumentReader, documents: readonly Generated[]): Promise<Read[]> {
  const read: Read[] = []
  const left = documents.entries()
  const readOn = async (): Promise<void> => {
    for (const [index, one] of left) read[index] = await readGenerated(reader, one)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, readOn))
  return read
}

async function readGenerated(reader: DocumentReader, one: Generated): Promise<Read> {
  const { label, kind, roles, fields, layout, call } = one
  const golden = { file: label, kind, roles, fields, layout }
  return { golden, label, reading: await readingOf(reader, label, label, await one.make()), call }
}
