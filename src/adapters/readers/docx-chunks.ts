import type { Reading } from '../../documents/document.ts'
import { identify } from './identify.ts'
import type { Related } from './office-package.ts'
import { type Budget, type ReaderOf, Unreadable } from './opened.ts'
import { type Archive, officeBytes } from './zip.ts'

/** Files in files in files: somebody plays. */
const CHUNKS_AT_MOST = 50

/**
 * Whole files that a Word file shows as its own text (w:altChunk; ECMA-376, 17.17.2): HTML, RTF, Word, a
 * mail, text.
 */
export async function chunksOf(
  archive: Archive,
  related: readonly Related[],
  budget: Budget,
  readerOf: ReaderOf,
): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const { part } of related.filter(({ kind }) => kind === 'aFChunk').slice(0, CHUNKS_AT_MOST)) {
    const content = await officeBytes(archive, part)
    if (content === null || content.byteLength === 0) continue
    budget.members -= 1
    budget.bytes -= content.byteLength
    if (budget.members <= 0 || budget.bytes < 0) throw new Unreadable('too_large', 'holds too many files')
    const reading = await readChunk(content, budget, readerOf)
    if (reading !== null) readings.push(reading)
  }
  return readings
}

async function readChunk(content: Uint8Array, budget: Budget, readerOf: ReaderOf): Promise<Reading | null> {
  const type = await identify(content)
  const isText = /^(text\/|application\/(rtf|xml)$|message\/)|wordprocessingml/.test(type)
  const reader = isText ? readerOf(type) : undefined
  return reader === undefined ? null : (await reader(content, budget)).reading
}
