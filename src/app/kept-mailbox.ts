import { setTimeout as delay } from 'node:timers/promises'
import { createLog } from '../adapters/telemetry/log.ts'
import { asFailure } from '../base/failure.ts'
import type { Environment } from '../settings/environment.ts'
import type { Observe } from '../steps/events.ts'
import { type Footing, footingOf } from './footing.ts'
import { pause } from './pause.ts'
import type { Premises } from './premises.ts'

/**
 * How a process begins to work for a mailbox. `anew`: to be called when it is to begin again, with what is
 * true then.
 */
export interface Beginning<Ground extends Footing> {
  stand(footing: Footing, stack: AsyncDisposableStack, anew: () => void): Promise<Ground>
  start(ground: Ground, premises: Premises): Promise<AsyncDisposable>
}

const FIRST_WAIT_MS = 1_000
/** What an operator mends in one mailbox’s file is seen so soon, without touching the others. */
const LONGEST_WAIT_MS = 60_000
/** Whoever asks for the numbers of all waits three seconds. */
const TOLD_WITHIN_MS = 2_000

/**
 * The work of one process for one mailbox of several: whatever befalls it (its settings, its register, its
 * calls) it is told, ended and begun again with back-off, while the others go on.
 */
export class KeptMailbox<Ground extends Footing> implements AsyncDisposable {
  readonly id: string
  /** Its first attempt is over, whatever came of it. */
  readonly begun: Promise<void>
  readonly #stop = new AbortController()
  readonly #kept: Promise<void>
  readonly #observe: Observe
  #ground: Ground | null = null

  constructor(
    name: string,
    id: string,
    environment: Environment,
    how: Beginning<Ground>,
    premises: Premises,
  ) {
    this.id = id
    this.#observe = createLog(name, 'info', id)
    const begun = Promise.withResolvers<void>()
    this.begun = begun.promise
    this.#kept = this.#keep(name, environment, how, premises, begun.resolve)
  }

  get isWorking(): boolean {
    return this.#ground !== null
  }

  /** Its numbers; none while it does not work, or does not tell them in time: the others are told. */
  async numbers(): Promise<object[]> {
    if (this.#ground === null) return []
    try {
      const inTime = delay(TOLD_WITHIN_MS, [], { ref: false })
      return await Promise.race([this.#ground.metrics.snapshot(), inTime])
    } catch (error) {
      this.#tell('metrics', error)
      return []
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await this.#kept
  }

  async #keep(
    name: string,
    environment: Environment,
    how: Beginning<Ground>,
    premises: Premises,
    begun: () => void,
  ): Promise<void> {
    const { signal } = this.#stop
    let wait = FIRST_WAIT_MS
    while (!signal.aborted) {
      const stack = new AsyncDisposableStack()
      const ended = Promise.withResolvers<void>()
      const end = () => ended.resolve()
      signal.addEventListener('abort', end, { once: true })
      try {
        const ground = await how.stand(footingOf(name, environment), stack, end)
        stack.use(await how.start(ground, premises))
        this.#ground = ground
        begun()
        wait = FIRST_WAIT_MS
        await ended.promise
      } catch (error) {
        this.#tell(name, error)
      }
      this.#ground = null
      begun()
      signal.removeEventListener('abort', end)
      await stack.disposeAsync().catch((error: unknown) => this.#tell(name, error))
      if (!signal.aborted) await pause(wait, signal)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }

  #tell(where: string, error: unknown): void {
    this.#observe({ type: 'trouble', where, failure: asFailure(error) })
  }
}
