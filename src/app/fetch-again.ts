import { connectMailbox } from '../adapters/imap/mailbox.ts'
import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { asFailure } from '../base/failure.ts'
import { imapLocation } from '../settings/secrets.ts'
import { type FetchAgainPorts, fetchAgain } from '../steps/fetch-again.ts'
import type { Hands } from './hands.ts'
import { pause } from './pause.ts'

const LONGEST_WAIT_MS = 10 * 60_000

/**
 * Fetches mails that were put aside again, until told to stop: connects when there is one, and only then; a
 * line of its own, so that news is never behind it.
 */
export async function keepFetchingAgain(
  { settings, observe }: Hands,
  ports: FetchAgainPorts,
  signal: AbortSignal,
  tokens: TokenSource | undefined,
): Promise<void> {
  const often = settings.RECEPISSE_SWEEP_SECONDS * 1000
  let wait = often
  while (!signal.aborted) {
    try {
      const wanted = await ports.ledger.wantedAgain({ account: ports.lease.account })
      if (wanted.length > 0) {
        using mailbox = await connectMailbox(imapLocation(settings), tokens)
        await fetchAgain(ports, wanted, mailbox.open)
      }
      wait = often
    } catch (error) {
      if (!signal.aborted) observe({ type: 'trouble', where: 'fetch again', failure: asFailure(error) })
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
    await pause(wait, signal)
  }
}
