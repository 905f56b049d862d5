import { type ChildProcess, fork } from 'node:child_process'
import { COMPILED } from '../adapters/compiled/cache.ts'
import { GIVEN_BACK, TRUSTING, WAITING, WORKING } from '../adapters/compiled/engine.ts'
import { programOf } from '../adapters/compiled/program.ts'
import { asFailure, Failure } from '../base/failure.ts'
import type { FailureCode } from '../base/failures/failures.ts'
import { plainEnvironment } from '../settings/environment.ts'
import type { ProcessName } from '../settings/secrets.ts'
import type { Observe } from '../steps/events.ts'
import {
  BEAT,
  BEAT_EVERY_MS,
  EXIT_CONFIGURATION,
  type FirstWord,
  READY,
  Refusal,
} from './between-processes.ts'
import { metricsOf, type WatchedProcess } from './health.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A process that lived so long was well: the next back-off starts afresh. */
const WELL_AFTER_MS = 60_000
/** Longer than a letter takes to be sent: what is in hand is finished. */
const STOP_WITHIN_MS = 25_000
/** Beats that a process may owe before it is taken for dead: twenty seconds. */
const OWED_BEATS = 20

/** Longer than a register takes to be brought up to a new version. */
const START_WITHIN_MS = 10 * 60_000

const UNTOLD = {
  code: 'configuration',
  message: 'a process refuses its configuration: see the line above',
} as const

/** A process of the service that is started again when it ends. */
export interface KeptProcess extends WatchedProcess {
  readonly ready: Promise<void>
  /** It works, or begins, or is about to be started again: nobody from outside need see to it. */
  isMoving(): boolean
  stop(): Promise<void>
}

interface Keeping {
  readonly observe: Observe
  /** Called when the process refuses its configuration: it is not started again. */
  readonly giveUp: (failure: Failure) => void
  /** The service stops: a process that ends is not missed, whoever told it to. */
  readonly ending: AbortSignal
}

/** What a process is told at each start: who it works for, and by what. */
export type Mailboxes = FirstWord['mailboxes']

/**
 * Starts a process and keeps it: one that ends is started again with
 * back-off, and one whose event loop stands still for so long that it owes twenty beats is ended first. Beats
 * are counted by this process's own clock of work: a machine that slept owes nobody anything.
 */
export function keepProcess(name: ProcessName, mailboxes: () => Mailboxes, keeping: Keeping): KeptProcess {
  const kept = new Kept(name, mailboxes, keeping)
  kept.start()
  return kept
}

class Kept implements KeptProcess {
  readonly name: ProcessName
  readonly #mailboxes: () => Mailboxes
  readonly #keeping: Keeping
  readonly #ready = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<void>()
  #child: ChildProcess | null = null
  #timer: NodeJS.Timeout | null = null
  #pulse: NodeJS.Timeout | null = null
  #isReady = false
  /** Since when it begins, or waits to; null once it said that it works. */
  #beganAt: number | null = null
  #owedBeats = 0
  #refused: Refusal['refused'] | null = null
  #wait = FIRST_WAIT_MS
  #startedAgain = -1

  constructor(name: ProcessName, mailboxes: () => Mailboxes, keeping: Keeping) {
    this.name = name
    this.#mailboxes = mailboxes
    this.#keeping = keeping
  }

  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** It said that it works, and its event loop goes round. */
  isReady(): boolean {
    return this.#isReady && this.#owedBeats < OWED_BEATS / 2
  }

  isMoving(): boolean {
    return this.isReady() || (this.#beganAt !== null && performance.now() - this.#beganAt < START_WITHIN_MS)
  }

  metrics(): Promise<object[]> {
    return this.#child === null ? Promise.resolve([]) : metricsOf(this.#child)
  }

  start(): void {
    this.#startedAgain += 1
    const startedAt = performance.now()
    this.#beganAt = startedAt
    const mailboxes = this.#told()
    if (mailboxes === null) return
    const child = fork(programOf(`workers/${this.name}.ts`), [], {
      env: { ...plainEnvironment(), ...COMPILED, ...GIVEN_BACK },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [...TRUSTING, ...(this.name === 'office' ? WORKING : WAITING)],
    })
    this.#child = child
    // Secrets go from hand to hand. What cannot be told any more is told by its end.
    child.send({ mailboxes } satisfies FirstWord, () => undefined)
    child.on('message', (message) => this.#hear(message))
    child.once('exit', (code, signal) => this.#gone(code, signal, startedAt))
  }

  /** Null when its settings cannot be read at this moment: it is started later. */
  #told(): Mailboxes | null {
    const RECEPISSE_STARTED_AGAIN = String(this.#startedAgain)
    try {
      return this.#mailboxes().map(({ id, environment }) => ({
        id,
        environment: { ...environment, RECEPISSE_STARTED_AGAIN },
      }))
    } catch (error) {
      if (this.#startedAgain === 0) throw error
      this.#keeping.observe({ type: 'trouble', where: this.name, failure: asFailure(error) })
      this.#startLater()
      return null
    }
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
    await this.#ended.promise
    clearTimeout(timer)
  }

  #hear(message: unknown): void {
    const refusal = Refusal.safeParse(message)
    if (refusal.success) this.#refused = refusal.data.refused
    if (message === BEAT) this.#owedBeats = 0
    if (message !== READY) return
    this.#isReady = true
    this.#beganAt = null
    this.#owedBeats = 0
    this.#pulse ??= setInterval(() => this.#count(), BEAT_EVERY_MS).unref()
    this.#ready.resolve()
  }

  #count(): void {
    if (!this.#isReady) return
    this.#owedBeats += 1
    if (this.#owedBeats < OWED_BEATS || this.#child === null) return
    this.#isReady = false
    this.#trouble(
      'process-silent',
      `the ${this.name} process has not answered for ${OWED_BEATS} s; ending it`,
    )
    this.#child.kill('SIGKILL')
  }

  #gone(code: number | null, signal: NodeJS.Signals | null, startedAt: number): void {
    this.#isReady = false
    if (this.#keeping.ending.aborted) this.#ended.resolve()
    else if (code === EXIT_CONFIGURATION) {
      const { code: why, message } = this.#refused ?? UNTOLD
      this.#keeping.giveUp(new Failure('permanent', why, message))
    } else this.#startAgain(code, signal, startedAt)
  }

  #startAgain(code: number | null, signal: NodeJS.Signals | null, startedAt: number): void {
    this.#trouble('process-ended', `the ${this.name} process ended (${signal ?? code}); starting it again`)
    this.#beganAt = performance.now()
    if (performance.now() - startedAt > WELL_AFTER_MS) this.#wait = FIRST_WAIT_MS
    this.#startLater()
  }

  #startLater(): void {
    this.#timer = setTimeout(() => this.start(), this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS)
  }

  #trouble(code: FailureCode, told: string): void {
    const failure = new Failure('transient', code, told)
    this.#keeping.observe({ type: 'trouble', where: this.name, failure })
  }
}
