import { setTimeout as delay } from 'node:timers/promises'

/** Waits so long, or until told to stop. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return delay(milliseconds, undefined, { signal }).catch(() => undefined)
}
