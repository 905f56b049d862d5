import type { Loose } from '../register/desk.ts'
import type { DigestAlike, KnownAs } from './digest.ts'

/** Of all that may be the same as another, the applications of one call. */
export function alikeOf(unsure: readonly Loose[], known: KnownAs): readonly DigestAlike[] {
  return unsure.flatMap(({ number, others }) => {
    const who = number === null ? undefined : known.get(number)
    return who === undefined ? [] : [{ who, others }]
  })
}
