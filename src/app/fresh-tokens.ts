import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { asFailure } from '../base/failure.ts'
import type { Clock } from '../base/instant.ts'
import type { Ledger } from '../register/ledger.ts'
import type { TokenAccount } from '../register/tokens.ts'
import type { Observe } from '../steps/events.ts'
import { every } from './every.ts'

const LOOK_EVERY_MS = 60_000

export interface FreshPorts {
  readonly ledger: Pick<Ledger, 'noteTokenRenewed' | 'noteTokenFailed'>
  readonly clock: Clock
  readonly observe: Observe
}

/**
 * Renews an account's token ahead of its end while nothing else asks for it, so that a consent that was
 * withdrawn is told the same hour, long before the connection that still stands breaks (failures, row 14).
 * The register keeps when the token ends and since when it cannot be renewed, for whoever has to raise the
 * alarm.
 */
export function keepFresh(tokens: TokenSource, account: TokenAccount, ports: FreshPorts): Disposable {
  const { ledger, clock, observe } = ports
  let known = tokens.expiresAt()
  async function look(): Promise<void> {
    try {
      await tokens.token()
    } catch (error) {
      const failure = asFailure(error)
      observe({ type: 'trouble', where: `${account}-token`, failure })
      await ledger.noteTokenFailed({ account, code: failure.code, at: clock.now() })
      return
    }
    const expiresAt = tokens.expiresAt()
    if (expiresAt === null || expiresAt === known) return
    observe({ type: 'token-renewed', account, expiresAt })
    await ledger.noteTokenRenewed({ account, expiresAt, at: clock.now() })
    known = expiresAt
  }
  return every(LOOK_EVERY_MS, `${account}-token`, observe, look)
}
