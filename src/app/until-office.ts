import { asFailure } from '../base/failure.ts'
import { isAway } from './counter.ts'
import type { Hands } from './hands.ts'
import { pause } from './pause.ts'

const FIRST_WAIT_MS = 25
const LONGEST_WAIT_MS = 1_000
/** An office starts within a second: one that takes longer is told of. */
const TOLD_AFTER_MS = 10_000

/**
 * Settles when the office answers, or the signal says to stop: both begin at once, and the office takes a
 * little longer. While it is away nothing is asked of a mail server, for nobody could be told what comes of
 * it.
 */
export async function untilOffice({ ledger, observe }: Hands, signal: AbortSignal): Promise<void> {
  const since = performance.now()
  let isTold = false
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await ledger.since({})
      return
    } catch (error) {
      const failure = asFailure(error)
      if (!isAway(failure)) throw failure
      if (!isTold && performance.now() - since > TOLD_AFTER_MS) {
        isTold = true
        observe({ type: 'trouble', where: 'mailbox', failure })
      }
    }
    await pause(wait, signal)
  }
}
