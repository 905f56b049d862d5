import yauzl from 'yauzl'
import { EXPANSION_RATIO, RATIO_FREE_BYTES, XML_BYTES } from './limits.ts'
import { type Budget, type Member, type Opened, reading, Unreadable } from './opened.ts'

/** The central directory of an archive; nothing is inflated yet. */
export interface Archive extends AsyncDisposable {
  readonly entries: readonly yauzl.Entry[]
  /** Inflates one entry; throws Unreadable('too_large') past `limit` bytes or an absurd ratio. */
  readonly inflate: (entry: yauzl.Entry, limit: number) => Promise<Uint8Array>
}

/** How many directory entries are listed before an archive is refused: listing costs memory too. */
const LISTED = 20_000

/**
 * The entries of a ZIP, and what inflates one of them up to a limit in bytes. Failures: what is damaged or
 * locked.
 */
export async function openArchive(content: Uint8Array): Promise<Archive> {
  const zip = await open(content)
  const entries = await list(zip)
  return {
    entries,
    inflate: (entry, limit) => inflate(zip, entry, limit),
    [Symbol.asyncDispose]: async () => zip.close(),
  }
}

/** The files of a ZIP, in the order of its directory; folders, resource forks and thumbnails left out. */
export async function readZip(content: Uint8Array, budget: Budget): Promise<Opened> {
  await using archive = await openArchive(content)
  const files = archive.entries.filter((entry) => !isNoise(entry.fileName))
  if (files.length > budget.members)
    throw new Unreadable('too_large', `the archive has ${files.length} files`)
  const members: Member[] = []
  for (const entry of files) members.push(await take(archive, entry, budget))
  const locked = files.length > 0 && files.every((entry) => entry.isEncrypted())
  const problem = locked
    ? { problem: 'encrypted' as const, detail: 'all files of the archive are encrypted' }
    : {}
  return { reading: reading('application/zip', problem), members }
}

async function take(archive: Archive, entry: yauzl.Entry, budget: Budget): Promise<Member> {
  const name = entry.fileName
  const empty = new Uint8Array()
  if (entry.isEncrypted()) {
    return { name, content: empty, problem: 'encrypted', detail: 'encrypted in its archive' }
  }
  try {
    const content = await archive.inflate(entry, budget.bytes)
    budget.bytes -= content.byteLength
    return { name, content }
  } catch (error) {
    if (error instanceof Unreadable)
      return { name, content: empty, problem: error.problem, detail: error.message }
    const detail = error instanceof Error ? error.name : 'unknown'
    return {
      name,
      content: empty,
      problem: 'unreadable',
      detail: `cannot be taken out of its archive (${detail})`,
    }
  }
}

/** An XML part of an office file, as text; null when there is none of that name. */
export async function officePart(archive: Archive, name: string): Promise<string | null> {
  const content = await officeBytes(archive, name)
  return content === null ? null : new TextDecoder().decode(content)
}

/** A part of an office file as it is; names of parts differ in more than case (ECMA-376, part 2, 6.2.2). */
export async function officeBytes(archive: Archive, name: string): Promise<Uint8Array | null> {
  const same = name.toLowerCase()
  const entry =
    archive.entries.find((candidate) => candidate.fileName === name) ??
    archive.entries.find((candidate) => candidate.fileName.toLowerCase() === same)
  if (entry === undefined) return null
  if (entry.isEncrypted()) throw new Unreadable('encrypted', 'the office file is encrypted')
  return archive.inflate(entry, XML_BYTES)
}

function isNoise(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)
}

function open(content: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return new Promise((resolve, reject) => {
    // It refuses a whole archive for one name that begins with « / »: names are read here.
    const options = { lazyEntries: true, validateEntrySizes: true, decodeStrings: false }
    yauzl.fromBuffer(buffer, options, (error, zip) => {
      if (error) reject(new Unreadable('unreadable', `not a sound archive: ${firstWords(error.message)}`))
      else resolve(zip)
    })
  })
}

function list(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entry.fileName = nameOf(entry)
      const wrong = yauzl.validateFileName(entry.fileName)
      if (wrong !== null)
        return reject(new Unreadable('unreadable', `not a sound archive: ${firstWords(wrong)}`))
      entries.push(entry)
      if (entries.length > LISTED) reject(new Unreadable('too_large', `more than ${LISTED} entries`))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) =>
      reject(new Unreadable('unreadable', `not a sound archive: ${firstWords(error.message)}`)),
    )
    zip.readEntry()
  })
}

function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, limit: number): Promise<Uint8Array> {
  const bound = Math.min(limit, Math.max(RATIO_FREE_BYTES, entry.compressedSize * EXPANSION_RATIO))
  if (entry.uncompressedSize > bound) {
    return Promise.reject(new Unreadable('too_large', `expands to ${entry.uncompressedSize} bytes`))
  }
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.byteLength
        if (size > bound) stream.destroy(new Unreadable('too_large', `expands past ${bound} bytes`))
        else chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

/** Within its archive: some programs write names from the root of theirs. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  return name.replace(/^(?:[A-Za-z]:)?\/+(?=.)/, '')
}

/**
 * Messages of the library may quote a name of the archive after a colon: those are content, not ours to keep.
 */
function firstWords(message: string): string {
  return message.split(':')[0] ?? message
}
