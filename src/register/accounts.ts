import { z } from 'zod'
import type { Instant } from '../base/instant.ts'

/** What somebody may do: read; read and decide; both, and see the trail and the accounts. */
export const Role = z.enum(['reader', 'staff', 'administrator'])
export type Role = z.infer<typeof Role>

/** An account as it is kept: of secrets only what proves them. `totp` alone is the secret itself. */
export interface Account {
  readonly email: string
  readonly role: Role
  readonly password: string | null
  readonly totp: string | null
  readonly totpStep: number | null
  /** SHA-256 of the token of an open invitation. */
  readonly invitation: string | null
  readonly invitedUntil: Instant | null
  readonly failures: number
  readonly lockedUntil: Instant | null
  readonly disabled: boolean
}

/** Somebody who is signed in. `csrf` stands in each of their forms. */
export interface Session {
  readonly email: string
  readonly role: Role
  readonly csrf: string
  readonly createdAt: Instant
  readonly seenAt: Instant
}

export interface AccountRegister {
  account(email: string): Promise<Account | null>
  accounts(): Promise<readonly Account[]>
  accountInvited(invitation: string): Promise<Account | null>
  /** Makes the account, or invites it anew with another role; its sessions end. */
  invite(email: string, role: Role, invitation: string, until: Instant, at: Instant): Promise<void>
  /** Ends the invitation. */
  completeAccount(email: string, secrets: { password: string; totp: string }, at: Instant): Promise<void>
  disableAccount(email: string, by: string, at: Instant): Promise<boolean>
  /** Counts a wrong word; from `most` on nobody enters until `lockUntil`. */
  noteFailure(email: string, most: number, lockUntil: Instant, at: Instant): Promise<void>
  /** False when the code of this step was used before: it opens once. A null step: another server vouched. */
  openSession(
    email: string,
    step: number | null,
    session: { readonly token: string; readonly csrf: string },
    at: Instant,
  ): Promise<boolean>
  /** Null when it is over, unknown, or its account is closed. Those seen before `idleSince` or opened before `openedSince` are over. */
  session(token: string, idleSince: Instant, openedSince: Instant, at: Instant): Promise<Session | null>
  closeSession(token: string, at: Instant): Promise<void>
}
