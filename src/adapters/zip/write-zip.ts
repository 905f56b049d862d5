import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { asFailure } from '../../base/failure.ts'
import { epochOf, type Instant } from '../../base/instant.ts'
import type { PackedEntry } from '../../steps/pack-pieces.ts'

/** So much of a file is handed on at a time. */
const SLICE = 256 * 1024

/**
 * A ZIP as it is made: the next file is asked for when the one before has gone out, so that only as much is
 * in memory as one file needs, whoever reads and however slowly. What goes wrong with a file ends the whole.
 */
export async function* writeZip(
  entries: AsyncIterable<PackedEntry>,
  at: Instant,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream.pipe(new PassThrough())
  const end = (error: unknown) => void out.destroy(asFailure(error))
  zip.on('error', end)
  fill(zip, entries, new Date(epochOf(at))).catch(end)
  yield* out
}

async function fill(zip: ZipFile, entries: AsyncIterable<PackedEntry>, mtime: Date): Promise<void> {
  for await (const entry of entries) await add(zip, entry, mtime)
  zip.end()
}

/** Until it has gone out. The list of what is in the ZIP keeps its function: the bytes are let go of. */
function add(zip: ZipFile, { path, content }: PackedEntry, mtime: Date): Promise<void> {
  let held: Uint8Array | null = content
  // Most pieces are compressed already.
  const options = { mtime, mode: 0o100600, compressionLevel: 1 }
  return new Promise((resolve) =>
    zip.addReadStreamLazy(path, options, (hand) => {
      const stream = Readable.from(slices(held ?? new Uint8Array()))
      held = null
      stream.once('close', resolve)
      hand(null, stream)
    }),
  )
}

function* slices(content: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < content.byteLength; from += SLICE) yield content.subarray(from, from + SLICE)
}
