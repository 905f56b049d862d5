import type { Kysely } from 'kysely'
import type { CallId } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import type { Head } from '../../proof/head.ts'
import type { Signer } from '../../proof/signature.ts'
import {
  consistencyRanges,
  hashOf,
  inclusionRanges,
  type Nodes,
  type Place,
  placesOf,
  type Range,
} from '../../proof/tree.ts'
import type { Author } from '../../register/author.ts'
import type { Anchor, KeptEntry, PublicKey } from '../../register/proof.ts'
import type { Database } from './connect.ts'
import { lastEntry, nodeAt, record } from './events.ts'
import { subjectsOf } from './of-application.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

export async function noteSigningKey(database: Database, signer: Signer, at: Instant): Promise<void> {
  await database
    .insertInto('signing_key')
    .values({ id: signer.id, public_pem: signer.publicPem, since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function signingKeys(database: Database): Promise<readonly PublicKey[]> {
  const rows = await database.selectFrom('signing_key').selectAll().orderBy('since').execute()
  return rows.map((row) => ({ id: row.id, publicPem: row.public_pem, since: Instant.parse(row.since) }))
}

export function close(
  database: Database,
  callId: CallId,
  { by, reason }: Author,
  at: Instant,
): Promise<number> {
  return inTurn(database, async (tx) => {
    const { count } = await tx
      .selectFrom('application')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('call_id', '=', callId)
      .where('merged_into', 'is', null)
      .executeTakeFirstOrThrow()
    const applications = Number(count)
    await record(tx, at, 'call.closed', callId, { by, reason }, { call: callId, applications })
    return applications
  })
}

export async function keepAnchor(database: Database, head: Head, anchor: Anchor): Promise<void> {
  await database
    .insertInto('anchor')
    .values({ head_at: head.at, head_kind: head.kind, ...anchor })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function anchorsOf(database: Database, head: Head): Promise<readonly Anchor[]> {
  const rows = await database
    .selectFrom('anchor')
    .select(['authority', 'token', 'at'])
    .where('head_at', '=', head.at)
    .where('head_kind', '=', head.kind)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, at: Instant.parse(row.at) }))
}

export async function entries(
  database: Database,
  from: number,
  limit: number,
): Promise<readonly KeptEntry[]> {
  const rows = await database
    .selectFrom('entry')
    .leftJoin('entry_detail', 'entry_detail.position', 'entry.position')
    .select(['entry.position', 'entry.at', 'entry.type', 'entry.body', 'entry.leaf'])
    .select(['subject', 'detail', 'salt', 'sealed'])
    .where('entry.position', '>=', from)
    .orderBy('entry.position')
    .limit(limit)
    .execute()
  return rows.map(({ position, at, type, body, leaf, subject, detail, salt, sealed }) => ({
    position,
    at,
    type,
    body,
    leaf,
    sealed,
    opened: subject === null || detail === null || salt === null ? null : { subject, detail, salt },
  }))
}

export async function positionsOf(database: Database, number: string): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('entry_detail')
    .select('position')
    .where(({ or, eb }) =>
      or([eb('subject', 'in', subjectsOf(database, number)), eb('subject', '=', number)]),
    )
    .orderBy('position')
    .execute()
  return rows.map((row) => row.position)
}

export function inclusion(database: Database, position: number, size: number): Promise<readonly string[]> {
  return hashes(database, inclusionRanges(position, { start: 0, end: size }))
}

export function consistency(database: Database, older: number, newer: number): Promise<readonly string[]> {
  return hashes(database, consistencyRanges(older, newer))
}

/** How many entries the log has. */
export async function sizeOf(database: Kysely<Tables>): Promise<number> {
  const row = await lastEntry(database)
  return row === undefined ? 0 : row.position + 1
}

/**
 * The hashes of ranges, from the stored whole subtrees: a few reads for each, however long the register is.
 */
export async function hashes(database: Kysely<Tables>, ranges: readonly Range[]): Promise<readonly string[]> {
  const known = new Map<string, string>()
  for (const place of ranges.flatMap(placesOf)) known.set(keyOf(place), await nodeAt(database, place))
  const nodes: Nodes = (place) => known.get(keyOf(place)) ?? ''
  return ranges.map((range) => hashOf(range, nodes))
}

function keyOf({ level, index }: Place): string {
  return `${level}/${index}`
}
