/** Smaller things need none: a line of large ones must not hold them up. */
const FROM_BYTES = 8 * 1024 * 1024

/** Room for so many bytes at a time: what is large waits in line when it is full, or has it for itself. */
export class Room {
  readonly #most: number
  readonly #waiting: { readonly bytes: number; readonly enter: () => void }[] = []
  #taken = 0

  constructor(most: number) {
    this.#most = most
  }

  async enter(size: number): Promise<Disposable> {
    const bytes = size < FROM_BYTES ? 0 : size
    if ((bytes > 0 && this.#waiting.length > 0) || !this.#fits(bytes))
      await new Promise<void>((enter) => this.#waiting.push({ bytes, enter }))
    else this.#taken += bytes
    return { [Symbol.dispose]: () => this.#leave(bytes) }
  }

  #fits(bytes: number): boolean {
    return bytes === 0 || this.#taken === 0 || this.#taken + bytes <= this.#most
  }

  #leave(bytes: number): void {
    this.#taken -= bytes
    for (;;) {
      const [next] = this.#waiting
      if (next === undefined || !this.#fits(next.bytes)) return
      this.#waiting.shift()
      this.#taken += next.bytes
      next.enter()
    }
  }
}
