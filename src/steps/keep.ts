import type { Fingerprint } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Archive, SeenMail, WatchedFolder } from '../evidence/evidence.ts'
import type { MailboxLease, SeenEvidence } from '../register/intake.ts'
import type { Haste, Ledger } from '../register/ledger.ts'
import type { Observe } from './events.ts'
import type { Owed } from './owed.ts'

export interface ReceivePorts {
  readonly archive: Archive
  readonly ledger: Ledger
  readonly clock: Clock
  readonly observe: Observe
  /** The right to watch this mailbox, where several machines could. */
  readonly lease: MailboxLease
  readonly owed: Owed
  /** Ends the look between two groups. */
  readonly signal: AbortSignal
}

/** Bytes on the disk, then the ledger: rows committed, and hints that they are to be read. */
export async function keep(
  ports: ReceivePorts,
  folder: WatchedFolder,
  mails: readonly SeenMail[],
  haste: Haste,
): Promise<void> {
  const at = ports.clock.now()
  const fingerprints = await Promise.all(mails.map((mail) => ports.archive.keep(mail.raw)))
  const seen = mails.map((mail, index) =>
    evidenceOf(folder, mail, fingerprints[index] as Fingerprint, mail.raw.length, at),
  )
  const { lease } = ports
  const results = await ports.ledger.recordSightings({ seen, at, lease, haste })
  // The same mail is kept already, in the bytes that it was first given.
  for (const [index, one] of fingerprints.entries())
    if (results[index] === 'same-mail') await ports.archive.forget(one)
  const fresh = results.filter((one) => one === 'new')
  ports.observe({
    type: 'mails-received',
    folder: folder.folder,
    fresh: fresh.length,
    copies: seen.length - fresh.length,
  })
}

/**
 * A mail as the register first knows it: where it was seen, its fingerprint, its size in bytes, and its
 * times.
 */
export function evidenceOf(
  { account, folder, uidValidity, isJunk }: WatchedFolder,
  { uid, internalDate }: Omit<SeenMail, 'raw'>,
  fingerprint: Fingerprint,
  bytes: number,
  at: Instant,
): SeenEvidence {
  return {
    sighting: { account, folder, uidValidity, uid },
    fingerprint,
    bytes,
    clocks: { internalDate, observedAt: at, fileTime: null, postmark: null },
    isJunk,
  }
}
