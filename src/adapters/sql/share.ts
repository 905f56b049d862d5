/** How much of something that several have together one of them may hold at a time; who wants more waits. */
export class Share {
  readonly #waiting: (() => void)[] = []
  #left: number

  constructor(most: number) {
    this.#left = most
  }

  /** Null when nothing became free within so many milliseconds; otherwise to be called when it is over. */
  async take(withinMs: number): Promise<(() => void) | null> {
    if (this.#left > 0) this.#left -= 1
    else if (!(await this.#turn(withinMs))) return null
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const next = this.#waiting.shift()
      if (next === undefined) this.#left += 1
      else next()
    }
  }

  #turn(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const taken = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(taken), 1)
        resolve(false)
      }, withinMs)
      this.#waiting.push(taken)
    })
  }
}
