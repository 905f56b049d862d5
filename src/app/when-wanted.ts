import { asFailure } from '../base/failure.ts'
import { isAway } from './counter.ts'
import type { Hands } from './hands.ts'
import { pause } from './pause.ts'

const LONGEST_WAIT_MS = 10 * 60_000

/**
 * Work that the office may have for the mailbox, looked for now and then until told to stop. `round` connects
 * when there is some, and only then. A mail server that refuses is left alone for twice as long each time; an
 * office that is away is nobody's refusal.
 */
export async function whenWanted(
  { settings, observe }: Hands,
  where: string,
  signal: AbortSignal,
  round: () => Promise<void>,
): Promise<void> {
  const often = settings.RECEPISSE_SWEEP_SECONDS * 1000
  let wait = often
  while (!signal.aborted) {
    try {
      await round()
      wait = often
    } catch (error) {
      const failure = asFailure(error)
      if (!signal.aborted) observe({ type: 'trouble', where, failure })
      wait = isAway(failure) ? often : Math.min(wait * 2, LONGEST_WAIT_MS)
    }
    await pause(wait, signal)
  }
}
