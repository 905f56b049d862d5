import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import type { File, FileReading, Reading } from '../../documents/document.ts'
import type { Order, Told } from './messages.ts'
import { reading } from './opened.ts'

interface Met {
  readonly name: string
  readonly bytes: number
  readonly sha256: Fingerprint
  reading: Reading | null
  /** True once its pictures were being recognised. */
  recognising: boolean
}

/** What the attempts at one attachment have found so far, and what they have taught. */
export class Attempts {
  readonly #file: File
  readonly #met = new Map<number, Met>()
  readonly #deadly: number[] = []
  readonly #plain: number[] = []

  constructor(file: File) {
    this.#file = file
  }

  /** What the next attempt is told: what is read already is not read again. */
  order(): Order {
    const { name, declaredType, content } = this.#file
    const known = [...this.#met].flatMap(([index, one]) => (one.reading === null ? [] : [index]))
    return { name, declaredType, content, known, deadly: this.#deadly, plain: this.#plain }
  }

  note(told: Told): void {
    if (told.kind === 'began') {
      const { name, bytes, sha256 } = told
      if (!this.#met.has(told.index))
        this.#met.set(told.index, { name, bytes, sha256, reading: null, recognising: false })
    } else if (told.kind === 'read') {
      const one = this.#met.get(told.index)
      if (one !== undefined) one.reading = told.reading
    } else if (told.kind === 'working') {
      const last = [...this.#met.values()].findLast((one) => one.reading === null)
      if (last !== undefined) last.recognising = true
    }
  }

  /**
   * A file that its process died of, or that took more than it may, is read again without recognition if that was going
   * on; else never again.
   */
  learn({ isBound, reason }: { readonly isBound: boolean; readonly reason: string }): void {
    const culprit =
      [...this.#met.keys()].sort((a, b) => b - a).find((index) => this.#met.get(index)?.reading == null) ?? 0
    if (this.#met.get(culprit)?.recognising === true && !this.#plain.includes(culprit))
      this.#plain.push(culprit)
    else {
      this.#blame(culprit, isBound ? 'unfinished' : 'unreadable', reason)
      this.#deadly.push(culprit)
    }
  }

  readings(): FileReading[] {
    return [...this.#met.entries()].sort(([a], [b]) => a - b).map(([, one]) => fileReading(one))
  }

  /** Says of the file that was being read when its process went, why it could not be read. */
  #blame(index: number, problem: 'unfinished' | 'unreadable', reason: string): void {
    const { name, content } = this.#file
    const one = this.#met.get(index) ?? {
      name,
      bytes: content.byteLength,
      sha256: Fingerprint.parse(createHash('sha256').update(content).digest('hex')),
      reading: null,
      recognising: false,
    }
    one.reading ??= reading('application/octet-stream', {
      problem,
      detail: `the process that read it ${reason}`,
    })
    this.#met.set(index, one)
  }
}

function fileReading(one: Met): FileReading {
  const { name, bytes, sha256 } = one
  const missed = reading('application/octet-stream', { problem: 'unfinished', detail: 'was not reached' })
  return { name, bytes, sha256, reading: one.reading ?? missed }
}
