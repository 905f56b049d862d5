import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { asFailure } from '../base/failure.ts'
import type { Observe } from '../steps/events.ts'

const LOOK_EVERY_MS = 60_000

/**
 * Renews an account's token ahead of its end while nothing else asks for it, so that a consent that was withdrawn is
 * told in the log the same hour, long before the connection that still stands breaks (failures, row 14).
 */
export function keepFresh(tokens: TokenSource, account: 'imap' | 'smtp', observe: Observe): Disposable {
  let known = tokens.expiresAt()
  async function look(): Promise<void> {
    try {
      await tokens.token()
    } catch (error) {
      observe({ type: 'trouble', where: `${account}-token`, failure: asFailure(error) })
      return
    }
    const expiresAt = tokens.expiresAt()
    if (expiresAt !== null && expiresAt !== known) observe({ type: 'token-renewed', account, expiresAt })
    known = expiresAt
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
