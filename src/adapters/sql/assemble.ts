import type { Transaction } from 'kysely'
import { CallId, Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import { type Clue, cluesOf, type Placeable } from '../../dossier/belonging.ts'
import type { Place } from '../../dossier/fates.ts'
import type { PipelineRegister } from '../../register/register.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { mailRecord } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>
type Decide = Parameters<PipelineRegister['assemble']>[1]

/** One transaction: what may belong together is read, placed and saved while nobody else places anything. */
export async function assemble(
  database: Database,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return database.transaction().execute(async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'read' || mail.read === null) return []
    const { nature } = mail.read.triage
    if (nature !== 'submission') {
      await tx
        .updateTable('mail')
        .set({ progress: 'assembled', fate: nature, updated_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
      await record(tx, at, 'mail.assembled', fingerprint, { fate: nature })
      return [fingerprint]
    }
    const callId = await callOf(tx, fingerprint)
    const added = await placeable(tx, fingerprint)
    const clues = cluesOf(added)
    const related = [added, ...(await relatedTo(tx, callId, fingerprint, clues))]
    for (const { kind, value } of clues) {
      await tx
        .insertInto('clue')
        .values({ call_id: callId, kind, value, fingerprint })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
  })
}

async function callOf(tx: Tx, fingerprint: Fingerprint): Promise<CallId> {
  const row = await tx
    .selectFrom('mail')
    .select('call_id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  return CallId.parse(row.call_id)
}

async function placeable(tx: Tx, fingerprint: Fingerprint): Promise<Placeable> {
  const mail = await mailRecord(tx, fingerprint)
  if (mail?.read == null) throw new Error('a mail is placed after it was read')
  const { receipt, sender, documents } = mail.read
  const references = [...(mail.read.mail?.inReplyTo ?? []), ...(mail.read.mail?.references ?? [])]
  return {
    submission: { fingerprint, receipt, sender, documents: [...documents] },
    repliesTo: await answered(tx, references),
    words: mail.read.mail?.text ?? '',
    number: mail.number,
  }
}

/** The mails whose acknowledgement some Message-IDs are. */
async function answered(tx: Tx, messageIds: readonly string[]): Promise<readonly Fingerprint[]> {
  if (messageIds.length === 0) return []
  const rows = await tx
    .selectFrom('outbox')
    .select('fingerprint')
    .where('message_id', 'in', [...messageIds])
    .execute()
  return rows.flatMap((row) => (row.fingerprint === null ? [] : [Fingerprint.parse(row.fingerprint)]))
}

/** All mails of the applications that share a clue with a mail: whole applications, so that none is judged by half. */
async function relatedTo(
  tx: Tx,
  callId: CallId,
  fingerprint: Fingerprint,
  clues: readonly Clue[],
): Promise<readonly Placeable[]> {
  const numbers = new Set<string>()
  for (const clue of clues) {
    const rows = await tx
      .selectFrom('clue')
      .innerJoin('submission', 'submission.fingerprint', 'clue.fingerprint')
      .select('submission.number')
      .where('call_id', '=', callId)
      .where('kind', '=', clue.kind)
      .where('value', '=', clue.value)
      .execute()
    for (const row of rows) numbers.add(row.number)
  }
  if (numbers.size === 0) return []
  const rows = await tx
    .selectFrom('submission')
    .select('fingerprint')
    .where('number', 'in', [...numbers])
    .where('fingerprint', '!=', fingerprint)
    .execute()
  const related: Placeable[] = []
  for (const row of rows) related.push(await placeable(tx, Fingerprint.parse(row.fingerprint)))
  return related
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
  const changed = new Set<string>()
  for (const place of places) {
    const current = before.get(place.fingerprint)
    if (current === undefined) continue
    const row = await tx
      .selectFrom('mail')
      .select(['number', 'fate'])
      .where('fingerprint', '=', place.fingerprint)
      .executeTakeFirstOrThrow()
    if (row.number === place.number && row.fate === place.fate && !changed.has(place.number)) continue
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
    .set({ progress: 'assembled', fate: place.fate, number, updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
  await record(tx, at, 'mail.assembled', fingerprint, { number, ground })
}

/** An application whose mails all turned out to belong to another: its number leads there from now on. */
async function markMerged(tx: Tx, related: readonly Placeable[], places: readonly Place[]): Promise<void> {
  const alive = new Set(places.map((place) => place.number))
  for (const { number, submission } of related) {
    if (number === null || alive.has(number)) continue
    const place = places.find((one) => one.fingerprint === submission.fingerprint)
    if (place !== undefined)
      await tx
        .updateTable('application')
        .set({ merged_into: place.number })
        .where('number', '=', number)
        .execute()
  }
}
