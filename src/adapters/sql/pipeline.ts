import { Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { FreshlyRead } from '../../register/mail-record.ts'
import type { PipelineRegister } from '../../register/pipeline.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { Progress } from './rows.ts'
import { keepWords } from './searching.ts'
import { keepStructure } from './set-aside-looks.ts'
import { inTurn } from './turn.ts'
import { unsynced } from './unsynced.ts'

export async function countAttempt(
  database: Database,
  fingerprint: Fingerprint,
  change: 1 | -1,
  at: Instant,
): Promise<number> {
  const row = await unsynced(database, (one) =>
    one
      .updateTable('mail')
      .set((expression) => ({ attempts: expression('attempts', '+', change), updated_at: at }))
      .where('fingerprint', '=', fingerprint)
      .returning('attempts')
      .executeTakeFirstOrThrow(),
  )
  return row.attempts
}

export async function forgiveAttempts(database: Database): Promise<void> {
  await database
    .updateTable('mail')
    .set((expression) => ({ attempts: expression('attempts', '-', 1) }))
    .where('progress', 'in', ['received', 'settled'])
    .where('attempts', '>', 0)
    .execute()
}

export async function saveRead(
  database: Database,
  fingerprint: Fingerprint,
  read: FreshlyRead,
  at: Instant,
): Promise<void> {
  await inTurn(database, async (tx) => {
    const changed = await tx
      .updateTable('mail')
      .set({
        progress: 'read',
        attempts: 0,
        received_at: read.receipt.receivedAt,
        call_id: read.callId,
        receipt: JSON.stringify(read.receipt),
        triage: JSON.stringify(read.triage),
        sender: read.sender,
        sender_proof: read.proof,
        parsed: read.mail === null ? null : JSON.stringify(read.mail),
        updated_at: at,
      })
      .where('fingerprint', '=', fingerprint)
      .where('progress', '=', 'received')
      .returning('fingerprint')
      .executeTakeFirst()
    if (changed === undefined) return
    await tx.deleteFrom('document').where('fingerprint', '=', fingerprint).execute()
    for (const [position, document] of read.documents.entries()) {
      await tx
        .insertInto('document')
        .values({
          fingerprint,
          position,
          sha256: document.sha256,
          problem: document.problem,
          body: JSON.stringify(document),
        })
        .execute()
    }
    await keepWords(tx, fingerprint, read.words)
    await keepStructure(tx, fingerprint, read.triage, read.attached, at)
    await record(tx, at, 'mail.read', fingerprint, { documents: read.documents.length })
  })
}

export async function unfinished(
  database: Database,
  before: Instant,
): ReturnType<PipelineRegister['unfinished']> {
  const rows = await database
    .selectFrom('mail')
    .select(['fingerprint', 'progress'])
    .where('progress', 'in', ['received', 'read', 'assembled'])
    .where('updated_at', '<=', before)
    .orderBy('updated_at')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    progress: Progress.parse(row.progress),
  }))
}

export async function toDiscard(
  database: Database,
  fingerprint?: Fingerprint,
): Promise<readonly Fingerprint[]> {
  const beingLookedAt = database
    .selectFrom('set_aside')
    .select('fingerprint')
    .where('fetched_at', 'is not', null)
  const rows = await database
    .selectFrom('mail')
    .select('fingerprint')
    .where('progress', '=', 'settled')
    .where('fate', '=', 'unrelated')
    .where('kept', '=', 1)
    .where('fingerprint', 'not in', beingLookedAt)
    .$if(fingerprint !== undefined, (query) => query.where('fingerprint', '=', fingerprint ?? ''))
    .execute()
  return rows.map((row) => Fingerprint.parse(row.fingerprint))
}

export async function discarded(database: Database, fingerprint: Fingerprint): Promise<void> {
  await database.updateTable('mail').set({ kept: 0 }).where('fingerprint', '=', fingerprint).execute()
}
