import { randomUUID } from 'node:crypto'
import { asFailure } from '../base/failure.ts'
import { later } from '../base/instant.ts'
import type { MailboxLease } from '../register/intake.ts'
import type { Hands } from './hands.ts'
import { LEASE_MS, RENEW_MS } from './lease-times.ts'
import { pause } from './pause.ts'
import { untilOffice } from './until-office.ts'

/** Another machine takes over with its next look, within 30 s. */
const LOOK_AGAIN_MS = 3_000

/**
 * Lets `watch` work while this process holds the mailbox, and stands by while another machine does; for ever,
 * until told to stop. What `watch` writes after it lost the mailbox is refused by the register.
 */
export async function whileHolding(
  hands: Hands,
  account: string,
  signal: AbortSignal,
  watch: (lease: MailboxLease, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const owner = `${hands.settings.RECEPISSE_INSTANCE}#${randomUUID()}`
  const take = () => {
    const at = hands.clock.now()
    return hands.ledger.takeLease({ account, owner, at, until: later(at, LEASE_MS) })
  }
  while (!signal.aborted) {
    await untilOffice(hands, signal).catch((error) => told(hands, error))
    if (signal.aborted) return
    const lease = await take().catch((error) => told(hands, error))
    if (lease === null) {
      await pause(LOOK_AGAIN_MS, signal)
      continue
    }
    const lost = new AbortController()
    const watching = watch(lease, AbortSignal.any([signal, lost.signal]))
    await keep(hands, lease, take, signal)
    lost.abort()
    await watching
    if (signal.aborted)
      await hands.ledger.endLease({ lease, at: hands.clock.now() }).catch((error) => told(hands, error))
  }
}

/** Renews until told to stop or until another has it. An office that is away takes nothing from us. */
async function keep(
  hands: Hands,
  lease: MailboxLease,
  take: () => Promise<MailboxLease | null>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(RENEW_MS, signal)
    if (signal.aborted) return
    const renewed = await take().catch((error) => {
      told(hands, error)
      return undefined
    })
    if (renewed !== undefined && renewed?.token !== lease.token) return
  }
}

function told(hands: Hands, error: unknown): null {
  hands.observe({ type: 'trouble', where: 'mailbox lease', failure: asFailure(error) })
  return null
}
