import { asFailure, Failure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Archive, SeenMail, Sighting, WatchedFolder } from '../evidence/evidence.ts'
import { isFolderMissing } from '../evidence/mailbox.ts'
import { isNumberedHere } from '../evidence/numbering.ts'
import type { MailboxLease } from '../register/intake.ts'
import type { Ledger } from '../register/ledger.ts'
import type { ToFetch } from '../register/set-aside.ts'
import type { Observe } from './events.ts'

export interface FetchAgainPorts {
  readonly archive: Archive
  readonly ledger: Ledger
  readonly clock: Clock
  readonly observe: Observe
  readonly lease: MailboxLease
  fingerprintOf(raw: Uint8Array): Promise<Fingerprint>
}

/**
 * Fetches mails that were put aside from the mailbox again: bytes on the disk, then the ledger. Done twice it
 * is done once; cut short anywhere, the register still says what is to be fetched.
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
  const { archive, ledger, clock, lease } = ports
  let isOwed = false
  for (const sighting of mail.sightings) {
    const seen = await seenAt(sighting, open)
    isOwed ||= seen === 'owed'
    if (seen === null || seen === 'owed') continue
    // Other bytes under the same UID are another mail, and nobody asked for it.
    if ((await ports.fingerprintOf(seen.raw)) !== mail.fingerprint) continue
    await archive.keep(seen.raw)
    await ledger.fetchedAgain({ mail, at: clock.now(), lease })
    return
  }
  if (isOwed)
    throw new Failure(
      'transient',
      'not-handed-over',
      'the mailbox lists a mail and does not hand it over now: it is asked for again',
    )
  // A life that was cut short may have left its bytes.
  await archive.forget(mail.fingerprint)
  await ledger.noteGone({ mail, at: clock.now() })
}

/**
 * Null when it does not lie there any more: taken away, or in a folder that is gone or counts its mails anew.
 * `owed`: Microsoft Graph lists it and did not hand it over; an error of its own says nothing of the mail.
 */
async function seenAt(
  { folder: path, uidValidity, uid }: Sighting,
  open: (folder: string) => Promise<WatchedFolder>,
): Promise<SeenMail | 'owed' | null> {
  const folder = await open(path).catch((error: unknown) => {
    if (isFolderMissing(asFailure(error))) return null
    throw error
  })
  if (folder === null || folder.uidValidity !== uidValidity) return null
  let found: SeenMail | null = null
  // To its end: the connection is used for the next one.
  for await (const seen of folder.fetch([uid])) found = seen
  if (found !== null || !isNumberedHere(uidValidity)) return found
  return (await folder.uids(uid)).includes(uid) ? 'owed' : null
}
