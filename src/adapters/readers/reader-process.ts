import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../base/failure.ts'
import { COMPILED } from '../compiled/cache.ts'
import { Bounds, type TimeLimits } from './bounds.ts'
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
/** A start takes 0.4 s; on a machine that swaps, or with a load of a hundred, much more. */
const START_MILLISECONDS = 300_000

/**
 * Why a process is gone, in English, and by whom: by itself, at a bound that its parent sees to, or by another, such as
 * a system without memory.
 */
export interface Gone {
  readonly by: 'itself' | 'bound' | 'another'
  readonly reason: string
}

/** How one order ended: carried out, or the process is gone. */
export type Ending = { readonly done: true } | ({ readonly done: false } & Gone)

/** One child process that reads files, one order at a time. Once it is gone it stays gone. */
export class ReaderProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #listener: ((told: Told) => void) | null = null
  #gone: Gone | null = null
  #onGone: ((gone: Gone) => void) | null = null
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
    this.#child.on('error', (error) => this.#leave('itself', `could not be started (${error.name})`))
    this.#child.on('exit', (code, signal) =>
      this.#leave(enderOf(signal), `ended (${signal ?? `code ${code}`})`),
    )
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
      const own = order.content.byteLength * BYTES_FOR_A_BYTE
      const bounds = new Bounds(
        limits,
        this.#child.pid,
        PLAIN_RESIDENT_BYTES + own,
        TURN_RESIDENT_BYTES + own,
      )
      const watch = setInterval(() => {
        const passed = bounds.passed()
        if (passed !== null) this.#kill('bound', passed)
      }, WATCH_MILLISECONDS)
      const finish = (ending: Ending): void => {
        clearInterval(watch)
        this.#listener = null
        this.#onGone = null
        this.#child.channel?.unref()
        resolve(ending)
      }
      this.#child.channel?.ref()
      this.#onGone = (gone) => finish({ done: false, ...gone })
      this.#listener = (told) => {
        if (told.kind === 'working') bounds.allow(CHILD_RESIDENT_BYTES + own)
        if (told.kind === 'began' || told.kind === 'working') bounds.nextFile()
        if (told.kind === 'done') finish({ done: true })
        else onTold(told)
      }
      if (this.#gone !== null) finish({ done: false, ...this.#gone })
      else
        this.#child.send(
          order,
          (error) => error !== null && this.#kill('itself', `could not be told (${error.name})`),
        )
    })
  }

  /** True when it holds so much memory that the next file would not have enough. */
  isWorn(): boolean {
    return useOf(this.#child.pid).residentBytes > WORN_RESIDENT_BYTES
  }

  /** Ends the process at once: it has nothing to save. */
  end(reason = 'was ended'): void {
    this.#kill('bound', reason)
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
      const timer = setTimeout(() => this.#kill('bound', 'did not start in time'), START_MILLISECONDS)
      this.#onGone = ({ reason }) => {
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

  #kill(by: Gone['by'], reason: string): void {
    this.#leave(by, reason)
    this.#child.kill('SIGKILL')
  }

  #leave(by: Gone['by'], reason: string): void {
    if (this.#gone !== null) return
    this.#gone = { by, reason }
    this.#onGone?.(this.#gone)
  }
}

/** V8 ends by SIGABRT where its heap is full; nothing in a process sends itself SIGKILL or SIGTERM. */
function enderOf(signal: NodeJS.Signals | null): Gone['by'] {
  if (signal === 'SIGABRT') return 'bound'
  return signal === 'SIGKILL' || signal === 'SIGTERM' ? 'another' : 'itself'
}
