import { Failure } from '../../base/failure.ts'
import type { Fingerprint } from '../../base/ids.ts'
import type { DocumentReader, File, FileReading, PagePainter, PagePicture } from '../../documents/document.ts'
import { Attempts } from './attempts.ts'
import type { Turn } from './bounds.ts'
import {
  ATTACHMENT_MILLISECONDS,
  DRAWING_MILLISECONDS,
  FILE_MILLISECONDS,
  FILES_PER_CHILD,
  IDLE_MILLISECONDS,
  KILLS_BY_OTHERS,
  KILLS_PER_ATTACHMENT,
  MILLISECONDS_FOR_A_MEGABYTE,
  SLOW_PLACES,
} from './limits.ts'
import { Places, Stay } from './places.ts'
import { type Ending, ReaderProcess } from './reader-process.ts'

export interface DocumentReaderOptions {
  /** Reader processes at most; each reads one attachment at a time. Default 2. */
  readonly processes?: number
  /** Time of a processor after which an attachment makes room for others; it goes on beside them. Default: never. */
  readonly turnMilliseconds?: number | null
  readonly fileMilliseconds?: number
  readonly attachmentMilliseconds?: number
  readonly idleMilliseconds?: number
  readonly filesPerProcess?: number
}

const TURN_OVER = 'made room for others'

/** Somebody else ends our readers, such as a machine without memory: the file is read when it is quiet. */
function killed(): Failure {
  return new Failure('transient', 'reader-killed', 'the processes that read documents are ended from outside')
}

/**
 * Reads documents in processes of their own, started when needed and ended when idle. A file that kills or
 * stalls its process has the reading `unreadable`; the rest of its attachment is read by the next process.
 */
export function createDocumentReader(
  options: DocumentReaderOptions = {},
): DocumentReader & PagePainter & AsyncDisposable {
  return new ProcessPool(options)
}

class ProcessPool implements DocumentReader, PagePainter, AsyncDisposable {
  readonly #options: Required<DocumentReaderOptions>
  readonly #first: Places
  readonly #slow = new Places(SLOW_PLACES)
  #idle: ReaderProcess[] = []
  readonly #busy = new Set<ReaderProcess>()
  #idleTimer: NodeJS.Timeout | null = null

  constructor(options: DocumentReaderOptions) {
    this.#options = {
      processes: 2,
      turnMilliseconds: null,
      fileMilliseconds: FILE_MILLISECONDS,
      attachmentMilliseconds: ATTACHMENT_MILLISECONDS,
      idleMilliseconds: IDLE_MILLISECONDS,
      filesPerProcess: FILES_PER_CHILD,
      ...options,
    }
    this.#first = new Places(this.#options.processes)
  }

  async read(file: File): Promise<readonly FileReading[]> {
    const stay = new Stay(this.#first, this.#slow)
    await stay.begin()
    try {
      return await this.#readAttachment(new Attempts(file), file.content.byteLength, stay)
    } finally {
      stay.end()
    }
  }

  /** Tried once: a page that its process died of has no picture. */
  async paint(file: File, document: Fingerprint, page: number): Promise<PagePicture | null> {
    const stay = new Stay(this.#first, this.#slow)
    await stay.begin()
    const child = this.#takeChild(false)
    let content: Uint8Array | null = null
    try {
      const order = { ...file, deadly: [], plain: [], known: [], draw: { sha256: document, page } }
      const most = DRAWING_MILLISECONDS
      const limits = { turn: null, fileMilliseconds: most, attachmentMilliseconds: most }
      const ending = await child.carryOut(order, limits, (told) => {
        if (told.kind === 'drawn') content = told.picture
      })
      return ending.done && content !== null ? { mediaType: 'image/webp', content } : null
    } finally {
      this.#giveBack(child)
      stay.end()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    for (const child of [...this.#idle.splice(0), ...this.#busy]) child.end()
  }

  async #readAttachment(attempts: Attempts, bytes: number, stay: Stay): Promise<FileReading[]> {
    let innocent = 0
    for (let kills = 0; kills < KILLS_PER_ATTACHMENT; ) {
      const ending = await this.#attempt(attempts, bytes, stay)
      if (ending.done) break
      if (ending.reason === TURN_OVER) await stay.standInLine()
      else if (ending.by === 'another') {
        innocent += 1
        if (innocent > KILLS_BY_OTHERS) throw killed()
      } else {
        attempts.learn({ isBound: ending.by === 'bound', reason: ending.reason })
        kills += 1
      }
    }
    return attempts.readings()
  }

  async #attempt(attempts: Attempts, bytes: number, stay: Stay): Promise<Ending> {
    const child = this.#takeChild(stay.isSlow)
    const turn = this.#turnOf(child, bytes, stay)
    try {
      return await child.carryOut(attempts.order(), { ...this.#options, turn }, (told) => {
        attempts.note(told)
        // Recognition takes a second or two a page: nobody should wait to find out.
        if (told.kind === 'working') turn?.over()
      })
    } finally {
      this.#giveBack(child)
    }
  }

  #turnOf(child: ReaderProcess, bytes: number, stay: Stay): Turn | null {
    const { turnMilliseconds } = this.#options
    if (turnMilliseconds === null || stay.isSlow) return null
    return {
      milliseconds: turnMilliseconds + (bytes / 1_000_000) * MILLISECONDS_FOR_A_MEGABYTE,
      over: () => {
        if (stay.isSlow) return
        if (stay.slowDown()) child.stepBack()
        else child.end(TURN_OVER)
      },
    }
  }

  #takeChild(slow: boolean): ReaderProcess {
    this.#idle = this.#idle.filter((child) => !child.isGone)
    const child = this.#idle.findLast((one) => one.isSlow === slow) ?? new ReaderProcess()
    this.#idle = this.#idle.filter((one) => one !== child)
    if (slow) child.stepBack()
    this.#busy.add(child)
    return child
  }

  #giveBack(child: ReaderProcess): void {
    this.#busy.delete(child)
    if (child.isGone) return
    if (child.orders >= this.#options.filesPerProcess || child.isWorn() || this.#isOneTooMany(child))
      child.end()
    else this.#idle.push(child)
    this.#restartIdleTimer()
  }

  /** One that stepped back cannot step forward again: no more of them are kept than work at a time. */
  #isOneTooMany(child: ReaderProcess): boolean {
    return child.isSlow && this.#idle.filter((one) => one.isSlow).length >= SLOW_PLACES
  }

  #restartIdleTimer(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => {
      for (const child of this.#idle.splice(0)) child.end()
    }, this.#options.idleMilliseconds)
    this.#idleTimer.unref()
  }
}
