import { setTimeout as delay } from 'node:timers/promises'

const NEVER = new AbortController().signal

/** Waits so long, or until told to stop. */
export function pause(milliseconds: number, signal: AbortSignal = NEVER): Promise<void> {
  return delay(milliseconds, undefined, { signal }).catch(() => undefined)
}
