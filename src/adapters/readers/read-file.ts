import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import type { File, Reading } from '../../documents/document.ts'
import { lengthOf } from '../../documents/text/page.ts'
import { identify } from './identify.ts'
import { EXPANDED_BYTES, MEMBERS, NESTING, TEXT_CHARACTERS } from './limits.ts'
import { type Budget, leaf, type Member, type Opened, Unreadable } from './opened.ts'
import { CONTAINERS, READERS, WRAPPINGS } from './table.ts'

/** One file on its way: announced before it is opened, so that a killed reader's parent knows which one it was. */
export interface Announced {
  readonly name: string
  readonly bytes: number
  readonly sha256: Fingerprint
}

/** Told as reading goes on. `index` numbers an attachment's files in the order they are met: 0 is itself. */
export interface Progress {
  readonly began: (index: number, file: Announced) => Promise<void>
  readonly read: (index: number, reading: Reading) => Promise<void>
  /** A long file goes on: recognising a scan takes a second or two a page. */
  readonly working: () => Promise<void>
  /** Files that an earlier attempt died of: announced, never opened again. */
  readonly deadly: ReadonlySet<number>
  /** Files whose pictures an earlier attempt died of: read without recognising them. */
  readonly plain: ReadonlySet<number>
  /** Files that an earlier attempt read: only containers among them are opened, for what they hold. */
  readonly known: ReadonlySet<number>
}

interface Walk {
  readonly progress: Progress
  readonly budget: Budget
  next: number
}

/** Reads a file and what it contains, to the bounds of `limits.ts`. Never throws for the file's sake. */
export async function readFile(file: File, progress: Progress): Promise<void> {
  const charset = /;\s*charset=(\S+)/.exec(file.declaredType)?.[1] ?? null
  const said = { name: file.name, charset }
  const budget = {
    members: MEMBERS,
    bytes: EXPANDED_BYTES,
    stillWorking: progress.working,
    recognise: true,
    said,
  }
  const member = { name: file.name, content: file.content, ...(charset === null ? {} : { charset }) }
  await visit(member, 0, { progress, budget, next: 0 })
}

async function visit(member: Member, depth: number, walk: Walk): Promise<void> {
  const { progress, budget } = walk
  const index = walk.next
  walk.next += 1
  const sha256 = Fingerprint.parse(createHash('sha256').update(member.content).digest('hex'))
  await progress.began(index, { name: member.name, bytes: member.content.byteLength, sha256 })
  if (progress.deadly.has(index)) return
  const known = progress.known.has(index)
  budget.recognise = !progress.plain.has(index) && !known
  budget.said = { name: member.name, charset: member.charset ?? null }
  const opened = await open(member, depth, budget, known)
  if (!known) await progress.read(index, opened.reading)
  for (const inner of opened.members) {
    if (budget.members <= 0) return
    budget.members -= 1
    await visit({ ...inner, name: `${member.name}/${safeName(inner.name)}` }, depth + 1, walk)
  }
}

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
