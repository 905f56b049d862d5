import type { Transaction } from 'kysely'
import { CallId, type Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Placeable } from '../../dossier/belonging.ts'
import type { Place } from '../../dossier/fates.ts'
import type { PipelineRegister } from '../../register/register.ts'
import type { Bond } from '../../register/staff.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { refreshLine } from './lines.ts'
import { placeable, relatedTo, saveClues } from './related.ts'
import { mailRecord } from './rows.ts'
import { notePutAside } from './set-aside-looks.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Tx = Transaction<Tables>
/** Where some related mails belong; asked again when a number it drew is taken. */
export type Decide = Parameters<PipelineRegister['assemble']>[1]

/** One transaction: what may belong together is read, placed and saved while nobody else places anything. */
export async function assemble(
  database: Database,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return inTurn(database, async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'read' || mail.read === null) return []
    const { nature } = mail.read.triage
    if (nature !== 'submission') {
      // Read again by another program, it may no longer be one.
      await tx.deleteFrom('submission').where('fingerprint', '=', fingerprint).execute()
      await tx
        .updateTable('mail')
        .set({ progress: 'assembled', fate: nature, number: null, updated_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
      if (nature === 'unrelated') await notePutAside(tx, fingerprint, at)
      await record(tx, at, 'mail.assembled', fingerprint, { fate: nature })
      if (mail.number !== null) await refreshLine(tx, mail.number)
      return [fingerprint]
    }
    const callId = await callOf(tx, fingerprint)
    const added = await placeable(tx, fingerprint)
    const related = await relatedTo(tx, callId, added)
    await saveClues(tx, callId, added)
    return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
  })
}

/** Writes what staff decided about pairs of mails, and places anew all that it touches. */
export async function bind(
  database: Database,
  bond: Bond,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return inTurn(database, async (tx) => {
    const [first] = bond.pairs
    if (first === undefined) return []
    for (const [left, right] of bond.pairs) {
      await tx
        .insertInto('bond')
        .values({
          kind: bond.kind,
          left_mail: left,
          right_mail: right,
          decided_by: bond.by,
          reason: bond.reason,
          decided_at: at,
        })
        .execute()
    }
    const touched = await placeAnew(tx, first[0], decide, at)
    await record(
      tx,
      at,
      bond.kind === 'together' ? 'applications.joined' : 'application.separated',
      first[0],
      { by: bond.by, reason: bond.reason },
    )
    return touched
  })
}

/** What a mail may belong with, it too, is placed again: something that decides where it belongs is another now. */
export async function placeAnew(
  tx: Tx,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const callId = await callOf(tx, fingerprint)
  const related = await relatedTo(tx, callId, await placeable(tx, fingerprint))
  return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
}

async function callOf(tx: Tx, fingerprint: Fingerprint): Promise<CallId> {
  const row = await tx
    .selectFrom('mail')
    .select('call_id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  return CallId.parse(row.call_id)
}

/** A drawn number that another application has is drawn again. */
async function decideUntilFree(
  tx: Tx,
  related: readonly Placeable[],
  decide: Decide,
): Promise<readonly Place[]> {
  const taken = new Set<string>()
  const own = new Set(related.flatMap((one) => one.number ?? []))
  for (;;) {
    const places = decide(related, (number) => taken.has(number))
    const drawn = [...new Set(places.map((place) => place.number))].filter((number) => !own.has(number))
    const rows =
      drawn.length === 0
        ? []
        : await tx.selectFrom('application').select('number').where('number', 'in', drawn).execute()
    if (rows.length === 0) return places
    for (const row of rows) taken.add(row.number)
  }
}

/** Saves what changed. From the first change of an application on, its mails are concluded (again). */
async function savePlaces(
  tx: Tx,
  callId: CallId,
  related: readonly Placeable[],
  places: readonly Place[],
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const before = new Map(related.map((one) => [one.submission.fingerprint, one]))
  const touched: Fingerprint[] = []
  // An application that loses a mail is another one from then on.
  const changed = new Set<string>(
    places.flatMap((place) => {
      const number = before.get(place.fingerprint)?.number ?? null
      return number === null || number === place.number ? [] : [number]
    }),
  )
  for (const place of places) {
    const current = before.get(place.fingerprint)
    if (current === undefined) continue
    const row = await tx
      .selectFrom('mail')
      .select(['number', 'fate', 'progress'])
      .where('fingerprint', '=', place.fingerprint)
      .executeTakeFirstOrThrow()
    const isSame = row.number === place.number && row.fate === place.fate && row.progress !== 'read'
    if (isSame && !changed.has(place.number)) continue
    changed.add(place.number)
    touched.push(place.fingerprint)
    await savePlace(tx, callId, current, place, at)
  }
  await markMerged(tx, related, places)
  return touched
}

async function savePlace(
  tx: Tx,
  callId: CallId,
  { submission }: Placeable,
  place: Place,
  at: Instant,
): Promise<void> {
  const { fingerprint, number, ground } = place
  await tx
    .insertInto('application')
    .values({ number, call_id: callId, opened_by: fingerprint, opened_at: at, merged_into: null })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
  const row = {
    number,
    received_at: submission.receipt.receivedAt,
    ground,
    may_belong_to: JSON.stringify(place.mayBelongTo),
  }
  await tx
    .insertInto('submission')
    .values({ fingerprint, ...row })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
    .execute()
  await tx
    .updateTable('mail')
    .set({ fate: place.fate, number, updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
  // One that is to be read again comes back here by itself.
  await tx
    .updateTable('mail')
    .set({ progress: 'assembled' })
    .where('fingerprint', '=', fingerprint)
    .where('progress', '!=', 'received')
    .execute()
  await record(tx, at, 'mail.assembled', fingerprint, { number, ground })
}

/** An application whose mails all turned out to belong to another: its number leads there from now on. */
async function markMerged(tx: Tx, related: readonly Placeable[], places: readonly Place[]): Promise<void> {
  const alive = new Set(places.map((place) => place.number))
  for (const { number, submission } of related) {
    if (number === null || alive.has(number)) continue
    const place = places.find((one) => one.fingerprint === submission.fingerprint)
    if (place === undefined) continue
    await tx
      .updateTable('application')
      .set({ merged_into: place.number })
      .where('number', '=', number)
      .execute()
    await refreshLine(tx, number)
  }
}
