import type { Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Clocks, Sighting } from '../evidence/evidence.ts'

/** The right to watch a mailbox. `token` rises with each owner: a register refuses an older one. */
export interface MailboxLease {
  readonly account: string
  readonly token: number
}

/** `copy`: the same bytes are in the register already. */
export type SightingOutcome = 'new' | 'copy'

/** What intake needs. */
export interface IntakeRegister {
  /** UIDs of a folder that already have a row. */
  knownUids(account: string, folder: string, uidValidity: string): Promise<ReadonlySet<number>>
  /** Commits that mails were seen. Recording twice is recording once. Failure('transient', 'lease-lost') when another watches by now. */
  recordSightings(
    seen: readonly { sighting: Sighting; fingerprint: Fingerprint; bytes: number; clocks: Clocks }[],
    at: Instant,
    /** Without it nobody watches: a paper application, a test. */
    lease?: MailboxLease,
  ): Promise<readonly SightingOutcome[]>
  proveAlive(account: string, folder: string, at: Instant): Promise<void>
  /**
   * Takes or keeps a mailbox until an hour; null while another instance has it. `owner`: `<instance>#<life>`.
   */
  takeLease(account: string, owner: string, at: Instant, until: Instant): Promise<MailboxLease | null>
  endLease(lease: MailboxLease, at: Instant): Promise<void>
}
