import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import type { File, FileReading, Reading } from '../../documents/document.ts'
import { lengthOf } from '../../documents/text/page.ts'
import { identify } from './identify.ts'
import { EXPANDED_BYTES, MAIL_FILES, MEMBERS, NESTING, TEXT_CHARACTERS } from './limits.ts'
import type { Unopened } from './messages.ts'
import { type Budget, leaf, type Member, type Opened, reading, Unreadable } from './opened.ts'
import { CONTAINERS, READERS, WRAPPINGS } from './table.ts'

/** What reading goes by, and whom it tells. `index` numbers files in the order in which they are met. */
export interface Progress {
  readonly began: (index: number) => Promise<void>
  readonly ended: (index: number, reading: Reading, milliseconds: number) => Promise<void>
  /** A long file goes on: recognising a scan takes a second or two a page. */
  readonly working: () => Promise<void>
  /** Files that are announced and not opened. */
  readonly unopened: ReadonlyMap<number, Pick<Unopened, 'problem' | 'detail'>>
  /** Files whose pictures an earlier attempt died of: read without recognising them. */
  readonly plain: ReadonlySet<number>
  /** Readings of an earlier attempt: only containers among them are opened again, for what they hold. */
  readonly kept: ReadonlyMap<number, Reading>
  /** The last file that is opened. */
  readonly until: number
  /** Languages of the calls beside French, and what data recognise their print. */
  readonly languages?: ReadonlyMap<string, string>
}

const nobody = async (): Promise<void> => undefined

/** Nothing was learned before, and nobody is told. */
export const FIRST_ATTEMPT: Progress = {
  began: nobody,
  ended: nobody,
  working: nobody,
  unopened: new Map(),
  plain: new Set(),
  kept: new Map(),
  until: Number.POSITIVE_INFINITY,
}

/** Numbers the files of one order, one attachment after the other. */
export class Numbering {
  #next = 0

  next(): number {
    this.#next += 1
    return this.#next - 1
  }

  /** How many files may still be taken out of containers. */
  get room(): number {
    return Math.max(0, MAIL_FILES - this.#next)
  }
}

interface Walk {
  readonly progress: Progress
  readonly budget: Budget
  readonly numbering: Numbering
  readonly files: FileReading[]
}

/** Reads a file and what it contains, to the bounds of `limits.ts`. Never throws for the file's sake. */
export async function readFile(
  file: File,
  progress: Progress = FIRST_ATTEMPT,
  numbering = new Numbering(),
): Promise<readonly FileReading[]> {
  const charset = /;\s*charset=(\S+)/.exec(file.declaredType)?.[1] ?? null
  const said = { name: file.name, charset }
  const budget = {
    members: Math.min(MEMBERS, numbering.room),
    bytes: EXPANDED_BYTES,
    stillWorking: progress.working,
    recognise: true,
    said,
    ...(progress.languages === undefined ? {} : { languages: progress.languages }),
  }
  const { name, content, sha256 } = file
  const member = { name, content, ...(charset === null ? {} : { charset }), ...(sha256 && { sha256 }) }
  const walk = { progress, budget, numbering, files: [] }
  await visit(member, 0, walk)
  return walk.files
}

async function visit(member: Member, depth: number, walk: Walk): Promise<void> {
  const { progress, budget, numbering, files } = walk
  const index = numbering.next()
  const { name, content } = member
  const sha256 = member.sha256 ?? Fingerprint.parse(createHash('sha256').update(content).digest('hex'))
  const say = (reading: Reading): void =>
    void files.push({ name, bytes: content.byteLength, sha256, reading })
  const refused = progress.unopened.get(index) ?? (index > progress.until ? NOT_REACHED : undefined)
  if (refused !== undefined) return say(reading('application/octet-stream', refused))
  const kept = progress.kept.get(index)
  budget.recognise = !progress.plain.has(index) && kept === undefined
  budget.said = { name, charset: member.charset ?? null }
  const before = process.cpuUsage()
  await progress.began(index)
  const opened = await open(member, depth, budget, kept !== undefined)
  const { user, system } = process.cpuUsage(before)
  await progress.ended(index, opened.reading, (user + system) / 1000)
  say(kept ?? opened.reading)
  for (const inner of opened.members) {
    if (budget.members <= 0) return
    budget.members -= 1
    await visit({ ...inner, name: `${name}/${safeName(inner.name)}` }, depth + 1, walk)
  }
}

const NOT_REACHED = { problem: 'unfinished', detail: 'was not reached' } as const

async function open(member: Member, depth: number, budget: Budget, known: boolean): Promise<Opened> {
  if (member.problem !== undefined) {
    return leaf('application/octet-stream', { problem: member.problem, detail: member.detail ?? null })
  }
  if (member.content.byteLength === 0) return leaf('application/x-empty', { problem: 'empty' })
  let type = 'application/octet-stream'
  try {
    type = await identify(member.content)
    const reader = READERS.get(type)
    if (reader === undefined) return unread(type, member.name)
    if (known && !CONTAINERS.has(type)) return leaf(type)
    if (depth >= NESTING && WRAPPINGS.has(type)) return tooDeep(type)
    const opened = saying(await reader(member.content, budget))
    return depth >= NESTING ? { ...opened, members: [] } : opened
  } catch (error) {
    return failed(type, error)
  }
}

/** A text that reaches the bound was cut there: nobody should take it for the whole. */
function saying(opened: Opened): Opened {
  const { reading } = opened
  const characters = reading.pages.reduce((sum, page) => sum + lengthOf(page.lines), 0)
  if (characters < TEXT_CHARACTERS * 0.99 || reading.detail !== null) return opened
  return {
    ...opened,
    reading: { ...reading, detail: `only its first ${TEXT_CHARACTERS} characters were read` },
  }
}

/** Bytes of no known type under the name of a type that is read: damaged, rather than of another kind. */
function unread(type: string, name: string): Opened {
  const damaged =
    type === 'application/octet-stream' &&
    /\.(pdf|docx?|odt|xlsx?|ods|pptx?|odp|rtf|zip|eml|msg|jpe?g|png|gif|webp|tiff?|heic)$/i.test(name)
  if (damaged)
    return leaf(type, { problem: 'unreadable', detail: 'its content is not of the type that its name says' })
  return leaf(type, { problem: 'unsupported', detail: `no reader for ${type}` })
}

function tooDeep(type: string): Opened {
  return leaf(type, { problem: 'too_large', detail: `nested more than ${NESTING} deep` })
}

/** Messages of libraries may quote content: of an unknown error only its name is kept. */
function failed(type: string, error: unknown): Opened {
  if (error instanceof Unreadable) return leaf(type, { problem: error.problem, detail: error.message })
  const name = error instanceof Error ? error.name : 'unknown failure'
  return leaf(type, { problem: 'unreadable', detail: `the reader of ${type} failed (${name})` })
}

/** A member's name for showing: separators of any system become `/`, `..` and control characters go. */
function safeName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/').slice(0, 200) || 'sans nom'
}
