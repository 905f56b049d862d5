import { Failure } from '../../base/failure.ts'
import type { Calls } from '../../call/calls.ts'
import { Places } from '../waiting/places.ts'
import type { Turn } from './bounds.ts'
import {
  FILE_MILLISECONDS,
  FILES_PER_CHILD,
  IDLE_MILLISECONDS,
  MILLISECONDS_FOR_A_MEGABYTE,
  ORDER_MILLISECONDS,
  READING_PRIORITY,
  SLOW_PLACES,
  SLOW_PRIORITY,
} from './limits.ts'
import type { Told } from './messages.ts'
import { type Ending, type Errand, type Gone, ReaderProcess } from './reader-process.ts'
import { Stay } from './stay.ts'
import { type Wall, wallAtHand } from './wall.ts'

export interface PoolOptions {
  /** Reader processes at most; each carries out one order at a time. Default 2. */
  readonly processes?: number
  /** Of them so many are kept while nobody asks for one, and one is started ahead. Default 0. */
  readonly warm?: number
  /**
   * What mails are read for: who is started ahead makes itself ready for them. Default: those of the last
   * mail.
   */
  readonly calls?: Calls | null
  /** Default: the strongest at hand. */
  readonly wall?: Wall
  /**
   * Time of a processor after which an order makes room for others; it goes on beside them. Default: never.
   */
  readonly turnMilliseconds?: number | null
  readonly fileMilliseconds?: number
  readonly orderMilliseconds?: number
  readonly idleMilliseconds?: number
  readonly filesPerProcess?: number
}

export const TURN_OVER = 'made room for others'

/** Processes that read, started when needed and ended when idle, and the line of those who wait for one. */
export class Pool implements AsyncDisposable {
  readonly #options: Required<PoolOptions>
  readonly #first: Places
  readonly #slow = new Places(SLOW_PLACES)
  #idle: ReaderProcess[] = []
  readonly #busy = new Set<ReaderProcess>()
  #idleTimer: NodeJS.Timeout | null = null
  #isClosed = false
  #calls: Calls | null

  constructor(options: PoolOptions) {
    this.#options = {
      processes: 2,
      warm: 0,
      calls: null,
      wall: options.wall ?? wallAtHand(),
      turnMilliseconds: null,
      fileMilliseconds: FILE_MILLISECONDS,
      orderMilliseconds: ORDER_MILLISECONDS,
      idleMilliseconds: IDLE_MILLISECONDS,
      filesPerProcess: FILES_PER_CHILD,
      ...options,
    }
    this.#first = new Places(this.#options.processes)
    this.#calls = this.#options.calls
    this.#keepWarm()
  }

  /** A place among the readers; to be ended when the order is. */
  async enter(): Promise<Stay> {
    const stay = new Stay(this.#first, this.#slow)
    await stay.begin()
    return stay
  }

  /**
   * One attempt at an order, by the next free process. Failure('transient', 'reader-not-started') when none
   * comes up.
   */
  async attempt(
    errand: Errand,
    stay: Stay,
    onTold: (told: Told, attached: Uint8Array) => void,
  ): Promise<Ending> {
    const child = this.#takeChild(stay.isSlow)
    if (errand.calls !== null) this.#calls = errand.calls
    try {
      // Who has no turn to lose is read by one that never read before as well: its start is not made longer.
      const gone = await prepared(child, errand.calls, !stay.isSlow)
      if (gone !== null && gone.by !== 'another') throw notStarted(gone)
      if (gone !== null) return { done: false, ...gone }
      this.#keepWarm()
      const turn = this.#turnOf(child, errand.bytes.byteLength, stay)
      return await child.carryOut(errand, { ...this.#options, turn }, (told, attached) => {
        onTold(told, attached)
        // Recognition takes a second or two a page: nobody should wait to find out.
        if (told.kind === 'working') turn?.over()
      })
    } finally {
      this.#giveBack(child)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    for (const child of [...this.#idle.splice(0), ...this.#busy]) child.end()
  }

  #turnOf(child: ReaderProcess, bytes: number, stay: Stay): Turn | null {
    const { turnMilliseconds } = this.#options
    if (turnMilliseconds === null || stay.isSlow) return null
    return {
      milliseconds: turnMilliseconds + (bytes / 1_000_000) * MILLISECONDS_FOR_A_MEGABYTE,
      over: () => {
        if (stay.isSlow) return
        if (stay.slowDown()) child.stepBack()
        else child.end(TURN_OVER)
        this.#keepWarm()
      },
    }
  }

  #takeChild(slow: boolean): ReaderProcess {
    this.#idle = this.#idle.filter((child) => !child.isGone)
    const child =
      this.#idle.findLast((one) => one.isSlow === slow) ??
      new ReaderProcess(this.#options.wall, slow ? SLOW_PRIORITY : 0)
    this.#idle = this.#idle.filter((one) => one !== child)
    if (slow) child.stepBack()
    this.#busy.add(child)
    return child
  }

  #giveBack(child: ReaderProcess): void {
    this.#busy.delete(child)
    if (!child.isGone) {
      const { filesPerProcess } = this.#options
      if (child.orders >= filesPerProcess || child.isWorn() || this.#isOneTooMany(child)) child.end()
      else this.#idle.push(child)
    }
    this.#keepWarm()
    this.#restartIdleTimer()
  }

  /** One that stepped back cannot step forward again: no more of them are kept than work at a time. */
  #isOneTooMany(child: ReaderProcess): boolean {
    return child.isSlow && this.#idle.filter((one) => one.isSlow).length >= SLOW_PLACES
  }

  /** Who asks next should not wait for a start. */
  #keepWarm(): void {
    const { warm, processes } = this.#options
    const busy = [...this.#busy].filter((child) => !child.isGone).length
    const idle = this.#idle.filter((child) => !child.isGone && !child.isSlow).length
    // Never more than may work at a time: each holds memory.
    if (this.#isClosed || idle >= warm || busy + idle >= processes + SLOW_PLACES) return
    // Nor while another starts, for which somebody may be waiting: they would share the processor.
    if ([...this.#busy, ...this.#idle].some((child) => child.isStarting && !child.isSlow)) return
    // One that stepped back is of use to slow orders alone, and would stand beside the spare.
    for (const child of this.#idle) if (child.isSlow) child.end()
    const spare = new ReaderProcess(this.#options.wall, READING_PRIORITY)
    this.#idle.unshift(spare)
    // The calls of the last mail are mostly those of the next. Who takes it meanwhile waits for the same.
    void prepared(spare, this.#calls, true).then(() => this.#keepWarm())
  }

  #restartIdleTimer(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    if (this.#isClosed) return
    this.#idleTimer = setTimeout(() => this.#rest(), this.#options.idleMilliseconds)
    this.#idleTimer.unref()
  }

  /** The youngest of the quick ones are kept: what a library leaks is bounded so. */
  #rest(): void {
    const quick = this.#idle.filter((child) => !child.isSlow && !child.isGone)
    const kept = quick.slice(quick.length - this.#options.warm, this.#options.warm === 0 ? 0 : undefined)
    for (const child of this.#idle) if (!kept.includes(child)) child.end()
    this.#idle = kept
  }
}

/**
 * What it takes to be ready for the calls is counted in nobody's turn. Null when it is; why not, when it is
 * gone.
 */
async function prepared(child: ReaderProcess, calls: Calls | null, warmUp: boolean): Promise<Gone | null> {
  const gone = await child.ready()
  if (gone !== null || calls === null) return gone
  await child.prepare(calls, warmUp)
  return child.ready()
}

function notStarted({ reason }: Gone): Failure {
  return new Failure('transient', 'reader-not-started', `The process that reads documents ${reason}`)
}
