import { STANDSTILL_MILLISECONDS, WALL_CLOCK_FACTOR } from './limits.ts'
import { useOf } from './process-use.ts'

/**
 * A share of the processor, so that a busy machine cuts nobody short. `over` may be called more than once.
 */
export interface Turn {
  readonly milliseconds: number
  readonly over: () => void
}

/**
 * Limits on one order, in time of a processor: for each file, counted from its announcement, and for all of
 * them.
 */
export interface TimeLimits {
  readonly turn: Turn | null
  readonly fileMilliseconds: number
  readonly orderMilliseconds: number
}

/**
 * The bounds of one order in a process, looked at again and again: what it takes of processor and memory,
 * and, as the last net, how long it stands still and how long it takes by the clock on the wall. The same
 * file meets the same bound on a busy machine and on a quiet one.
 */
export class Bounds {
  readonly #limits: TimeLimits
  readonly #pid: number | undefined
  #most: number
  readonly #turnMost: number
  readonly #began: Moment
  #file: Moment
  #moved: Moment

  /** `most`: bytes of memory; `turnMost`: those at which its turn is over. */
  constructor(limits: TimeLimits, pid: number | undefined, most: number, turnMost: number) {
    this.#limits = limits
    this.#pid = pid
    this.#most = most
    this.#turnMost = turnMost
    this.#began = this.#now()
    this.#file = this.#began
    this.#moved = this.#began
  }

  nextFile(): void {
    this.#file = this.#now()
  }

  allow(most: number): void {
    this.#most = most
  }

  /** Which bound is passed, in English; null while none is. */
  passed(): string | null {
    const { turn, fileMilliseconds, orderMilliseconds } = this.#limits
    const { residentBytes, milliseconds } = useOf(this.#pid)
    const now = { wall: performance.now(), processor: milliseconds }
    if (milliseconds > this.#moved.processor) this.#moved = now
    if (residentBytes > this.#most) return `took more than ${this.#most / 1_000_000} MB`
    if (isOver(this.#file, now, fileMilliseconds)) return `took more than ${fileMilliseconds / 1000} s`
    if (isOver(this.#began, now, orderMilliseconds)) return 'took too long altogether'
    if (now.wall - this.#moved.wall > STANDSTILL_MILLISECONDS) return 'stood still'
    if (turn === null) return null
    if (milliseconds - this.#began.processor > turn.milliseconds || residentBytes > this.#turnMost)
      turn.over()
    return null
  }

  #now(): Moment {
    return { wall: performance.now(), processor: useOf(this.#pid).milliseconds }
  }
}

interface Moment {
  readonly wall: number
  readonly processor: number
}

function isOver(since: Moment, now: Moment, limit: number): boolean {
  return now.processor - since.processor > limit || now.wall - since.wall > limit * WALL_CLOCK_FACTOR
}
