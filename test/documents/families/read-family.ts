import type { DocumentReader } from '../../../src/documents/document.ts'
import { type Read, readingOf } from '../corpus/measure.ts'
import type { Generated } from './family.ts'

/** Makes a document of a family and reads it with the real reader, in its process. */
export async function readGenerated(reader: DocumentReader, one: Generated): Promise<Read> {
  const { label, kind, roles, fields, layout, call } = one
  const golden = { file: label, kind, roles, fields, layout }
  return { golden, label, reading: await readingOf(reader, label, label, await one.make()), call }
}
