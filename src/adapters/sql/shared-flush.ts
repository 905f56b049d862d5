/**
 * One flush for all who wait: what was committed before `flush` was asked for is on the disk when it settles.
 * Those who ask while a flush runs share the next one, so that a slow disk is waited for once and not once
 * for each. A flush that failed says nothing of what is on the disk: from then on each fails as it did.
 */
export class SharedFlush {
  readonly #flush: () => Promise<void>
  #running: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null

  constructor(flush: () => Promise<void>) {
    this.#flush = flush
  }

  /** Settles, whatever came of it, when nothing that was asked for waits any more. */
  async done(): Promise<void> {
    await Promise.allSettled([this.#running, this.#next])
  }

  flush(): Promise<void> {
    this.#next ??= this.#afterRunning()
    return this.#next
  }

  async #afterRunning(): Promise<void> {
    await this.#running
    this.#running = this.#next ?? Promise.resolve()
    this.#next = null
    await this.#flush()
  }
}
