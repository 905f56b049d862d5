import { type Instant, later } from '../../base/instant.ts'
import { canonical } from '../../proof/entry.ts'
import { Head, type HeadKind, type SignedHead } from '../../proof/head.ts'
import type { Signer } from '../../proof/signature.ts'
import type { Database } from './connect.ts'
import { hashes, noteSigningKey, sizeOf } from './proof.ts'
import { parseJson } from './rows.ts'
import { inTurn } from './turn.ts'

export function takeHead(
  database: Database,
  kind: HeadKind,
  signer: Signer,
  at: Instant,
): Promise<SignedHead> {
  return inTurn(database, async (tx) => {
    if (kind !== 'regular') return writeHead(tx, kind, signer, at)
    const last = await tx.selectFrom('head').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst()
    return last?.size === (await sizeOf(tx)) ? signedHead(last) : writeHead(tx, kind, signer, at)
  })
}

/** Two processes may find the same head owed: the turn lets one of them take it. */
export function takeDeadlineHead(
  database: Database,
  deadline: Instant,
  signer: Signer,
  at: Instant,
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const taken = await tx
      .selectFrom('head')
      .select('at')
      .where('kind', '=', 'deadline')
      .where('at', '>=', deadline)
      .limit(1)
      .executeTakeFirst()
    if (taken !== undefined) return false
    await writeHead(tx, 'deadline', signer, at)
    return true
  })
}

/**
 * Of a letter that was just written, in its transaction: whoever holds the letter can ask for what stood
 * before it.
 */
export async function takeHeadOfLetter(tx: Database, signer: Signer, at: Instant): Promise<void> {
  await noteSigningKey(tx, signer, at)
  await writeHead(tx, 'regular', signer, at)
}

async function writeHead(tx: Database, kind: HeadKind, signer: Signer, wanted: Instant): Promise<SignedHead> {
  const at = await freeMoment(tx, kind, wanted)
  const size = await sizeOf(tx)
  const root = await hashes(tx, [{ start: 0, end: size }])
  const head: Head = { v: 1, kind, size, root: root[0] ?? '', at, key: signer.id }
  const row = { size, at, kind, body: canonical(head), signature: signer.sign(head) }
  await tx.insertInto('head').values(row).execute()
  return signedHead(row)
}

/**
 * A head is known by its time and its kind: of two letters of one millisecond the second is a millisecond
 * later.
 */
async function freeMoment(tx: Database, kind: HeadKind, wanted: Instant): Promise<Instant> {
  for (let at = wanted; ; at = later(at, 1)) {
    const taken = await tx
      .selectFrom('head')
      .select('size')
      .where('at', '=', at)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (taken === undefined) return at
  }
}

export async function lastHead(database: Database): Promise<SignedHead | null> {
  const row = await database.selectFrom('head').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : signedHead(row)
}

export async function heads(database: Database): Promise<readonly SignedHead[]> {
  const rows = await database.selectFrom('head').selectAll().orderBy('at').orderBy('size').execute()
  return rows.map(signedHead)
}

function signedHead(row: { readonly body: string; readonly signature: string }): SignedHead {
  return { head: parseJson(Head, row.body), signature: row.signature }
}

/** A head is known by its second and its kind: two of one root are two texts, and a stamp is over a text. */
export async function unstamped(
  database: Database,
  authority: string,
  limit: number,
): Promise<readonly SignedHead[]> {
  const rows = await database
    .selectFrom('head')
    .leftJoin('anchor', (join) =>
      join
        .onRef('anchor.head_at', '=', 'head.at')
        .onRef('anchor.head_kind', '=', 'head.kind')
        .on('anchor.authority', '=', authority),
    )
    .select(['head.body', 'head.signature'])
    .where('anchor.token', 'is', null)
    .orderBy('head.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(signedHead)
}
