/** Whether the other side still says something. */
export interface Silence {
  /** Aborts when nothing was heard for too long. */
  readonly signal: AbortSignal
  heard(): void
  /** The request is over. */
  end(): void
}

/** Listens from now on. */
export function listenForSilence(longestMs: number): Silence {
  const silent = new AbortController()
  const tell = () => silent.abort(new DOMException('nothing was heard', 'TimeoutError'))
  let timer = setTimeout(tell, longestMs)
  return {
    signal: silent.signal,
    heard() {
      clearTimeout(timer)
      timer = setTimeout(tell, longestMs)
    },
    end: () => clearTimeout(timer),
  }
}
