import { type ChildProcess, spawn } from 'node:child_process'
import type { Duplex, Readable } from 'node:stream'
import type { Calls } from '../../call/calls.ts'
import { COMPILED } from '../compiled/cache.ts'
import { GIVEN_BACK } from '../compiled/engine.ts'
import { Bounds, type TimeLimits } from './bounds.ts'
import { type Frame, Frames } from './frames.ts'
import {
  BYTES_FOR_A_BYTE,
  CHILD_RESIDENT_BYTES,
  PLAIN_RESIDENT_BYTES,
  READING_PRIORITY,
  SLOW_PRIORITY,
  TURN_RESIDENT_BYTES,
  WORN_RESIDENT_BYTES,
} from './limits.ts'
import { type Order, TOLD_BOUNDS, Told } from './messages.ts'
import { enderOf, endGroup, nameOf, setPriorityOf, unref } from './process-ends.ts'
import { useOf } from './process-use.ts'
import { childOf, LINE, readerBehind, TOLD_BY_WALL, type Wall } from './wall.ts'
import { watch } from './watch.ts'

/**
 * Nothing of the service's environment reaches a process that opens strangers' files: it may hold secrets.
 */
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  ...GIVEN_BACK,
  ...COMPILED,
}
/** How long the end of a process may be told after its line broke. */
const LAST_WORD_MILLISECONDS = 500
/** A start takes 0.4 s; on a machine that swaps, or with a load of a hundred, much more. */
const START_MILLISECONDS = 300_000

/**
 * Why a process is gone, in English, and by whom: by itself, at a bound that its parent sees to, or by
 * another, such as a system without memory.
 */
export interface Gone {
  readonly by: 'itself' | 'bound' | 'another'
  readonly reason: string
}

/** How one order ended: carried out, or the process is gone. */
export type Ending = { readonly done: true } | ({ readonly done: false } & Gone)

/** An order with what goes before it and beside it. */
export interface Errand {
  readonly order: Order
  readonly bytes: Uint8Array
  /** The calls that a mail is read for. */
  readonly calls: Calls | null
  readonly kept: ReadonlyMap<number, Uint8Array>
}

/** One child process that reads, one order at a time. Once it is gone it stays gone. */
export class ReaderProcess {
  readonly #child: ChildProcess
  readonly #frames: Frames
  readonly #ready: Promise<void>
  /** The process that reads: behind a wall it is a child of our child. */
  #pid: number | undefined
  #listener: ((told: Told, attached: Uint8Array) => void) | null = null
  #gone: Gone | null = null
  #onGone: ((gone: Gone) => void) | null = null
  #isSlow = false
  #isStarting = false
  #calls: Calls | null = null
  /** Settles when it is ready for these calls, or gone. */
  #preparation: Promise<void> = Promise.resolve()
  orders = 0

  /** `priority`: how far its start steps back (nice). */
  constructor(wall: Wall, priority: number) {
    const { command, args } = readerBehind(wall, ENVIRONMENT)
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const
    // In a group of its own: what starts it and what was started are ended together.
    this.#child = spawn(command, args, { env: ENVIRONMENT, stdio: [...stdio], detached: true })
    // A child that reads nothing must not keep the service from ending.
    this.#child.unref()
    setPriorityOf(this.#child.pid, priority)
    const line = this.#child.stdio[LINE] as Duplex
    this.#frames = new Frames(line, TOLD_BOUNDS, {
      frame: (frame) => this.#hear(frame),
      broken: (reason) => this.#lineBroke(reason),
    })
    unref(line)
    const toldByWall = this.#child.stdio[TOLD_BY_WALL] as Readable
    unref(toldByWall)
    this.#child.on('error', (error) => this.#leave('itself', `could not be started (${error.name})`))
    this.#child.on('exit', (code, signal) =>
      this.#leave(enderOf(code, signal), `ended (${signal ?? `code ${code}`})`),
    )
    this.#ready = this.#start(wall === 'namespaces' ? childOf(toldByWall) : Promise.resolve(this.#child.pid))
  }

  get isGone(): boolean {
    return this.#gone !== null
  }

  /** True once it stepped back: it stays so, only root could undo it. */
  get isSlow(): boolean {
    return this.#isSlow
  }

  /** True while it starts, and while it makes itself ready for its calls. */
  get isStarting(): boolean {
    return this.#isStarting
  }

  /** Lets other readers go first from now on. */
  stepBack(): void {
    this.#isSlow = true
    if (!this.isGone) setPriorityOf(this.#pid, SLOW_PRIORITY)
  }

  /** Null when it can take an order; why not, when it did not come up. */
  async ready(): Promise<Gone | null> {
    await this.#ready
    return this.#gone
  }

  /**
   * Tells it the calls that mails are for; resolves when it has warmed up for them, where it is to, or is
   * gone.
   */
  async prepare(calls: Calls, warmUp: boolean): Promise<void> {
    if (calls !== this.#calls) this.#preparation = this.#getReady(calls, warmUp)
    // Whoever takes one that is still at it waits as well: the rest would be counted in its turn.
    await this.#preparation
  }

  /** Carries out one order; it must be ready, and prepared for the calls of a mail. */
  async carryOut(
    errand: Errand,
    limits: TimeLimits,
    onTold: (told: Told, attached: Uint8Array) => void,
  ): Promise<Ending> {
    this.orders += 1
    return new Promise((resolve) => {
      const own = errand.bytes.byteLength * BYTES_FOR_A_BYTE
      const bounds = new Bounds(limits, this.#pid, PLAIN_RESIDENT_BYTES + own, TURN_RESIDENT_BYTES + own)
      const unwatch = watch(
        () => bounds.passed(),
        (reason) => this.#kill('bound', reason),
      )
      const finish = (ending: Ending): void => {
        unwatch()
        this.#listener = null
        this.#onGone = null
        resolve(ending)
      }
      this.#onGone = (gone) => finish({ done: false, ...gone })
      this.#listener = (told, attached) => {
        if (told.kind === 'working') bounds.allow(CHILD_RESIDENT_BYTES + own)
        if (told.kind === 'began' || told.kind === 'ended' || told.kind === 'working') bounds.nextFile()
        if (told.kind === 'done') finish({ done: true })
        else onTold(told, attached)
      }
      if (this.#gone !== null) finish({ done: false, ...this.#gone })
      else this.#order(errand)
    })
  }

  /** True when it holds so much memory that the next order would not have enough. */
  isWorn(): boolean {
    return useOf(this.#pid).residentBytes > WORN_RESIDENT_BYTES
  }

  /** Ends the process at once: it has nothing to save. */
  end(reason = 'was ended'): void {
    this.#kill('bound', reason)
  }

  #order({ order, bytes, kept }: Errand): void {
    for (const [index, reading] of kept) this.#send({ what: 'kept', index }, reading)
    this.#send(order, bytes)
  }

  /** In order; what cannot be told ends it. */
  #send(order: Order, bytes?: Uint8Array): void {
    this.#frames.send(order, bytes).catch((error) => this.#lineBroke(`could not be told (${nameOf(error)})`))
  }

  /** What it tells is taken as what it may be, or ends it. */
  #hear({ message, attached }: Frame): void {
    const told = Told.safeParse(message)
    if (told.success) this.#listener?.(told.data, attached)
    else this.#kill('itself', 'told what nobody understands')
  }

  /** Resolves when it said that it is ready, or is gone. */
  #start(pid: Promise<number | undefined>): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#isStarting = true
      const timer = setTimeout(() => this.#kill('bound', 'did not start in time'), START_MILLISECONDS)
      this.#onGone = () => {
        clearTimeout(timer)
        this.#isStarting = false
        resolve()
      }
      this.#listener = async () => {
        clearTimeout(timer)
        this.#listener = null
        this.#isStarting = false
        this.#pid = await pid
        if (!this.isGone) setPriorityOf(this.#pid, this.#isSlow ? SLOW_PRIORITY : READING_PRIORITY)
        resolve()
      }
    })
  }

  async #getReady(calls: Calls, warmUp: boolean): Promise<void> {
    this.#calls = calls
    if (this.#gone !== null) return
    const ready = warmUp ? this.#start(Promise.resolve(this.#pid)) : null
    this.#send({ what: 'calls', calls: [...calls], warmUp })
    if (ready === null) return
    await ready
    this.#onGone = null
  }

  /** A line breaks when its process ends: by whom is told a moment later, by its end. */
  #lineBroke(reason: string): void {
    setTimeout(() => this.#kill('itself', reason), LAST_WORD_MILLISECONDS)
  }

  #kill(by: Gone['by'], reason: string): void {
    this.#leave(by, reason)
    endGroup(this.#child)
  }

  #leave(by: Gone['by'], reason: string): void {
    if (this.#gone !== null) return
    this.#gone = { by, reason }
    this.#onGone?.(this.#gone)
  }
}
