import { WATCH_MILLISECONDS } from './limits.ts'

/**
 * Looks again and again whether a bound is passed, and ends what passed it. Where this process was busy, what
 * the other one told meanwhile is still to be heard: that it is at work for which more is allowed. So it is
 * looked at once more behind it. Returns what stops the watch.
 */
export function watch(passed: () => string | null, end: (reason: string) => void): () => void {
  let heard: NodeJS.Immediate | undefined
  const timer = setInterval(() => {
    if (passed() === null) return
    clearImmediate(heard)
    heard = setImmediate(() => {
      const reason = passed()
      if (reason !== null) end(reason)
    })
  }, WATCH_MILLISECONDS)
  return () => {
    clearInterval(timer)
    clearImmediate(heard)
  }
}
