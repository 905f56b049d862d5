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

/** So many wrong words, and the way in is shut until then. */
interface Bound {
  readonly most: number
  readonly lockUntil: Instant
}

export interface AccountRegister {
  account(email: string): Promise<Account | null>
  accounts(): Promise<readonly Account[]>
  accountInvited(invitation: string): Promise<Account | null>
  /**
   * Makes the account, or invites it anew with another role; its sessions end. Failure('permanent',
   * 'last-administrator') when nobody who can enter would be left to administer.
   */
  invite(email: string, role: Role, invitation: string, until: Instant, at: Instant): Promise<void>
  /** Ends the invitation. */
  completeAccount(email: string, secrets: { password: string; totp: string }, at: Instant): Promise<void>
  disableAccount(email: string, by: string, at: Instant): Promise<boolean>
  /**
   * What stands against entering this account from there now: that network made too many mistakes, or so many
   * strangers did that only networks from which somebody entered before are let in. Whoever is outside shuts
   * nobody out who is known.
   */
  barOf(email: string, network: string, at: Instant): Promise<'network' | 'strangers' | null>
  /** Counts a wrong word against its network and against all. */
  noteFailure(
    email: string,
    network: string,
    bounds: { readonly fromNetwork: Bound; readonly fromAnywhere: Bound },
    at: Instant,
  ): Promise<void>
  /** False when the code of this step was used before: it opens once. A null step: another server vouched. */
  openSession(
    email: string,
    how: { readonly step: number | null; readonly network: string },
    session: { readonly token: string; readonly csrf: string },
    at: Instant,
  ): Promise<boolean>
  /**
   * Null when it is over, unknown, or its account is closed. Those seen before `idleSince` or opened before
   * `openedSince` are over.
   */
  session(token: string, idleSince: Instant, openedSince: Instant, at: Instant): Promise<Session | null>
  closeSession(token: string, at: Instant): Promise<void>
}
