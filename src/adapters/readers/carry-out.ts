import type { Fingerprint } from '../../base/ids.ts'
import type { Calls } from '../../call/calls.ts'
import type { FileReading, Reading } from '../../documents/document.ts'
import type { ParsedMail } from '../../mail/mail.ts'
import { createMailParser } from '../mime/parse.ts'
import { drawPage, holds } from './draw.ts'
import { WORTH_KEEPING_MILLISECONDS } from './limits.ts'
import type { Lessons, Order, Told } from './messages.ts'
import { Numbering, type Progress, readFile } from './read-file.ts'
import { fileOf, NotAMail, readMail } from './read-mail.ts'
import { languagesRecognised } from './recognised-languages.ts'

/** Tells the parent; resolves when the words have left. */
export type Tell = (told: Told, attached?: Uint8Array) => Promise<void>

/** What was told before an order: the calls, and readings of an earlier attempt at it. */
export interface Memory {
  readonly calls: Calls | null
  readonly kept: ReadonlyMap<number, Reading>
}

type Answered = Exclude<Order, { what: 'calls' | 'kept' }>

/** Carries out one order on the bytes that came with it, and tells what it found. */
export async function carryOut(
  order: Answered,
  bytes: Uint8Array,
  { calls, kept }: Memory,
  tell: Tell,
): Promise<void> {
  if (order.what === 'mail') {
    if (calls === null) throw new Error('a mail is read for calls, which are told first')
    await tell(await understood(order, bytes, calls, progressOf(order.lessons, kept, tell, calls)))
  } else if (order.what === 'file') {
    const { name, declaredType, lessons } = order
    const files = await readFile({ name, declaredType, content: bytes }, progressOf(lessons, kept, tell))
    await tell({ kind: 'files', files: [...files] })
  } else await lookInto(order, await createMailParser().parse(bytes), kept, tell)
}

async function understood(
  order: Extract<Order, { what: 'mail' }>,
  raw: Uint8Array,
  calls: Calls,
  progress: Progress,
): Promise<Told> {
  try {
    return { kind: 'understood', understood: await readMail(order, raw, calls, progress) }
  } catch (error) {
    if (error instanceof NotAMail) return { kind: 'refused', code: error.code }
    throw error
  }
}

/** What people ask of a mail that was read before. */
async function lookInto(
  order: Exclude<Answered, { what: 'mail' | 'file' }>,
  parsed: ParsedMail,
  kept: Memory['kept'],
  tell: Tell,
): Promise<void> {
  if (order.what === 'parse') return tell({ kind: 'parsed', mail: parsed.mail })
  if (order.what === 'parts') {
    for (const { index } of parsed.mail.attachments)
      await tell({ kind: 'part', index }, parsed.content(index))
    return
  }
  if (order.what === 'document') {
    const files = await readUntilFound(parsed, order.sha256, progressOf(order.lessons, kept, tell))
    return tell({ kind: 'files', files })
  }
  const working = () => tell({ kind: 'working' })
  for (const file of filesWith(parsed, order.sha256)) {
    if (order.what === 'draw') {
      const drawn = await drawPage(file, order, working)
      if (drawn !== null) return tell({ kind: 'bytes', markedAt: drawn.markedAt }, drawn.content)
    } else if (await holds(file, order.sha256, working)) return tell({ kind: 'bytes' }, file.content)
  }
}

async function readUntilFound(
  parsed: ParsedMail,
  sha256: Fingerprint,
  progress: Progress,
): Promise<FileReading[]> {
  const numbering = new Numbering()
  for (const file of filesWith(parsed, sha256)) {
    const files = await readFile(file, progress, numbering)
    const found = files.find((one) => one.sha256 === sha256)
    if (found !== undefined) return [found]
  }
  return []
}

/** The attachment that is the document; when none is, all that may hold it. */
function filesWith(parsed: ParsedMail, sha256: Fingerprint) {
  const { attachments } = parsed.mail
  const itself = attachments.find((attachment) => attachment.sha256 === sha256)
  return (itself === undefined ? attachments : [itself]).map((attachment) => fileOf(parsed, attachment))
}

function progressOf(
  { deadly, plain, until }: Lessons,
  kept: Memory['kept'],
  tell: Tell,
  calls: Memory['calls'] = null,
): Progress {
  return {
    began: (index) => tell({ kind: 'began', index }),
    async ended(index, reading, milliseconds) {
      if (milliseconds > WORTH_KEEPING_MILLISECONDS && !kept.has(index))
        await tell({ kind: 'kept', index }, Buffer.from(JSON.stringify(reading)))
      await tell({ kind: 'ended', index })
    },
    working: () => tell({ kind: 'working' }),
    unopened: new Map(deadly.map((one) => [one.index, one])),
    plain: new Set(plain),
    kept,
    until: until ?? Number.POSITIVE_INFINITY,
    languages: languagesRecognised(calls ?? []),
  }
}
