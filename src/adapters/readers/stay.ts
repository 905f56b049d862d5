import type { Places } from '../waiting/places.ts'

/**
 * One attachment's stay among the readers. It begins with a turn in one of the first places; what takes
 * longer goes on in one of the slow ones, so that a file that spins holds up others of its kind and no
 * newcomer.
 */
export class Stay {
  readonly #first: Places
  readonly #slow: Places
  #at: Places | null = null

  constructor(first: Places, slow: Places) {
    this.#first = first
    this.#slow = slow
  }

  get isSlow(): boolean {
    return this.#at === this.#slow
  }

  async begin(): Promise<void> {
    await this.#first.take()
    this.#at = this.#first
  }

  /** Moves to a slow place and stays at work; false when none is free. */
  slowDown(): boolean {
    if (this.#at !== this.#first || !this.#slow.takeNow()) return false
    this.#at?.leave()
    this.#at = this.#slow
    return true
  }

  /** Gives its place up and waits in line for a slow one. */
  async standInLine(): Promise<void> {
    this.#at?.leave()
    this.#at = null
    await this.#slow.take()
    this.#at = this.#slow
  }

  end(): void {
    this.#at?.leave()
    this.#at = null
  }
}
