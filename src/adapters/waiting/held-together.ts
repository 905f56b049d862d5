interface Held<Thing> {
  readonly thing: Thing
  users: number
}

/** Things that several use at a time, by key: made for the first who asks, ended by the last who leaves. */
export class HeldTogether<Thing> {
  readonly #held = new Map<string, Held<Thing>>()

  /** `leave` returns the thing to the last of its users, who ends it, and null to the others. */
  take(key: string, make: () => Thing): { readonly thing: Thing; readonly leave: () => Thing | null } {
    const held = this.#held.get(key) ?? { thing: make(), users: 0 }
    this.#held.set(key, held)
    held.users += 1
    return {
      thing: held.thing,
      leave: () => {
        held.users -= 1
        if (held.users > 0) return null
        this.#held.delete(key)
        return held.thing
      },
    }
  }

  /** What is there for whoever only looks. */
  find(key: string): Thing | null {
    return this.#held.get(key)?.thing ?? null
  }
}
