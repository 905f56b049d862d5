import { z } from 'zod'
import type { Instant } from '../base/instant.ts'

/** Whose token: the mailbox's, or the submission server's. */
export const TokenAccount = z.enum(['imap', 'smtp'])
export type TokenAccount = z.infer<typeof TokenAccount>

/** How the token of an account stands; for metrics, alarms and `check`. Never the token. */
export interface TokenState {
  readonly account: TokenAccount
  /** The end of the last token that was got; null when there was none yet. */
  readonly expiresAt: Instant | null
  readonly renewedAt: Instant | null
  /** Since when it cannot be renewed, and the failure's code; null while all is well. */
  readonly failing: { readonly since: Instant; readonly code: string } | null
}

/** Noted by the process that holds the account's secret. */
export interface TokenRegister {
  noteTokenRenewed(account: TokenAccount, expiresAt: Instant, at: Instant): Promise<void>
  noteTokenFailed(account: TokenAccount, code: string, at: Instant): Promise<void>
  tokens(): Promise<readonly TokenState[]>
}
