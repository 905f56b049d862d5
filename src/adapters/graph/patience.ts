import { setTimeout as delay } from 'node:timers/promises'
import { Places } from '../waiting/places.ts'
import { graphFailure } from './failures.ts'

/** Without a word of theirs; what they say is kept to. */
const WAIT_WHEN_UNSAID_S = 10
/**
 * What one process may ask of a mailbox at a time: the service takes four requests of an application at once
 * for each, and says with 429 and 503 until when it wants none (Retry-After).
 */
export interface Patience {
  /**
   * Does one request when there is room for it and the service wants it. Who would have to wait for longer
   * than `longestMs` fails, and nothing is asked. `signal` ends the wait.
   */
  inTurn<Result>(
    { signal, longestMs }: { readonly signal?: AbortSignal | undefined; readonly longestMs: number },
    request: () => Promise<Result>,
  ): Promise<Result>
  /** The service asks for patience. */
  throttled(retryAfter: string | null): void
  /** For how long it wants nothing; 0 when it takes requests. */
  leftMs(): number
}

/** `atOnce`: how many requests of this process may be under way. */
export function openPatience(atOnce: number): Patience {
  const places = new Places(atOnce)
  let notBefore = 0
  const leftMs = () => Math.max(0, notBefore - performance.now())
  async function wanted(signal: AbortSignal | undefined, longestMs: number): Promise<void> {
    for (let left = leftMs(); left > 0; left = leftMs()) {
      if (left > longestMs) throw graphFailure(429, '')
      await delay(left, undefined, signal === undefined ? {} : { signal })
    }
  }
  return {
    leftMs,
    async inTurn({ signal, longestMs }, request) {
      await places.take(signal)
      try {
        await wanted(signal, longestMs)
        signal?.throwIfAborted()
        return await request()
      } finally {
        places.leave()
      }
    },
    throttled(retryAfter) {
      const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : WAIT_WHEN_UNSAID_S
      notBefore = Math.max(notBefore, performance.now() + seconds * 1000)
    },
  }
}
