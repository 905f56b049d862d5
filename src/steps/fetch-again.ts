import { asFailure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { seasonOf } from '../call/calls.ts'
import type { Archive, SeenMail, Sighting, WatchedFolder } from '../evidence/evidence.ts'
import { RULES_EDITION } from '../mail/rules-edition.ts'
import type { MailboxLease } from '../register/intake.ts'
import type { SetAsideFetches, SetAsidePipeline, ToFetch } from '../register/set-aside.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'

export interface FetchAgainPorts {
  readonly archive: Archive
  readonly register: SetAsideFetches & Pick<SetAsidePipeline, 'toLookAgain'>
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  readonly lease: MailboxLease
  readonly calls: readonly Call[]
  fingerprintOf(raw: Uint8Array): Promise<Fingerprint>
}

/**
 * Fetched in one round, and waiting for the second look: the archive holds no more of what is none of our
 * business.
 */
const AT_A_TIME = 4

/**
 * What is to be fetched now: what people took in, and a few for the second look, once the ones before are
 * looked at.
 */
export async function wantedAgain(ports: FetchAgainPorts): Promise<readonly ToFetch[]> {
  const { register, lease, calls } = ports
  const hasRoom = (await register.toLookAgain()).length === 0
  return register.toFetch(lease.account, hasRoom ? calls.map(seasonOf) : [], RULES_EDITION, AT_A_TIME)
}

/**
 * Fetches mails that were put aside from the mailbox again: bytes on the disk, then the register, then a
 * hint. Done twice it is done once; cut short anywhere, the register still says what is to be fetched.
 */
export async function fetchAgain(
  ports: FetchAgainPorts,
  wanted: readonly ToFetch[],
  open: (folder: string) => Promise<WatchedFolder>,
): Promise<void> {
  for (const mail of wanted) {
    try {
      await fetchOne(ports, mail, open)
    } catch (error) {
      ports.observe({ type: 'trouble', where: 'fetch again', failure: asFailure(error) })
    }
  }
}

async function fetchOne(
  ports: FetchAgainPorts,
  mail: ToFetch,
  open: (folder: string) => Promise<WatchedFolder>,
): Promise<void> {
  const { archive, register, jobs, clock, lease } = ports
  for (const sighting of mail.sightings) {
    const seen = await seenAt(sighting, open)
    if (seen === null) continue
    // Other bytes under the same UID are another mail, and nobody asked for it.
    if ((await ports.fingerprintOf(seen.raw)) !== mail.fingerprint) continue
    await archive.keep(seen.raw)
    await register.fetchedAgain(mail, clock.now(), lease)
    const { fingerprint } = mail
    return mail.why === 'taken-in'
      ? jobs.add('read', { fingerprint })
      : jobs.add('reconsider', { fingerprint }, 'backlog')
  }
  // A life that was cut short may have left its bytes.
  await archive.forget(mail.fingerprint)
  await register.noteGone(mail, clock.now())
}

/**
 * Null when it does not lie there any more: taken away, or in a folder that is gone or counts its mails anew.
 */
async function seenAt(
  { folder: path, uidValidity, uid }: Sighting,
  open: (folder: string) => Promise<WatchedFolder>,
): Promise<SeenMail | null> {
  const folder = await open(path).catch((error: unknown) => {
    if (asFailure(error).code === 'imap-folder-missing') return null
    throw error
  })
  if (folder === null || folder.uidValidity !== uidValidity) return null
  let found: SeenMail | null = null
  // To its end: the connection is used for the next one.
  for await (const seen of folder.fetch([uid])) found = seen
  return found
}
