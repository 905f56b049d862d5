import { asFailure } from '../base/failure.ts'
import type { Observe } from '../steps/events.ts'

/**
 * Work that comes by the clock and not by the queue: at once, and then every so many milliseconds until
 * disposed of. What fails is told as trouble at `where`, and the next turn tries again; a turn that is cut
 * short by the end is none.
 */
export function every(
  milliseconds: number,
  where: string,
  observe: Observe,
  work: () => Promise<unknown>,
): Disposable {
  let isOver = false
  function turn(): void {
    work().catch((error: unknown) => {
      if (!isOver) observe({ type: 'trouble', where, failure: asFailure(error) })
    })
  }
  turn()
  const timer = setInterval(turn, milliseconds)
  return {
    [Symbol.dispose]: () => {
      isOver = true
      clearInterval(timer)
    },
  }
}
