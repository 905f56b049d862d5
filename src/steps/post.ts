import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Paper } from '../dossier/paper.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { IntakeRegister } from '../register/intake.ts'
import type { Jobs } from './jobs.ts'

export interface PostPorts {
  readonly archive: Archive
  readonly register: IntakeRegister
  readonly jobs: Jobs
  readonly clock: Clock
}

/** The folder in which paper stands in the register, beside those of the mailbox. */
const PAPER = { account: 'paper', folder: 'paper', uidValidity: '1' }

/**
 * Enters a paper application, made into a mail with its scans: evidence first, then its row, then the same
 * way as any other mail. A paper handed over at the counter has its day of arrival for a postmark.
 */
export async function enterPaper(
  ports: PostPorts,
  paper: Paper,
  raw: Uint8Array,
  arrivalDay: string,
): Promise<Fingerprint> {
  const fingerprint = await ports.archive.keep(raw)
  const at = ports.clock.now()
  const entered = await ports.register.knownUids(PAPER.account, PAPER.folder, PAPER.uidValidity)
  const sighting = { ...PAPER, uid: Math.max(0, ...entered) + 1 }
  const clocks = {
    internalDate: paper.arrivedAt,
    observedAt: at,
    fileTime: null,
    postmark: paper.postmark ?? arrivalDay,
  }
  await ports.register.recordSightings([{ sighting, fingerprint, bytes: raw.length, clocks }], at)
  await ports.jobs.add('read', { fingerprint })
  return fingerprint
}
