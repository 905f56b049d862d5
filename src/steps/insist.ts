import { later } from '../base/instant.ts'
import {
  LARGEST_MAIL_BYTES,
  type MailFacts,
  type SeenMail,
  type WatchedFolder,
} from '../evidence/evidence.ts'
import { withheldNotice } from '../evidence/withheld.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import { evidenceOf, keep, type ReceivePorts } from './keep.ts'

/** A server that is slow to have a mail ready has it by then; one that never will is not waited for. */
const TRIES = 3
/**
 * In a folder without another mail to compare with, a try counts so often at most: an outage is nobody’s
 * fault.
 */
const COUNTED_EVERY_MS = 10 * 60_000
/**
 * To see whether the server is well it is asked for a mail that it handed over before: one near by, and
 * small.
 */
const SMALL_BYTES = 1024 * 1024
const LOOKED_AT = 5

/** Whether the server hands over other mails in this look; null while that is not known. */
export type Health = boolean | null

/**
 * Asks for one mail alone that the server lists and did not hand over with the others. After three tries
 * while others come, or at once when it is larger than any mail, what the server says of it is kept in its
 * place and a person is told: they can open it in their own program. A mail that is listed no more was taken
 * away, and owed no more. Returns what is known of the server then.
 */
export async function insist(
  ports: ReceivePorts,
  folder: WatchedFolder,
  uid: number,
  health: Health,
): Promise<Health> {
  const { owed, clock } = ports
  const tries = owed.triesOf(folder, uid)
  const known = health ?? (tries.count > 0 ? await healthOf(ports, folder, uid) : null)
  // Counted before it is made: the try may end the connection.
  if (known ?? (tries.at === null || clock.now() >= later(tries.at, COUNTED_EVERY_MS)))
    owed.countTry(folder, uid, clock.now())
  // The question itself may be what ends the connection: then it is not asked a second time.
  if (tries.count > TRIES) return withhold(ports, folder, uid, null, known)
  if (!(await folder.uids(uid)).includes(uid)) {
    owed.settle(folder, uid)
    return known
  }
  const facts = await folder.facts(uid)
  if (tries.count === TRIES || (facts?.bytes ?? 0) > LARGEST_MAIL_BYTES)
    return withhold(ports, folder, uid, facts, known)
  const mail = await alone(folder, uid)
  if (mail === null) return known
  await keep(ports, folder, [mail], 'now')
  owed.settle(folder, uid)
  return true
}

/** Null where there is no mail to compare with. */
async function healthOf({ ledger }: ReceivePorts, folder: WatchedFolder, uid: number): Promise<Health> {
  const { account, folder: path, uidValidity } = folder
  const nearest = await ledger.handedOverNear({
    place: { account, folder: path, uidValidity, uid },
    most: LOOKED_AT,
  })
  for (const other of nearest) {
    const facts = await folder.facts(other)
    if (facts?.bytes == null || facts.bytes > SMALL_BYTES) continue
    return (await alone(folder, other)) !== null
  }
  return nearest.length === 0 ? null : false
}

/** To its end: the connection is used for the next one. */
async function alone(folder: WatchedFolder, uid: number): Promise<SeenMail | null> {
  let found: SeenMail | null = null
  for await (const mail of folder.fetch([uid])) found = mail
  return found
}

async function withhold(
  ports: ReceivePorts,
  folder: WatchedFolder,
  uid: number,
  facts: MailFacts | null,
  health: Health,
): Promise<Health> {
  const { account, folder: path, uidValidity } = folder
  const at = ports.clock.now()
  const notice = withheldNotice({ account, folder: path, uidValidity, uid }, facts)
  const fingerprint = await ports.archive.keep(notice)
  const internalDate = facts?.internalDate ?? null
  const seen = evidenceOf(folder, { uid, internalDate }, fingerprint, facts?.bytes ?? notice.length, at)
  await ports.ledger.recordWithheld({ seen, at, lease: ports.lease })
  ports.owed.settle(folder, uid)
  ports.observe({ type: 'mail-quarantined', fingerprint, code: STAND_IN })
  return health
}
