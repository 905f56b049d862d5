/** So many at a time; whoever asks when no place is free waits in line. */
export class Places {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(count: number) {
    this.#free = count
  }

  /** Whoever stops waiting leaves the line, with the signal's reason: no place is lost with them. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    if (this.takeNow()) return
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      const stop = () => {
        this.#waiting.splice(this.#waiting.indexOf(next), 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', stop, { once: true })
      this.#waiting.push(next)
    })
  }

  /** False when none is free. */
  takeNow(): boolean {
    if (this.#free === 0) return false
    this.#free -= 1
    return true
  }

  leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}
