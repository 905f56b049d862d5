import type { Instant } from '../base/instant.ts'
import type { WatchedFolder } from '../evidence/evidence.ts'

type Place = Pick<WatchedFolder, 'folder' | 'uidValidity'>

/**
 * How often a mail was asked for alone while its server handed over others, and when that was counted last.
 */
export interface Tries {
  readonly count: number
  readonly at: Instant | null
}

const NONE: Tries = { count: 0, at: null }

/**
 * The mails that folders list and their server did not hand over yet. Lives as long as the process: what is
 * lost with it is found again at the next whole look.
 */
export class Owed {
  readonly #folders = new Map<string, { readonly uidValidity: string; readonly mails: Map<number, Tries> }>()

  add(place: Place, uids: Iterable<number>): void {
    const mails = this.#mailsIn(place)
    for (const uid of uids) mails.set(uid, mails.get(uid) ?? NONE)
  }

  /**
   * Those tried least come first: one that breaks the connection each time must not stand before the
   * innocent.
   */
  in(place: Place): readonly number[] {
    const mails = [...this.#mailsIn(place)]
    return mails
      .sort(([uid, tries], [other, more]) => tries.count - more.count || other - uid)
      .map(([uid]) => uid)
  }

  triesOf(place: Place, uid: number): Tries {
    return this.#mailsIn(place).get(uid) ?? NONE
  }

  countTry(place: Place, uid: number, at: Instant): void {
    this.#mailsIn(place).set(uid, { count: this.triesOf(place, uid).count + 1, at })
  }

  settle(place: Place, uid: number): void {
    this.#mailsIn(place).delete(uid)
  }

  #mailsIn({ folder, uidValidity }: Place): Map<number, Tries> {
    const known = this.#folders.get(folder)
    if (known?.uidValidity === uidValidity) return known.mails
    const mails = new Map<number, Tries>()
    this.#folders.set(folder, { uidValidity, mails })
    return mails
  }
}
