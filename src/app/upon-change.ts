import type { ChangeRegister } from '../register/changes.ts'
import type { Observe } from '../steps/events.ts'
import { every } from './every.ts'

/** Of work by the clock: how often it is thought of, and how often it is done though nothing happened. */
export interface Pace {
  readonly everyMs: number
  readonly atLeastMs: number
}

interface Changing {
  readonly register: ChangeRegister
  readonly observe: Observe
}

/**
 * Work by the clock that depends on the register alone: done at once and then, while the register changes,
 * every so many milliseconds; while nothing happens it rests. `work` returns whether it is through: what is
 * not comes again though nothing changed. A quiet service asks one cheap question in its place.
 */
export function uponChange(
  { everyMs, atLeastMs }: Pace,
  where: string,
  { register, observe }: Changing,
  work: () => Promise<boolean>,
): Disposable {
  let restsAt: string | null = null
  let restsUntil = 0
  return every(everyMs, where, observe, async () => {
    // Before the work: what happens meanwhile is a change for the next turn.
    const mark = await register.lastChange()
    if (mark === restsAt && performance.now() < restsUntil) return
    restsAt = null
    if (!(await work())) return
    restsAt = mark
    restsUntil = performance.now() + atLeastMs
  })
}
