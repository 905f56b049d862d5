import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import type { DocumentReader, File, FileReading, Reading } from '../../documents/document.ts'
import {
  ATTACHMENT_MILLISECONDS,
  FILE_MILLISECONDS,
  FILES_PER_CHILD,
  IDLE_MILLISECONDS,
  KILLS_PER_ATTACHMENT,
} from './limits.ts'
import type { Told } from './messages.ts'
import { reading } from './opened.ts'
import { type Ending, ReaderProcess } from './reader-process.ts'

export interface DocumentReaderOptions {
  /** Reader processes at most; each reads one attachment at a time and may take 900 MB for it. Default 2. */
  readonly processes?: number
  readonly fileMilliseconds?: number
  readonly attachmentMilliseconds?: number
  readonly idleMilliseconds?: number
  readonly filesPerProcess?: number
}

interface Met {
  readonly name: string
  readonly bytes: number
  readonly sha256: Fingerprint
  reading: Reading | null
  /** True once its pictures were being recognised. */
  recognising: boolean
}

/** What earlier attempts at an attachment have taught. */
interface Lessons {
  readonly deadly: number[]
  readonly plain: number[]
}

/**
 * Reads documents in processes of their own, started when needed and ended when idle. A file that kills or
 * stalls its process has the reading `unreadable`; the rest of its attachment is read by the next process.
 */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader & AsyncDisposable {
  return new ProcessPool(options)
}

class ProcessPool implements DocumentReader, AsyncDisposable {
  readonly #options: Required<DocumentReaderOptions>
  readonly #idle: ReaderProcess[] = []
  readonly #busy = new Set<ReaderProcess>()
  readonly #waiting: (() => void)[] = []
  #places: number
  #idleTimer: NodeJS.Timeout | null = null

  constructor(options: DocumentReaderOptions) {
    this.#options = {
      processes: 2,
      fileMilliseconds: FILE_MILLISECONDS,
      attachmentMilliseconds: ATTACHMENT_MILLISECONDS,
      idleMilliseconds: IDLE_MILLISECONDS,
      filesPerProcess: FILES_PER_CHILD,
      ...options,
    }
    this.#places = this.#options.processes
  }

  async read(file: File): Promise<readonly FileReading[]> {
    await this.#takePlace()
    try {
      return await this.#readAttachment(file)
    } finally {
      this.#freePlace()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    for (const child of [...this.#idle.splice(0), ...this.#busy]) child.end()
  }

  async #readAttachment(file: File): Promise<FileReading[]> {
    const met = new Map<number, Met>()
    const lessons: Lessons = { deadly: [], plain: [] }
    for (let kills = 0; kills < KILLS_PER_ATTACHMENT; kills += 1) {
      const ending = await this.#attempt(file, met, lessons)
      if (ending.done) break
      const culprit =
        [...met.keys()].sort((a, b) => b - a).find((index) => met.get(index)?.reading == null) ?? 0
      learn(lessons, met, culprit, file, ending.reason)
    }
    return [...met.entries()].sort(([a], [b]) => a - b).map(([, one]) => fileReading(one))
  }

  async #attempt(file: File, met: Map<number, Met>, lessons: Lessons): Promise<Ending> {
    const child = this.#takeChild()
    const known = [...met.entries()].flatMap(([index, one]) => (one.reading === null ? [] : [index]))
    const { name, declaredType, content } = file
    try {
      const order = { name, declaredType, content, known, ...lessons }
      return await child.carryOut(order, this.#options, (told) => note(met, told))
    } finally {
      await this.#giveBack(child)
    }
  }

  #takeChild(): ReaderProcess {
    let child = this.#idle.pop()
    while (child?.isGone === true) child = this.#idle.pop()
    child ??= new ReaderProcess()
    this.#busy.add(child)
    return child
  }

  async #giveBack(child: ReaderProcess): Promise<void> {
    const worn = child.orders >= this.#options.filesPerProcess || (await child.isWorn())
    this.#busy.delete(child)
    if (child.isGone) return
    if (worn) child.end()
    else this.#idle.push(child)
    this.#restartIdleTimer()
  }

  #restartIdleTimer(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => {
      for (const child of this.#idle.splice(0)) child.end()
    }, this.#options.idleMilliseconds)
    this.#idleTimer.unref()
  }

  async #takePlace(): Promise<void> {
    if (this.#places > 0) this.#places -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #freePlace(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#places += 1
    else next()
  }
}

function note(met: Map<number, Met>, told: Told): void {
  if (told.kind === 'began') {
    const { name, bytes, sha256 } = told
    if (!met.has(told.index)) met.set(told.index, { name, bytes, sha256, reading: null, recognising: false })
  } else if (told.kind === 'read') {
    const one = met.get(told.index)
    if (one !== undefined) one.reading = told.reading
  } else if (told.kind === 'working') {
    const last = [...met.values()].findLast((one) => one.reading === null)
    if (last !== undefined) last.recognising = true
  }
}

/** A file that its process died of is read again without recognition if that was going on; else never again. */
function learn(lessons: Lessons, met: Map<number, Met>, culprit: number, file: File, reason: string): void {
  if (met.get(culprit)?.recognising === true && !lessons.plain.includes(culprit)) lessons.plain.push(culprit)
  else {
    blame(met, culprit, file, reason)
    lessons.deadly.push(culprit)
  }
}

/** Says of the file that was being read when its process went, why it could not be read. */
function blame(met: Map<number, Met>, index: number, file: File, reason: string): void {
  const detail = `the process that read it ${reason}`
  const one = met.get(index) ?? {
    name: file.name,
    bytes: file.content.byteLength,
    sha256: Fingerprint.parse(createHash('sha256').update(file.content).digest('hex')),
    reading: null,
    recognising: false,
  }
  one.reading ??= reading('application/octet-stream', { problem: 'unreadable', detail })
  met.set(index, one)
}

function fileReading(one: Met): FileReading {
  const { name, bytes, sha256 } = one
  const missed = reading('application/octet-stream', { problem: 'unreadable', detail: 'was not reached' })
  return { name, bytes, sha256, reading: one.reading ?? missed }
}
