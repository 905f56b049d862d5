import { type FetchAgainPorts, fetchAgain } from '../steps/fetch-again.ts'
import type { Hands } from './hands.ts'
import type { Reach } from './reach.ts'
import { whenWanted } from './when-wanted.ts'

/**
 * Fetches mails that were put aside again, until told to stop; a line of its own, so that news is never
 * behind it.
 */
export async function keepFetchingAgain(
  hands: Hands,
  ports: FetchAgainPorts,
  signal: AbortSignal,
  reach: Reach,
): Promise<void> {
  await whenWanted(hands, 'fetch again', signal, async () => {
    const wanted = await ports.ledger.wantedAgain({ account: ports.lease.account })
    if (wanted.length === 0) return
    using mailbox = await reach.connect(signal)
    await fetchAgain(ports, wanted, mailbox.open)
  })
}
