import { Failure } from '../../base/failure.ts'
import type { Calls } from '../../call/calls.ts'
import { Attempts } from './attempts.ts'
import { KILLS_BY_ITS_FORM, KILLS_BY_OTHERS, KILLS_PER_ORDER } from './limits.ts'
import type { Lessons, Order } from './messages.ts'
import { ANSWERS, type Answer, type OrderTaker, refusal } from './orders.ts'
import { type Pool, TURN_OVER } from './pool.ts'
import type { Ending } from './reader-process.ts'
import type { Stay } from './stay.ts'

/** Orders carried out by processes of this machine, each behind its wall. */
export class WalledOrders implements OrderTaker {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]()
  }

  /** Tries until a process has carried the order out; what one died of is not opened again. */
  async carryOut(
    order: (lessons: Lessons) => Order,
    bytes: Uint8Array,
    calls: Calls | null,
  ): Promise<readonly Answer[]> {
    const stay = await this.#pool.enter()
    const attempts = new Attempts()
    const deaths = new Deaths()
    try {
      for (;;) {
        const answers: Answer[] = []
        const errand = { order: order(attempts.lessons()), bytes, calls, kept: attempts.kept() }
        const ending = await this.#pool.attempt(errand, stay, (one, attached) => {
          attempts.note(one, attached)
          if (ANSWERS.has(one.kind)) answers.push({ told: one, attached })
        })
        if (ending.done) return answers
        await afterDeath(ending, attempts, deaths, stay)
      }
    } finally {
      stay.end()
    }
  }
}

/** How processes ended over one order. */
class Deaths {
  byOthers = 0
  byFiles = 0
  byItsForm = 0
}

/** What a death teaches the next attempt; throws when there is none. */
async function afterDeath(
  ending: Exclude<Ending, { done: true }>,
  attempts: Attempts,
  deaths: Deaths,
  stay: Stay,
): Promise<void> {
  if (ending.reason === TURN_OVER) return stay.standInLine()
  if (ending.by === 'another') {
    deaths.byOthers += 1
    if (deaths.byOthers > KILLS_BY_OTHERS)
      throw new Failure(
        'transient',
        'reader-killed',
        'the processes that read documents are ended from outside',
      )
  } else if (attempts.learn({ isBound: ending.by === 'bound', reason: ending.reason })) {
    deaths.byFiles += 1
    if (deaths.byFiles >= KILLS_PER_ORDER) attempts.giveUpTheRest()
    if (deaths.byFiles > KILLS_PER_ORDER) throw refusal('ended-its-reader')
  } else {
    deaths.byItsForm += 1
    if (deaths.byItsForm >= KILLS_BY_ITS_FORM) throw refusal('ended-its-reader')
  }
}
