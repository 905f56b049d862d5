import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { CallId } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { type CallDraft, type CallRegister, type CallVersion, DraftId } from '../../register/call-versions.ts'
import { adoptDeadline } from './adoptions.ts'
import type { CallDraftTable, CallVersionTable } from './call-tables.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

const Authors = z.array(z.string())

/** Drafts and versions of calls' files, in the register's tables. */
export function sqlCallVersions(database: Database): CallRegister {
  return {
    callDrafts: async () =>
      (await database.selectFrom('call_draft').selectAll().orderBy('updated_at', 'desc').execute()).map(
        draftOf,
      ),
    callDraft: (id) => draft(database, id),
    async beginCallDraft({ id, callId, base, body, source }, by, at) {
      const authors = JSON.stringify([by])
      await database
        .insertInto('call_draft')
        .values({ id, call_id: callId, base, body, source, authors, updated_at: at })
        .execute()
    },
    changeCallDraft: (id, change, by, at) =>
      inTurn(database, async (tx) => {
        const before = await draft(tx, id)
        if (before === null) return null
        const authors = [...new Set([...before.authors, by])]
        const after = { ...before, body: change(before.body), authors, updatedAt: at }
        await tx
          .updateTable('call_draft')
          .set({ body: after.body, authors: JSON.stringify(authors), updated_at: at })
          .where('id', '=', id)
          .execute()
        return after
      }),
    async dropCallDraft(id) {
      await database.deleteFrom('call_draft').where('id', '=', id).execute()
    },
    writeCallVersion: (id, version, written, at) =>
      inTurn(database, (tx) => write(tx, [id, version, written, at])),
    callVersions: (callId) => versions(database, callId),
    callVersion: async (callId, version) =>
      (await versions(database, callId)).find((one) => one.version === version) ?? null,
    adoptCallVersion: (version, adoption, deadline, at) =>
      inTurn(database, (tx) => adopt(tx, [version, adoption, deadline, at])),
  }
}

async function draft(database: Kysely<Tables>, id: DraftId): Promise<CallDraft | null> {
  const row = await database.selectFrom('call_draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : draftOf(row)
}

async function versions(database: Kysely<Tables>, callId: CallId | null): Promise<readonly CallVersion[]> {
  const all = database.selectFrom('call_version').selectAll().orderBy('written_at', 'desc')
  const rows = await (callId === null ? all : all.where('call_id', '=', callId)).execute()
  return rows
    .map(versionOf)
    .toSorted((one, other) => (one.callId === other.callId ? other.version - one.version : 0))
}

async function write(
  tx: Kysely<Tables>,
  [id, version, { by, reason }, at]: Parameters<CallRegister['writeCallVersion']>,
): Promise<number> {
  const from = await draft(tx, id)
  if (from === null)
    throw new Failure('permanent', 'no-such-draft', 'this draft is gone: somebody finished or dropped it')
  const { callId, body, fingerprint } = version
  const number = (await versions(tx, callId)).length + 1
  await tx
    .insertInto('call_version')
    .values({
      call_id: callId,
      version: number,
      body,
      fingerprint,
      base: from.base,
      authors: JSON.stringify([...new Set([...from.authors, by])]),
      written_by: by,
      reason,
      written_at: at,
    })
    .execute()
  await tx.deleteFrom('call_draft').where('id', '=', id).execute()
  await record(tx, at, 'call.written', callId, { version: number, fingerprint, by, reason })
  return number
}

async function adopt(
  tx: Kysely<Tables>,
  [{ callId, version }, adoption, deadline, at]: Parameters<CallRegister['adoptCallVersion']>,
): Promise<void> {
  const { by, reason } = adoption
  const all = await versions(tx, callId)
  if (all.some((one) => one.version >= version && one.adopted !== null))
    throw new Failure('permanent', 'adopted-already', 'this version, or a later one, is adopted already')
  await tx
    .updateTable('call_version')
    .set({ adopted_by: by, adopted_because: reason, adopted_at: at })
    .where('call_id', '=', callId)
    .where('version', '=', version)
    .execute()
  const fingerprint = all.find((one) => one.version === version)?.fingerprint ?? null
  await record(tx, at, 'call.adopted', callId, { version, fingerprint, by, reason })
  if (deadline !== null) await adoptDeadline(tx, callId, deadline, adoption, at)
}

function draftOf(row: Selectable<CallDraftTable>): CallDraft {
  return {
    id: DraftId.parse(row.id),
    callId: row.call_id === null ? null : CallId.parse(row.call_id),
    base: row.base,
    body: row.body,
    source: row.source,
    authors: Authors.parse(JSON.parse(row.authors)),
    updatedAt: Instant.parse(row.updated_at),
  }
}

function versionOf(row: Selectable<CallVersionTable>): CallVersion {
  const { adopted_by: by, adopted_because: reason, adopted_at: at } = row
  return {
    callId: CallId.parse(row.call_id),
    version: Number(row.version),
    body: row.body,
    fingerprint: row.fingerprint,
    base: row.base,
    authors: Authors.parse(JSON.parse(row.authors)),
    by: row.written_by,
    reason: row.reason,
    at: Instant.parse(row.written_at),
    adopted: by === null || at === null ? null : { by, reason: reason ?? '', at: Instant.parse(at) },
  }
}
