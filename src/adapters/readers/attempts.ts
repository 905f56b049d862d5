import type { Lessons, Told, Unopened } from './messages.ts'

/** Readings kept of one order, in bytes: what is left over is read again. */
const KEPT_BYTES = 32 * 1024 * 1024

/** What the attempts at one order have met so far, and what they have taught. */
export class Attempts {
  /**
   * The file that is open: they are opened one after the other. `recognising`: its pictures were being
   * recognised.
   */
  #inHand: { readonly index: number; readonly recognising: boolean } | null = null
  readonly #deadly: Unopened[] = []
  readonly #plain: number[] = []
  readonly #kept = new Map<number, Uint8Array>()
  #keptBytes = 0
  #until: number | null = null

  /** What the next attempt is told. */
  lessons(): Lessons {
    return { deadly: this.#deadly, plain: this.#plain, kept: [...this.#kept.keys()], until: this.#until }
  }

  kept(): ReadonlyMap<number, Uint8Array> {
    return this.#kept
  }

  note(told: Told, attached: Uint8Array): void {
    if (told.kind === 'began') this.#inHand = { index: told.index, recognising: false }
    else if (told.kind === 'ended') this.#inHand = null
    else if (told.kind === 'kept') this.#keep(told.index, attached)
    else if (told.kind === 'working' && this.#inHand !== null)
      this.#inHand = { ...this.#inHand, recognising: true }
  }

  /**
   * A file that its process died of, or that took more than it may, is read again without recognition if that
   * was going on; else never again. False when no file was in hand.
   */
  learn({ isBound, reason }: { readonly isBound: boolean; readonly reason: string }): boolean {
    const culprit = this.#inHand
    if (culprit === null) return false
    this.#inHand = null
    const { index, recognising } = culprit
    if (recognising && !this.#plain.includes(index)) this.#plain.push(index)
    else {
      const problem = isBound ? 'unfinished' : 'unreadable'
      this.#deadly.push({ index, problem, detail: `the process that read it ${reason}` })
    }
    return true
  }

  /** What comes after the last file that was met is not opened any more. */
  giveUpTheRest(): void {
    this.#until = Math.max(-1, ...this.#deadly.map(({ index }) => index), ...this.#plain)
    this.#deadly.push(
      ...this.#plain
        .filter((index) => !this.#deadly.some((one) => one.index === index))
        .map((index) => ({ index, problem: 'unfinished' as const, detail: 'took more than it may' })),
    )
  }

  #keep(index: number, reading: Uint8Array): void {
    if (this.#kept.has(index) || this.#keptBytes + reading.byteLength > KEPT_BYTES) return
    this.#keptBytes += reading.byteLength
    this.#kept.set(index, reading)
  }
}
