import type { CallId, Fingerprint } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Archive, SeenMail, WatchedFolder } from '../evidence/evidence.ts'
import type { IntakeRegister, MailboxLease, SeenEvidence } from '../register/intake.ts'
import type { Observe } from './events.ts'
import type { Haste, Jobs } from './jobs.ts'
import type { Owed } from './owed.ts'

export interface ReceivePorts {
  readonly archive: Archive
  readonly register: IntakeRegister
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  /** The right to watch this mailbox, where several machines could. */
  readonly lease: MailboxLease
  /** Mails that came before are a person’s own: no call was open. */
  readonly since: Instant
  /** Whose staff is told of a mail that cannot be had. */
  readonly callId: CallId
  readonly owed: Owed
  /** Ends the look between two groups. */
  readonly signal: AbortSignal
}

/** Bytes on the disk, rows committed, then hints for the pipeline. */
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
  const results = await ports.register.recordSightings(seen, at, ports.lease)
  const fresh = seen.filter((_, index) => results[index] === 'new')
  const forPipeline = seen.filter((_, index) => results[index] !== 'copy')
  await Promise.all(forPipeline.map((one) => ports.jobs.add('read', { fingerprint: one.fingerprint }, haste)))
  ports.observe({
    type: 'mails-received',
    folder: folder.folder,
    fresh: fresh.length,
    copies: seen.length - fresh.length,
  })
}

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
