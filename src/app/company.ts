/**
 * Who works beside whom: any number in company, or one alone. Whoever waits to be alone holds up those that
 * come later, so that its turn comes.
 */
export class Company {
  readonly #waiting: { readonly alone: boolean; readonly enter: () => void }[] = []
  #inside = 0
  #isAlone = false

  async enter(alone: boolean): Promise<Disposable> {
    if (this.#waiting.length > 0 || !this.#mayEnter(alone))
      await new Promise<void>((enter) => this.#waiting.push({ alone, enter }))
    else this.#admit(alone)
    return { [Symbol.dispose]: () => this.#leave() }
  }

  #mayEnter(alone: boolean): boolean {
    return alone ? this.#inside === 0 : !this.#isAlone
  }

  #admit(alone: boolean): void {
    this.#inside += 1
    this.#isAlone = alone
  }

  #leave(): void {
    this.#inside -= 1
    this.#isAlone = false
    for (;;) {
      const [next] = this.#waiting
      if (next === undefined || !this.#mayEnter(next.alone)) return
      this.#waiting.shift()
      this.#admit(next.alone)
      next.enter()
    }
  }
}
