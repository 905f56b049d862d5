import type { Transaction } from 'kysely'
import type { Fingerprint } from '../../base/ids.ts'
import { Instant, later, millisecondsBetween } from '../../base/instant.ts'
import type { Sighting } from '../../evidence/evidence.ts'
import { STAND_IN } from '../../mail/signs/stand-in.ts'
import type { MailboxLease, Quarantine, SeenEvidence, SightingOutcome } from '../../register/intake.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { decideAgain } from './junk.ts'
import { holdLease } from './lease.ts'
import { seenBeforeMoved } from './numbering.ts'
import { quarantine } from './quarantine.ts'
import { noteBack } from './set-aside-fetches.ts'
import type { Tables } from './tables.ts'
import { together } from './together.ts'
import { inTurn } from './turn.ts'

export async function knownUids(
  database: Database,
  account: string,
  folder: string,
  uidValidity: string,
  from = 1,
): Promise<ReadonlySet<number>> {
  const rows = await database
    .selectFrom('sighting')
    .select('uid')
    .where('account', '=', account)
    .where('folder', '=', folder)
    .where('uid_validity', '=', uidValidity)
    .where('uid', '>=', from)
    .execute()
  return new Set(rows.map((row) => row.uid))
}

/** As far to either side. */
const NEAR_BY = 500

export async function handedOverNear(
  database: Database,
  { account, folder, uidValidity, uid }: Sighting,
  most: number,
): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('sighting')
    .innerJoin('mail', 'mail.fingerprint', 'sighting.fingerprint')
    .select('sighting.uid')
    .where('sighting.account', '=', account)
    .where('sighting.folder', '=', folder)
    .where('sighting.uid_validity', '=', uidValidity)
    .where('sighting.uid', '>=', uid - NEAR_BY)
    .where('sighting.uid', '<=', uid + NEAR_BY)
    .where((one) => one.or([one('mail.failure_code', 'is', null), one('mail.failure_code', '!=', STAND_IN)]))
    .execute()
  const far = (one: number): number => Math.abs(one - uid)
  return rows
    .map((row) => row.uid)
    .sort((one, other) => far(one) - far(other))
    .slice(0, most)
}

/** One transaction for a group of mails: the disk's flush sets the pace, so they share it. */
export async function recordSightings(
  database: Database,
  seen: readonly SeenEvidence[],
  at: Instant,
  lease?: MailboxLease,
): Promise<readonly SightingOutcome[]> {
  return inTurn(database, async (transaction) => {
    if (lease !== undefined) await holdLease(transaction, lease)
    const results: SightingOutcome[] = []
    for (const one of seen) results.push(await recordOne(transaction, one, at))
    return afterAll(transaction, seen, results)
  })
}

/** Bytes that another mail has, of this group or from before, are kept: to whoever asks, a copy. */
async function afterAll(
  transaction: Transaction<Tables>,
  seen: readonly SeenEvidence[],
  results: readonly SightingOutcome[],
): Promise<readonly SightingOutcome[]> {
  const outcomes: SightingOutcome[] = []
  for (const [index, { fingerprint }] of seen.entries()) {
    const outcome = results[index] ?? 'copy'
    const isHeld = outcome === 'same-mail' && (await isMail(transaction, fingerprint))
    outcomes.push(isHeld ? 'copy' : outcome)
  }
  return outcomes
}

export async function recordWithheld(
  database: Database,
  seen: SeenEvidence,
  why: Quarantine,
  at: Instant,
  lease: MailboxLease,
): Promise<void> {
  await inTurn(database, async (transaction) => {
    await holdLease(transaction, lease)
    if ((await recordOne(transaction, seen, at)) === 'new')
      await quarantine(transaction, seen.fingerprint, why, at)
  })
}

async function recordOne(
  transaction: Transaction<Tables>,
  seen: SeenEvidence,
  at: Instant,
): Promise<SightingOutcome> {
  const { fingerprint } = seen
  const before = await seenBeforeMoved(transaction, seen.sighting)
  if (before !== null && before !== fingerprint && !(await isMail(transaction, fingerprint)))
    return recordMoved(transaction, { ...seen, fingerprint: before }, at)
  const isNew = await addMail(transaction, seen, at)
  const isPlace = await addSighting(transaction, seen, !isNew)
  if (isPlace || isNew)
    await record(transaction, at, isNew ? 'mail.received' : 'mail.seen-again', fingerprint, {
      bytes: seen.bytes,
    })
  if (isNew) return 'new'
  // The archive has the bytes again; if they are none of our business, the sweep takes them away again.
  await transaction.updateTable('mail').set({ kept: 1 }).where('fingerprint', '=', fingerprint).execute()
  if (isPlace) await noteBack(transaction, fingerprint)
  if (!isPlace || seen.isJunk === true) return 'copy'
  return (await decideAgain(transaction, fingerprint, at)) ? 'out-of-junk' : 'copy'
}

/** A mail that was moved, and written anew by its server: the bytes that we have lie there as well. */
async function recordMoved(
  transaction: Transaction<Tables>,
  seen: SeenEvidence,
  at: Instant,
): Promise<SightingOutcome> {
  const { fingerprint, bytes } = seen
  if (await addSighting(transaction, seen, true)) {
    await record(transaction, at, 'mail.seen-again', fingerprint, { bytes })
    if (seen.isJunk !== true) await decideAgain(transaction, fingerprint, at)
  }
  return 'same-mail'
}

async function isMail(transaction: Transaction<Tables>, fingerprint: Fingerprint): Promise<boolean> {
  const row = await transaction
    .selectFrom('mail')
    .select('fingerprint')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row !== undefined
}

async function addMail(
  transaction: Transaction<Tables>,
  { fingerprint, bytes, clocks }: SeenEvidence,
  at: Instant,
): Promise<boolean> {
  const mail = await transaction
    .insertInto('mail')
    .values({
      fingerprint,
      bytes,
      internal_date: clocks.internalDate,
      observed_at: clocks.observedAt,
      file_time: clocks.fileTime,
      postmark: clocks.postmark,
      progress: 'received',
      attempts: 0,
      kept: 1,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('fingerprint')
    .executeTakeFirst()
  return mail !== undefined
}

async function addSighting(
  transaction: Transaction<Tables>,
  { sighting, fingerprint, clocks, isJunk }: SeenEvidence,
  isCopy: boolean,
): Promise<boolean> {
  const place = await transaction
    .insertInto('sighting')
    .values({
      account: sighting.account,
      folder: sighting.folder,
      uid_validity: sighting.uidValidity,
      uid: sighting.uid,
      fingerprint,
      copy: isCopy ? 1 : 0,
      junk: isJunk === true ? 1 : 0,
      internal_date: clocks.internalDate,
      observed_at: clocks.observedAt,
    })
    .onConflict((conflict) => conflict.columns(['account', 'folder', 'uid_validity', 'uid']).doNothing())
    .returning('uid')
    .executeTakeFirst()
  return place !== undefined
}

/**
 * A silence longer than this was an outage of ours: kept, for it may have to be answered for (CE, 23 Sept
 * 2021, n° 449250).
 */
const OUTAGE_MS = 15 * 60_000

export async function proveAlive(
  database: Database,
  account: string,
  folder: string,
  at: Instant,
): Promise<void> {
  if (await wasAlive(database, account, folder, at)) return
  await inTurn(database, async (tx) => {
    const last = await tx
      .selectFrom('alive')
      .select('at')
      .where('account', '=', account)
      .where('folder', '=', folder)
      .executeTakeFirst()
    if (last !== undefined && millisecondsBetween(Instant.parse(last.at), at) > OUTAGE_MS) {
      await tx
        .insertInto('outage')
        .values({ account, folder, from_at: last.at, until_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await record(tx, at, 'mailbox.back', folder, { silentSince: last.at })
    }
    await tx
      .insertInto('alive')
      .values({ account, folder, at })
      .onConflict((conflict) => conflict.columns(['account', 'folder']).doUpdateSet({ at }))
      .execute()
  })
}

/** Noted in one statement, and no turn, where there was no silence to tell of. */
async function wasAlive(database: Database, account: string, folder: string, at: Instant): Promise<boolean> {
  const noted = await together(database, 'soon', (one) =>
    one
      .updateTable('alive')
      .set({ at })
      .where('account', '=', account)
      .where('folder', '=', folder)
      .where('at', '>=', later(at, -OUTAGE_MS))
      .returning('at as value')
      .compile(),
  )
  return noted !== null
}
