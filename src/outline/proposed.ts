/** A place in the published text: its page, its line among those that hold something, and the words. */
export interface Place {
  readonly page: number
  readonly line: number
  readonly quote: string
}

export type Path = readonly (string | number)[]

/** What a key of the call’s file may hold. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

/**
 * A value for a key of the call’s file as the published text was read, with the place. `sure`: the text says
 * it in so many words; otherwise it was gathered, and a person looks twice.
 */
export interface Proposed {
  readonly path: Path
  readonly value: Value
  readonly place: Place
  readonly sure: boolean
}

/** Something in the text that a person has to settle. A French sentence without personal data of its own. */
export interface Doubt {
  readonly path: Path
  readonly text: string
  readonly place: Place
}

/**
 * A published call as far as it was read. What is in no proposal was not found: nothing stands in its place.
 */
export interface Outline {
  readonly proposed: readonly Proposed[]
  readonly doubts: readonly Doubt[]
}

/**
 * A value for a key of the call's file, with where it was read; `sure` is false where a person has to look.
 */
export function proposed(path: Path, value: Value, place: Place, sure = true): Proposed {
  return { path, value, place, sure }
}
