import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../base/failure.ts'
import {
  CHILD_DATA_BYTES,
  CHILD_HEAP_MEGABYTES,
  CHILD_RESIDENT_BYTES,
  PLAIN_RESIDENT_BYTES,
  WATCH_MILLISECONDS,
  WORN_RESIDENT_BYTES,
} from './limits.ts'
import type { Order, Told } from './messages.ts'

const PROGRAM = fileURLToPath(new URL('../../../workers/reader.ts', import.meta.url))
/** util-linux: the only thing that was found to bound memory outside V8's heap. */
const PRLIMIT = '/usr/bin/prlimit'
/** Nothing of the service's environment reaches a process that opens strangers' files: it may hold secrets. */
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
}
/** A start takes 0.4 s; on a machine that swaps, much more. */
const START_MILLISECONDS = 30_000

/** How one order ended: carried out, or the process is gone, with the reason in English. */
export type Ending = { readonly done: true } | { readonly done: false; readonly reason: string }

/** Limits on one order: time for each file, counted from its announcement, and for all of them. */
export interface TimeLimits {
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
  orders = 0

  constructor() {
    const node = [process.execPath, `--max-old-space-size=${CHILD_HEAP_MEGABYTES}`, PROGRAM]
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
      let most = PLAIN_RESIDENT_BYTES
      const watch = setInterval(() => void this.#endIfTooLarge(most), WATCH_MILLISECONDS)
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
        if (told.kind === 'working') most = CHILD_RESIDENT_BYTES
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
  async isWorn(): Promise<boolean> {
    return (await residentBytes(this.#child.pid)) > WORN_RESIDENT_BYTES
  }

  /** Ends the process at once: it has nothing to save. */
  end(): void {
    this.#kill('was ended')
  }

  /** Address space says little of memory: what a bomb really fills is seen in /proc, where there is one. */
  async #endIfTooLarge(most: number): Promise<void> {
    const bytes = await residentBytes(this.#child.pid)
    if (bytes > most) this.#kill(`took more than ${most / 1_000_000} MB`)
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

const PAGE_BYTES = 4096

/** Memory that a process has in use; 0 where the system does not say, or the process is gone. */
async function residentBytes(pid: number | undefined): Promise<number> {
  try {
    const statm = await readFile(`/proc/${pid}/statm`, 'latin1')
    return Number(statm.split(' ')[1]) * PAGE_BYTES
  } catch (error) {
    if (error instanceof Error) return 0
    throw error
  }
}
