import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Duplex, Readable } from 'node:stream'

/**
 * A starter that is ended while it makes the wall leaves a process behind that waits for it, but for this.
 */
export function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It ended just now.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** How far a process steps back (nice); one that is gone has nothing to step back from. */
export function setPriorityOf(pid: number | undefined, priority: number): void {
  if (pid === undefined) return
  try {
    setPriority(pid, priority)
  } catch (error) {
    // It ended just now; that is told elsewhere.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error
  }
}

/** A line that holds nothing up: the service may end while it is open. */
export function unref(stream: Duplex | Readable): void {
  if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
}

/** What an error is, and nothing of what it says: it may quote a stranger. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

/** How a shell, and bubblewrap, tell that their child ended by a signal. */
const BY_SIGNAL = 128
const { SIGABRT, SIGKILL, SIGTERM, SIGXCPU } = constants.signals

/**
 * V8 ends by SIGABRT or a trap where its heap is full; nothing in a process sends itself SIGKILL or SIGTERM.
 */
export function enderOf(code: number | null, signal: NodeJS.Signals | null): 'itself' | 'bound' | 'another' {
  const by = signal === null ? (code ?? 0) - BY_SIGNAL : constants.signals[signal]
  if (by === SIGABRT || by === SIGXCPU) return 'bound'
  return by === SIGKILL || by === SIGTERM ? 'another' : 'itself'
}
