import { asFailure } from '../base/failure.ts'
import { type Clock, type Instant, later } from '../base/instant.ts'
import type { Announcement, AnnouncementRegister } from '../register/announcements.ts'

export interface AnnouncePorts {
  readonly register: AnnouncementRegister
  readonly clock: Clock
  /** Settles when the subscriber has taken it. `id` is the same at every attempt. */
  readonly tell: (id: string, announcement: Announcement) => Promise<void>
}

/** Of one turn. */
const AT_ONCE = 100
/** There is one program to tell. */
const SUBSCRIBER = 'webhook'
const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 600_000

/**
 * Tells another program what the register tells since last time, in order, each until it is taken: nothing is
 * left out, and what was taken just before a crash is told again under the same id. One that refuses is left
 * alone for twice as long each time, ten minutes at most.
 */
export class Announcer {
  readonly #ports: AnnouncePorts
  #refusals = 0
  #notBefore: Instant | null = null
  #isAtWork = false

  constructor(ports: AnnouncePorts) {
    this.#ports = ports
  }

  /** Returns how many were taken. Throws the subscriber's refusal, which is tried again later. */
  async turn(): Promise<number> {
    const { register, clock } = this.#ports
    if (this.#isAtWork || (this.#notBefore !== null && clock.now() < this.#notBefore)) return 0
    this.#isAtWork = true
    try {
      const all = await register.toAnnounce(SUBSCRIBER, AT_ONCE)
      for (const announcement of all) await this.#tell(announcement)
      return all.length
    } finally {
      this.#isAtWork = false
    }
  }

  async #tell(announcement: Announcement): Promise<void> {
    const { register, clock, tell } = this.#ports
    try {
      await tell(`${announcement.position}`, announcement)
    } catch (error) {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** this.#refusals, LONGEST_WAIT_MS)
      this.#refusals += 1
      this.#notBefore = later(clock.now(), wait)
      throw asFailure(error)
    }
    this.#refusals = 0
    await register.noteAnnounced(SUBSCRIBER, announcement.position)
  }
}
