import { asFailure } from '../base/failure.ts'
import type { Observe } from '../steps/events.ts'

/**
 * Work that comes by the clock and not by the queue: at once, and then every so many milliseconds until
 * disposed of. What fails is told as trouble at `where`, and the next turn tries again.
 */
export function every(
  milliseconds: number,
  where: string,
  observe: Observe,
  work: () => Promise<unknown>,
): Disposable {
  function turn(): void {
    work().catch((error: unknown) => observe({ type: 'trouble', where, failure: asFailure(error) }))
  }
  turn()
  const timer = setInterval(turn, milliseconds)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
