import type { SiteFront } from '../adapters/http/front.ts'
import type { PoolOptions } from '../adapters/readers/pool.ts'
import type { Readers } from '../adapters/readers/readers.ts'
import type { Settings } from '../settings/settings.ts'
import { Company } from './company.ts'
import { readersAtHand } from './readers-at-hand.ts'
import { Room } from './room.ts'

const OPEN_BYTES = 100 * 1024 * 1024

/** What all mailboxes of a process use together: for each alone there would be too many of them. */
export class Premises implements AsyncDisposable {
  /** Null in a service of one mailbox, which needs no front before its pages. */
  readonly front: SiteFront | null
  /** Of mails open at a time: two of the largest that servers accept, or thirty of the usual ones. */
  readonly room = new Room(OPEN_BYTES)
  /** Who is read alone is alone in the process: its death would be laid to everybody in it. */
  readonly company = new Company()
  readonly #stack = new AsyncDisposableStack()
  #readers: Readers | null = null

  constructor(front: SiteFront | null) {
    this.front = front
    if (front !== null) this.#stack.use(front)
  }

  /** Who asks first says how many there are; the wall is of the service. */
  readers(settings: Settings, options: PoolOptions): Readers {
    this.#readers ??= this.#stack.use(readersAtHand(settings, options))
    return this.#readers
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync()
  }
}
