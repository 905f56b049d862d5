import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { canonical, type Entry, type EntryPlace, hidden, leafOf, type Shown } from '../../proof/entry.ts'
import type { Unit } from '../../proof/seal.ts'
import { completedBy, type Place, parentOf } from '../../proof/tree.ts'
import { unitsOf } from './sealed-tables.ts'
import { noteSeals, sealsOf } from './sealing.ts'
import type { Tables } from './tables.ts'

/**
 * Everything that can happen in the register. Events name things by id and count them; they hold no personal
 * data, except for what a member of staff decided: then who, and why, in their words.
 */
export type EventType =
  | 'mail.received'
  | 'mail.seen-again'
  | 'mail.out-of-junk'
  | 'mail.read'
  | 'mail.assembled'
  | 'mail.compared'
  | 'mail.concluded'
  | 'mail.quarantined'
  | 'applications.joined'
  | 'application.separated'
  | 'applications.told-apart'
  | 'application.merged'
  | 'mailbox.back'
  | 'mailbox.taken'
  | 'register.restored'
  | 'records.erased'
  | 'call.closed'
  | 'letter.held-by-restoration'
  | 'deadline.adopted'
  | 'call.written'
  | 'call.adopted'
  | 'mail.read-again'
  | 'mail.taken-in'
  | 'mail.left-aside'
  | 'mail.fetched-again'
  | 'mail.not-found'
  | 'mail.judged-anew'
  | 'mail.looked-again'
  | 'letter.due'
  | 'letter.intended'
  | 'letter.sent'
  | 'letter.refused'
  | 'letter.postponed'
  | 'letter.uncertain'
  | 'letter.bounced'
  | 'letter.said-bounced'
  | 'letter.delayed'
  | 'letter.challenged'
  | 'letter.absent'
  | 'letter.released'
  | 'letter.copied'
  | 'receipt.corrected'
  | 'receipt.ruled'
  | 'fact.corrected'
  | 'fact.refused'
  | 'fact.restored'
  | 'outcome.recorded'
  | 'outcome.taken-back'
  | 'account.invited'
  | 'account.ready'
  | 'account.disabled'
  | 'account.signed-in'
  | 'account.signed-out'
  | 'account.locked'
  | 'account.braked'
  | 'record.read'
  | 'breaker.tripped'
  | 'breaker.resumed'

const SALT_BYTES = 16

/** The end of the register; undefined while it is empty. */
export function lastEntry(database: Kysely<Tables>) {
  return database
    .selectFrom('entry')
    .select(['position', 'leaf'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * Adds to the append-only register, in the transaction of what it tells: chained to the entry before, and
 * into the Merkle tree. `subject` and `detail` stay beside it in clear, for people, and can be erased; in the
 * entry they are hidden. `shown`: what it says in clear for ever. What it decided of its subject is sealed as
 * the rows stand now, and `also` what it decided of other things: whoever changes rows does so before. Only
 * in a transaction of `inTurn`: positions have no gaps.
 */
export async function record(
  tx: Kysely<Tables>,
  at: Instant,
  type: EventType,
  subject: string,
  detail: Readonly<Record<string, string | number | null>>,
  shown: Shown = {},
  also: readonly Unit[] = [],
): Promise<EntryPlace> {
  const last = await lastEntry(tx)
  const position = last === undefined ? 0 : last.position + 1
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const details = canonical(detail)
  const units = [...unitsOf(type, subject), ...also, ...(await headsBefore(tx, position))]
  const sealed = canonical(await sealsOf(tx, units, salt))
  const entry: Entry = {
    v: 1,
    position,
    at,
    type,
    subject: hidden(salt, subject),
    detail: hidden(salt, details),
    sealed: hidden(salt, sealed),
    shown,
    previous: last?.leaf ?? null,
  }
  const body = canonical(entry)
  const leaf = leafOf(body)
  await tx.insertInto('entry').values({ position, at, type, body, leaf }).execute()
  await tx.insertInto('entry_detail').values({ position, subject, detail: details, salt, sealed }).execute()
  await noteSeals(tx, units, position)
  await grow(tx, position, leaf)
  return { position, leaf }
}

/** The entry that follows a head seals it: of those that are gone at least the newest is missed. */
async function headsBefore(tx: Kysely<Tables>, position: number): Promise<readonly Unit[]> {
  const head = await tx
    .selectFrom('head')
    .select('at')
    .where('size', '=', position)
    .limit(1)
    .executeTakeFirst()
  return head === undefined ? [] : [{ table: 'head', key: `${position}` }]
}

/** The subtrees that a new leaf completes; the leaves themselves are the entries. */
async function grow(tx: Kysely<Tables>, position: number, leaf: string): Promise<void> {
  let hash = leaf
  for (const { place, left } of completedBy(position)) {
    if (left === null) continue
    hash = parentOf(await nodeAt(tx, left), hash)
    await tx.insertInto('tree').values({ level: place.level, position: place.index, hash }).execute()
  }
}

/** The hash of a whole subtree. */
export async function nodeAt(database: Kysely<Tables>, { level, index }: Place): Promise<string> {
  if (level === 0) {
    const row = await database
      .selectFrom('entry')
      .select('leaf')
      .where('position', '=', index)
      .executeTakeFirstOrThrow()
    return row.leaf
  }
  const row = await database
    .selectFrom('tree')
    .select('hash')
    .where('level', '=', level)
    .where('position', '=', index)
    .executeTakeFirstOrThrow()
  return row.hash
}
