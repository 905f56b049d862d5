import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../base/failure.ts'
import { COMPILED } from '../compiled/cache.ts'
import {
  BYTES_FOR_A_BYTE,
  CHILD_DATA_BYTES,
  CHILD_HEAP_MEGABYTES,
  CHILD_RESIDENT_BYTES,
  CHILD_YOUNG_MEGABYTES,
  PLAIN_RESIDENT_BYTES,
  READING_PRIORITY,
  SLOW_PRIORITY,
  TURN_RESIDENT_BYTES,
  WATCH_MILLISECONDS,
  WORN_RESIDENT_BYTES,
} from './limits.ts'
import type { Order, Told } from './messages.ts'
import { useOf } from './process-use.ts'

const PROGRAM = fileURLToPath(new URL('../../../workers/reader.ts', import.meta.url))
/** util-linux: the only thing that was found to bound memory outside V8's heap. */
const PRLIMIT = '/usr/bin/prlimit'
/** Nothing of the service's environment reaches a process that opens strangers' files: it may hold secrets. */
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  ...COMPILED,
}
/** A start takes 0.4 s; on a machine that swaps, much more. */
const START_MILLISECONDS = 30_000

/** How one order ended: carried out, or the process is gone, with the reason in English. */
export type Ending = { readonly done: true } | { readonly done: false; readonly reason: string }

/** A share of the processor, so that a busy machine cuts nobody short. `over` may be called more than once. */
export interface Turn {
  readonly milliseconds: number
  readonly over: () => void
}

/** Limits on one order: time for each file, counted from its announcement, and for all of them. */
export interface TimeLimits {
  readonly turn: Turn | null
  readonly fileMilliseconds: number
  readonly attachmentMilliseconds: number
}

/** One child process that reads files, one order at a time. Once it is gone it stays gone. */
export class ReaderProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #listener: ((told: Told) => void) | null = null
  #gone: string | null = null
  #onGone: ((reason: string) => void) | null = null
  #isSlow = false
  orders = 0

  constructor() {
    const heap = [
      `--max-old-space-size=${CHILD_HEAP_MEGABYTES}`,
      `--max-semi-space-size=${CHILD_YOUNG_MEGABYTES}`,
      '--expose-gc',
    ]
    const node = [process.execPath, ...heap, PROGRAM]
    const limited = existsSync(PRLIMIT)
      ? [PRLIMIT, `--data=${CHILD_DATA_BYTES}`, '--core=0', '--', ...node]
      : node
    const [command = process.execPath, ...args] = limited
    this.#child = spawn(command, args, {
      env: ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    // A child that reads nothing must not keep the service from ending.
    this.#child.unref()
    this.#child.channel?.unref()
    this.#child.on('message', (told: Told) => this.#listener?.(told))
    this.#child.on('error', (error) => this.#leave(`could not be started (${error.name})`))
    this.#child.on('exit', (code, signal) => this.#leave(`ended by itself (${signal ?? `code ${code}`})`))
    this.#ready = this.#start()
  }

  get isGone(): boolean {
    return this.#gone !== null
  }

  /** True once it stepped back: it stays so, only root could undo it. */
  get isSlow(): boolean {
    return this.#isSlow
  }

  /** Lets other readers go first from now on. */
  stepBack(): void {
    this.#isSlow = true
    this.#setPriority(SLOW_PRIORITY)
  }

  /** Carries out one order. Throws Failure('transient') when the process did not come up at all. */
  async carryOut(order: Order, limits: TimeLimits, onTold: (told: Told) => void): Promise<Ending> {
    await this.#ready
    this.orders += 1
    return new Promise((resolve) => {
      const all = setTimeout(() => this.#kill('took too long altogether'), limits.attachmentMilliseconds)
      const fileLimit = (): NodeJS.Timeout =>
        setTimeout(
          () => this.#kill(`took more than ${limits.fileMilliseconds / 1000} s`),
          limits.fileMilliseconds,
        )
      let one = fileLimit()
      const own = order.content.byteLength * BYTES_FOR_A_BYTE
      let most = PLAIN_RESIDENT_BYTES + own
      const look = this.#watcher(limits.turn, own)
      const watch = setInterval(() => look(most), WATCH_MILLISECONDS)
      const finish = (ending: Ending): void => {
        clearTimeout(all)
        clearInterval(watch)
        clearTimeout(one)
        this.#listener = null
        this.#onGone = null
        this.#child.channel?.unref()
        resolve(ending)
      }
      this.#child.channel?.ref()
      this.#onGone = (reason) => finish({ done: false, reason })
      this.#listener = (told) => {
        if (told.kind === 'working') most = CHILD_RESIDENT_BYTES + own
        if (told.kind === 'began' || told.kind === 'working') {
          clearTimeout(one)
          one = fileLimit()
        }
        if (told.kind === 'done') finish({ done: true })
        else onTold(told)
      }
      if (this.#gone !== null) finish({ done: false, reason: this.#gone })
      else
        this.#child.send(order, (error) => error !== null && this.#kill(`could not be told (${error.name})`))
    })
  }

  /** True when it holds so much memory that the next file would not have enough. */
  isWorn(): boolean {
    return useOf(this.#child.pid).residentBytes > WORN_RESIDENT_BYTES
  }

  /** Ends the process at once: it has nothing to save. */
  end(reason = 'was ended'): void {
    this.#kill(reason)
  }

  /** Address space says little of memory: what a bomb really fills is seen in /proc, where there is one. */
  #watcher(turn: Turn | null, own: number): (most: number) => void {
    let began: number | null = null
    return (most) => {
      const { residentBytes, milliseconds } = useOf(this.#child.pid)
      if (residentBytes > most) this.#kill(`took more than ${most / 1_000_000} MB`)
      began ??= milliseconds
      if (turn === null) return
      if (milliseconds - began > turn.milliseconds || residentBytes > TURN_RESIDENT_BYTES + own) turn.over()
    }
  }

  #setPriority(priority: number): void {
    const { pid } = this.#child
    if (pid === undefined || this.isGone) return
    try {
      setPriority(pid, priority)
    } catch (error) {
      // It ended just now; that is told elsewhere.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error
    }
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string): void =>
        reject(new Failure('transient', 'reader-not-started', `The process that reads documents ${reason}`))
      const timer = setTimeout(() => this.#kill('did not start in time'), START_MILLISECONDS)
      this.#onGone = (reason) => {
        clearTimeout(timer)
        fail(reason)
      }
      this.#listener = () => {
        clearTimeout(timer)
        if (!this.#isSlow) this.#setPriority(READING_PRIORITY)
        resolve()
      }
    })
  }

  #kill(reason: string): void {
    this.#leave(reason)
    this.#child.kill('SIGKILL')
  }

  #leave(reason: string): void {
    if (this.#gone !== null) return
    this.#gone = reason
    this.#onGone?.(reason)
  }
}
