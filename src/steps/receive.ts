import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Archive, SeenMail, WatchedFolder } from '../evidence/evidence.ts'
import type { IntakeRegister, MailboxLease } from '../register/intake.ts'
import type { Observe } from './events.ts'
import type { Haste, Jobs } from './jobs.ts'

export interface ReceivePorts {
  readonly archive: Archive
  readonly register: IntakeRegister
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  /** The right to watch this mailbox, where several machines could. */
  readonly lease: MailboxLease
}

/** Mails and bytes in hand at a time: enough for the disk's flushes to be shared, little enough for the memory. */
const GROUP_MAILS = 16
const GROUP_BYTES = 16 * 1024 * 1024

/** More than so many at once are a backlog: a mail that comes while they wait is read before them. */
const LIVE_MAILS = 8

/**
 * Takes in what a folder has and the register has not. The work list is always that difference, over the whole
 * folder or from a UID up, never a flag and never a mark of our own. Order: bytes on the disk, row committed,
 * then a hint for the pipeline. Returns the highest UID the folder showed.
 */
export async function receive(ports: ReceivePorts, folder: WatchedFolder, from = 1): Promise<number> {
  const uids = await folder.uids(from)
  const known = await ports.register.knownUids(folder.account, folder.folder, folder.uidValidity)
  const missing = uids.filter((uid) => !known.has(uid))
  const haste = missing.length > LIVE_MAILS ? 'backlog' : 'now'
  let group: SeenMail[] = []
  let bytes = 0
  if (missing.length > 0) {
    for await (const mail of folder.fetch(missing)) {
      group.push(mail)
      bytes += mail.raw.length
      if (group.length < GROUP_MAILS && bytes < GROUP_BYTES) continue
      await keep(ports, folder, group, haste)
      group = []
      bytes = 0
    }
  }
  if (group.length > 0) await keep(ports, folder, group, haste)
  // A folder of suspected spam may come and go with the server's ways: its silence is nobody's outage.
  if (!folder.isJunk) await ports.register.proveAlive(folder.account, folder.folder, ports.clock.now())
  return Math.max(from - 1, uids.at(-1) ?? 0)
}

async function keep(
  ports: ReceivePorts,
  folder: WatchedFolder,
  mails: readonly SeenMail[],
  haste: Haste,
): Promise<void> {
  const at = ports.clock.now()
  const fingerprints = await Promise.all(mails.map((mail) => ports.archive.keep(mail.raw)))
  const seen = mails.map((mail, index) => ({
    sighting: {
      account: folder.account,
      folder: folder.folder,
      uidValidity: folder.uidValidity,
      uid: mail.uid,
    },
    fingerprint: fingerprints[index] as Fingerprint,
    bytes: mail.raw.length,
    clocks: { internalDate: mail.internalDate, observedAt: at, fileTime: null, postmark: null },
    isJunk: folder.isJunk,
  }))
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
